"""Latency against size as an SVG, both axes logarithmic, for a light and a dark page."""

import math
from collections.abc import Sequence

from bot.briefings.pictures.canvas import PALETTES, Theme
from tests.benchmarks.measured import Measured

# Told apart by those who see few colours as well (Okabe and Ito), and by what stands at the end.
_COLOURS = {
    "ours, numba": "#0072b2", "ours, NumPy": "#56a8e0", "tantivy": "#d55e00",
    "bm25s, numba": "#009e73", "bm25s": "#7fbf5a", "SQLite FTS5": "#cc79a7", "rank-bm25": "#b08a00",
}  # fmt: skip
_LEFT, _TOP, _WIDTH, _HEIGHT, _RIGHT, _BELOW = 80, 30, 460, 380, 150, 60
_APART = 16
_LEAST = 0.1  # microseconds: below that no question is answered, and nothing is drawn


def chart(found: Sequence[Measured], bandwidth: float, posting: int) -> str:
    """Draw the median of short content questions, a line a peer, and what memory allows."""
    series = _series(found)
    limits = [(m.size, m.touched * posting / bandwidth * 1e6) for m in found]
    limit = [point for point in limits if point[1] >= _LEAST]
    sizes = [measured.size for measured in found]
    times = [time for points in (*series.values(), limit) for _, time in points]
    left, right = math.floor(math.log10(min(sizes))), math.ceil(math.log10(max(sizes)))
    low, high = math.floor(math.log10(max(min(times), _LEAST))), math.ceil(math.log10(max(times)))

    def place(size: float, time: float) -> tuple[float, float]:
        across = (math.log10(size) - left) / (right - left)
        up = (math.log10(time) - low) / (high - low)
        return _LEFT + _WIDTH * across, _TOP + _HEIGHT * (1 - up)

    parts = [_head(), _grid(left, right, low, high)]
    ends: list[tuple[float, str, str]] = []
    for name, points in series.items():
        colour = _COLOURS[name]
        places = [place(*point) for point in points]
        parts.append(_line(places, f'stroke="{colour}"'))
        parts.extend(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}">'
            f"<title>{name}: {time:,.1f} µs at {size:,} sentences</title></circle>"
            for (x, y), (size, time) in zip(places, points, strict=True)
        )
        ends.append((places[-1][1], name, colour))
    if limit:
        places = [place(*point) for point in limit]
        parts.append(_line(places, 'class="limit" stroke-dasharray="5 4"'))
        ends.append((places[-1][1], "memory’s limit", ""))
    parts.append(_names(ends))
    return "\n".join((*parts, "</svg>", ""))


def _series(found: Sequence[Measured]) -> dict[str, list[tuple[int, float]]]:
    series: dict[str, list[tuple[int, float]]] = {}
    for measured in found:
        for name in measured.times["content"]:
            point = (measured.size, measured.percentile("content", name, 50))
            series.setdefault(name, []).append(point)
    return series


def _head() -> str:
    """Return the opening with both themes' colours; a page's own choice decides."""
    width, height = _LEFT + _WIDTH + _RIGHT, _TOP + _HEIGHT + _BELOW
    rules = {
        theme: f".ground{{fill:{colours.ground}}} text{{fill:{colours.ink}}}"
        f" .rule{{stroke:{colours.rule}}} .limit{{stroke:{colours.faint}}}"
        for theme, colours in PALETTES.items()
    }
    return (
        f'<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg"'
        ' role="img" font-family="sans-serif" font-size="13"><title>Microseconds a question'
        " against sentences, both logarithmic</title>\n"
        f"<style>{rules[Theme.LIGHT]} @media (prefers-color-scheme: dark)"
        f" {{{rules[Theme.DARK]}}}</style>\n"
        f'<rect class="ground" width="{width}" height="{height}"/>'
    )


def _grid(left: int, right: int, low: int, high: int) -> str:
    """Return the lines of whole powers of ten and what they stand for."""
    parts: list[str] = []
    bottom = _TOP + _HEIGHT
    for power in range(left, right + 1):
        x = _LEFT + _WIDTH * (power - left) / (right - left)
        parts.append(f'<path class="rule" d="M{x:.1f} {_TOP} V{bottom}"/>')
        parts.append(
            f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{10**power:,}</text>'
        )
    for power in range(low, high + 1):
        y = _TOP + _HEIGHT * (1 - (power - low) / (high - low))
        parts.append(f'<path class="rule" d="M{_LEFT} {y:.1f} H{_LEFT + _WIDTH}"/>')
        parts.append(
            f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{_time(power)}</text>'
        )
    parts.append(
        f'<text x="{_LEFT + _WIDTH / 2}" y="{bottom + 45}" text-anchor="middle">sentences</text>'
    )
    return "\n".join(parts)


def _line(places: Sequence[tuple[float, float]], look: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<polyline points="{path}" fill="none" stroke-width="2" {look}/>'


def _names(ends: Sequence[tuple[float, str, str]]) -> str:
    """Write each name at its line's end, moved down where two would meet."""
    parts: list[str] = []
    last = 0.0
    for y, name, colour in sorted(ends):
        last = max(y, last + _APART)
        mark = f'fill="{colour}"' if colour else 'class="limit" fill="none"'
        parts.append(f'<circle cx="{_LEFT + _WIDTH + 14}" cy="{last:.1f}" r="4" {mark}/>')
        parts.append(f'<text x="{_LEFT + _WIDTH + 24}" y="{last + 4:.1f}">{name}</text>')
    return "\n".join(parts)


def _time(power: int) -> str:
    """Return a power of ten of microseconds as people say it."""
    unit, scale = ("s", 6) if power >= 6 else ("ms", 3) if power >= 3 else ("µs", 0)
    return f"{10 ** (power - scale):g} {unit}"
