"""Draw the README's picture: a real reply of the console, as an SVG.

python docs/draw_reply.py
"""

import io
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

from bot.app import build_answerer
from bot.console.answer_lines import answer_lines
from bot.console.lines import styled
from bot.corpus.loading import load
from bot.settings import read_settings

QUESTION = "When does Biegun travel to Russia?"
# No font from elsewhere: the viewer's own monospaced one will do.
FORMAT = """<svg viewBox="0 0 {terminal_width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace;
font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>{lines}</defs>
<rect width="{terminal_width}" height="{height}" rx="8" fill="#1b1b1f"/>
<g transform="translate(12, 8)" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def main() -> None:
    """Ask the question and write docs/reply.svg."""
    settings = read_settings()
    answer = build_answerer(load(settings.seeds), settings).ask(QUESTION)
    console = Console(record=True, width=96, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"? {QUESTION}", style="bold"))
    console.print(styled(answer_lines(answer)))
    picture = console.export_svg(
        code_format=FORMAT, theme=DIMMED_MONOKAI, unique_id="reply", title=QUESTION
    )
    Path(__file__).with_name("reply.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
