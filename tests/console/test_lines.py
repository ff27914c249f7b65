"""Pages of lines: the same words on a terminal and in a pipe, and links that stay whole."""

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.console.lines import Line, plain, styled

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), max_size=30)
LINES = st.lists(
    st.builds(
        Line,
        text=st.lists(WORDS, max_size=20).map(" ".join),
        style=st.sampled_from(["", "dim", "bold yellow"]),
        indent=st.integers(0, 6),
    ),
    max_size=6,
)


def on_a_terminal(lines: list[Line]) -> str:
    stream = io.StringIO()
    Console(file=stream, width=60, force_terminal=True, color_system=None).print(styled(lines))
    return stream.getvalue()


@given(LINES)
def test_both_show_the_same_letters_in_the_same_order(lines):
    assert "".join(plain(lines, 60).split()) == "".join(on_a_terminal(lines).split())


@given(LINES)
def test_a_plain_line_is_no_wider_than_asked_unless_a_word_is(lines):
    for line in plain(lines, 60).splitlines():
        assert len(line) <= 60 or len(line.split()) == 1


def test_a_link_stays_whole_where_nothing_shows_its_width():
    link = "https://example.org/" + "very-long-" * 20
    assert plain([Line(link, indent=6)], 40) == f"      {link}\n"


def test_an_empty_line_parts_two_in_both():
    lines = [Line("one"), Line(""), Line("two")]
    assert plain(lines, 40) == "one\n\ntwo\n"
    assert [line.rstrip() for line in on_a_terminal(lines).splitlines()] == ["one", "", "two"]
