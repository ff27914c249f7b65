"""The figures as Markdown tables, and where they go in a page."""

import platform
import re
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import fmean

from tests.benchmarks.footprint import Footprint
from tests.benchmarks.measured import Measured

_PACKAGES = ("numpy", "numba", "rank-bm25", "bm25s", "tantivy")


def machine() -> str:
    """Return a line on what was measured with."""
    import sqlite3

    held = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    for package in _PACKAGES:
        try:
            held.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            held.append(f"{package} not installed")
    return f"{_processor()}; {', '.join(held)}."


def tables(found: Sequence[Measured]) -> str:
    """Return every table, a column a size."""
    parts: list[str] = []
    for kind, title in (("content", "Short content questions"), ("natural", "Natural questions")):
        parts.append(f"{title}: microseconds a question, median (95th percentile).")
        parts.append(_table(found, _names(found), _times(kind)))
        parts.append(
            f"{title}: our median, as a multiple of the best of tantivy, bm25s with numba and FTS5."
        )
        ours = [name for name in _names(found) if name.startswith("ours")]
        parts.append(_table(found, ours, _ratio(kind)))
    parts.append(
        "Questions whose top ten is rank-bm25's, scores equal to the last bit; in brackets, the"
        " share of documents that rank-bm25 scores as high as its own ten."
    )
    parts.append(_table(found, _names(found), _agreed))
    costs: tuple[tuple[str, Callable[[Footprint], float | None], str], ...] = (
        ("Building and saving, seconds.", lambda cost: cost.build, ".2f"),
        ("Loading what was saved, milliseconds.", lambda cost: _thousand(cost.load), ".1f"),
        ("Memory, MB resident after loading and 100 questions (after building, where nothing can"
         " be loaded).", lambda cost: cost.memory, ".0f"),
        ("Disk, MB.", lambda cost: cost.disk, ".1f"),
    )  # fmt: skip
    if any(measured.costs for measured in found):
        for title, take, shape in costs:
            parts.append(title)
            parts.append(_table(found, _names(found), _cost(take, shape)))
    return "\n\n".join(parts)


def write_between(page: Path, block: str, text: str) -> None:
    """Put text between a page's two marks, and leave the rest of it as it is."""
    marks = rf"(<!-- {block} -->\n).*?(<!-- /{block} -->)"
    before = page.read_text(encoding="utf-8")
    after, put = re.subn(marks, lambda m: f"{m[1]}{text}\n{m[2]}", before, flags=re.DOTALL)
    if put != 1:
        raise ValueError(
            f"{page}: {put} places marked <!-- {block} --> … <!-- /{block} -->, 1 needed"
        )
    page.write_text(after, encoding="utf-8")


Cell = Callable[[Measured, str], str]


def _table(found: Sequence[Measured], names: Sequence[str], cell: Cell) -> str:
    rows = [
        ["sentences", *(f"{measured.size:,}" for measured in found)],
        ["---", *("---:" for _ in found)],
        *([name, *(cell(measured, name) for measured in found)] for name in names),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _names(found: Sequence[Measured]) -> list[str]:
    return list(dict.fromkeys(name for measured in found for name in measured.times["content"]))


def _times(kind: str) -> Cell:
    def cell(measured: Measured, name: str) -> str:
        if name not in measured.times[kind]:
            return "–"
        half, most = (measured.percentile(kind, name, share) for share in (50, 95))
        return f"{_short(half)} ({_short(most)})"

    return cell


def _ratio(kind: str) -> Cell:
    def cell(measured: Measured, name: str) -> str:
        rival = measured.best_rival(kind)
        if rival is None or name not in measured.times[kind]:
            return "–"
        return f"{measured.percentile(kind, name, 50) / rival[1]:.2f} × {rival[0]}"

    return cell


def _agreed(measured: Measured, name: str) -> str:
    if name not in measured.agreed:
        return "–"
    agreed = measured.agreed[name]
    return f"{sum(agreed.exact)} of {len(agreed.exact)} ({fmean(agreed.as_good):.1%})"


def _cost(take: Callable[[Footprint], float | None], shape: str) -> Cell:
    def cell(measured: Measured, name: str) -> str:
        cost = measured.costs.get(name)
        figure = take(cost) if cost else None
        return "–" if figure is None else f"{figure:{shape}}"

    return cell


def _thousand(seconds: float | None) -> float | None:
    return None if seconds is None else seconds * 1000


def _short(figure: float) -> str:
    return f"{figure:,.1f}" if figure < 10 else f"{figure:,.0f}"


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text().splitlines() if file.is_file() else []
    names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} × {names[0]}" if names else platform.platform()
