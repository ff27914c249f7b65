"""How far a long piece of work has come, told to whoever handed in a way to tell."""

from collections.abc import Callable

# Takes how many sentences are done, and how many there are in all, as far as that is known yet.
Progress = Callable[[int, int], None]


def untold(done: int, total: int) -> None:
    """Tell nobody."""
