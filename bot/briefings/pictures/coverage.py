"""A heat map of coverage: topics down, outlets across, the deeper the more sentences."""

from bot.briefings.coverage import Coverage
from bot.briefings.pictures.canvas import MARGIN, WIDTH, Canvas, Picture, Theme, wrap
from bot.phrase import Say, in_english

LEGEND = "sentences that tell of each topic; older reporting is violet"
TOLD = "{outlet}: {count} of {all} topics"
MOST = "most on {topic} ({count})"
NOT_ON = "not {topics}"
NO_OUTLET = "No outlet has published yet."
_NAMES = 172
_ROW = 74
_GAP = 6
_LARGE, _SMALL = 26, 21
_LINE = 26
_HEAD = 96
_MOST_OUTLETS = 6
# How far the deepest colour goes, so that the number on it can still be read.
_DEEPEST = 0.5
# Discord takes no longer description of a picture.
ALT = 1024


def coverage_picture(
    coverage: Coverage,
    theme: Theme = Theme.DARK,
    title: str = "Who covers what",
    say: Say = in_english,
) -> Picture:
    """Return the map; outlets beyond six are left to the text."""
    canvas = Canvas(theme)
    outlets = coverage.outlets[:_MOST_OUTLETS]
    room = (WIDTH - 2 * MARGIN - _NAMES) / max(len(outlets), 1)
    top = MARGIN + 34
    canvas.text(MARGIN, top, wrap(title, 34, WIDTH - 2 * MARGIN, 1)[0], 34, canvas.palette.ink)
    for column, outlet in enumerate(outlets):
        middle = MARGIN + _NAMES + (column + 0.5) * room
        for number, line in enumerate(wrap(outlet.removeprefix("The "), 15, room, 3)):
            base: float = top + 46 + number * 20
            canvas.text(middle, base, line, 15, canvas.palette.faint, anchor="middle")
    y = top + _HEAD + _GAP
    for topic in coverage.topics:
        lines = wrap(topic, _SMALL, _NAMES - 12, 2)
        for number, line in enumerate(lines):
            base = y + _ROW / 2 + 8 + (number - (len(lines) - 1) / 2) * _LINE
            canvas.text(MARGIN, base, line, _SMALL, canvas.palette.ink)
        for column, outlet in enumerate(outlets):
            _cell(canvas, coverage, (topic, outlet), MARGIN + _NAMES + column * room, y, room)
        y += _ROW
    canvas.text(MARGIN, y + 34, say(LEGEND), 18, canvas.palette.faint)
    return canvas.picture(title, _alt(coverage, say), y + 34 + MARGIN)


def _cell(
    canvas: Canvas, coverage: Coverage, pair: tuple[str, str], x: float, y: float, room: float
) -> None:
    """Draw a box the deeper in colour the greater its number; an empty one has a dash."""
    cell, palette = coverage.cells[pair], canvas.palette
    width, height = room - _GAP, _ROW - _GAP
    middle, base = x + width / 2, y + height / 2 + 9
    deepest = palette.reported if cell.older else palette.accent
    share = _DEEPEST * cell.sentences / coverage.most if cell.sentences else 0.0
    canvas.rectangle(x, y, width, height, _mixed(palette.panel, deepest, share), 8)
    if cell.sentences:
        number = str(cell.sentences)
        canvas.text(middle, base, number, _LARGE, palette.ink, bold=True, anchor="middle")
    else:
        canvas.text(middle, base, "–", _LARGE, palette.faint, anchor="middle")


def _mixed(ground: str, colour: str, share: float) -> str:
    """Return a colour between two of the form #rrggbb."""
    ends = [[int(c[at : at + 2], 16) for at in (1, 3, 5)] for c in (ground, colour)]
    parts = (round(a + (b - a) * share) for a, b in zip(*ends, strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _alt(coverage: Coverage, say: Say) -> str:
    """Say the map in words: what each outlet tells of most, and what it leaves out."""
    parts: list[str] = []
    for outlet in coverage.outlets:
        counts = {topic: coverage.cells[topic, outlet].sentences for topic in coverage.topics}
        told = [topic for topic, count in counts.items() if count]
        most = max(told, key=lambda topic: counts[topic], default=None)
        said = [say(TOLD).format(outlet=outlet, count=len(told), all=len(counts))]
        if most:
            said.append(say(MOST).format(topic=most, count=counts[most]))
        left_out = coverage.left_out(outlet)
        if left_out and told:
            said.append(say(NOT_ON).format(topics=", ".join(left_out)))
        parts.append(", ".join(said))
    words = "; ".join(parts) + "." if parts else say(NO_OUTLET)
    return words if len(words) <= ALT else f"{words[: ALT - 1]}…"
