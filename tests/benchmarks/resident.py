"""What a process holds in memory."""

from pathlib import Path


def resident(process: int) -> float:
    """Return how many megabytes of a process are in memory."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    [held] = [line.split()[1] for line in lines if line.startswith("VmRSS:")]
    return int(held) / 1024
