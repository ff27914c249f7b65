"""Paragraphs, whichever way the lines of a file were broken."""

import textwrap

import pytest

from bot.corpus.paragraphs import paragraphs

FIRST = (
    "The bridge, the only road link between the town and the port, was closed to all traffic on "
    "Monday evening after inspectors found a crack in one of its steel cross-beams."
)
SECOND = (
    "The crack, 38 centimetres long, was discovered on Sunday in a beam beside the east tower, "
    "and nobody could be certain that the beam would carry a full load any longer."
)
THIRD = (
    "Some 19,000 vehicles use the bridge each day, and drivers must now take a long detour through "
    "the lower town, at the head of the estuary, until further notice."
)
LONG = (FIRST, SECOND, THIRD)
SHORT = "Nobody was hurt."
BREAKS = ["\n", "\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029"]


def cut(text: str) -> list[str]:
    return [" ".join(text[span.start : span.end].split()) for span in paragraphs(text)]


def wrap(text: str, column: int) -> str:
    return "\n".join(textwrap.wrap(text, column, break_on_hyphens=False))


@pytest.mark.parametrize("line_end", BREAKS, ids=[f"U+{ord(b[0]):04X}x{len(b)}" for b in BREAKS])
def test_any_line_end_separates_unwrapped_paragraphs(line_end: str) -> None:
    wanted = [*LONG, SHORT]
    assert cut(line_end.join(wanted)) == wanted
    assert cut((line_end * 2).join(wanted)) == wanted
    assert cut((line_end * 3).join(wanted) + line_end) == wanted


@pytest.mark.parametrize("column", [40, 60, 72, 80, 100])
def test_wrapped_paragraphs_are_whole(column: int) -> None:
    wanted = [FIRST, SHORT, SECOND, THIRD]
    assert cut("\n\n".join(wrap(paragraph, column) for paragraph in wanted)) == wanted


def test_wrapped_paragraphs_without_blank_lines_end_with_a_line_that_is_not_full() -> None:
    wanted = [FIRST, SHORT, SECOND, THIRD]
    assert cut("\n".join(wrap(paragraph, 72) for paragraph in wanted)) == wanted


def test_a_line_that_was_not_wrapped_does_not_hide_that_the_others_were() -> None:
    heading = (
        "Harbour bridge closed to all traffic after inspectors find a crack in one of its beams"
    )
    wanted = [heading, FIRST, SECOND]
    for between in ("\n\n", "\n"):
        wrapped = between.join([heading, wrap(FIRST, 72), wrap(SECOND, 72)])
        assert cut(wrapped) == wanted


def test_wrapped_text_with_crlf_is_whole() -> None:
    wrapped = "\n\n".join(wrap(paragraph, 72) for paragraph in LONG).replace("\n", "\r\n")
    assert cut(wrapped) == list(LONG)


def test_a_blank_line_ends_a_paragraph_however_full_the_line_before_was() -> None:
    lines = wrap(" ".join(LONG), 72).split("\n")
    assert cut("\n".join(lines[:3]) + "\n\n" + "\n".join(lines[3:])) == [
        " ".join(lines[:3]),
        " ".join(lines[3:]),
    ]


def test_a_line_with_nothing_but_white_space_is_blank() -> None:
    wrapped = "\n \t\u00a0\u200b\n".join(wrap(paragraph, 72) for paragraph in LONG)
    assert cut(wrapped) == list(LONG)


def test_short_lines_of_their_own_are_not_joined() -> None:
    menu = ["News", "Sport", "Weather", "Travel", "Sign in", "The bridge is closed", "By Bea Lane"]
    assert cut("\n".join([*menu, *LONG])) == [*menu, *LONG]


def test_headlines_of_like_length_are_not_joined() -> None:
    links = [
        "Storm closes ferry port for a third day in a row",
        "Council votes to lend money to shops on the quay",
        "Divers find wreck of trawler lost in winter gale",
        "School opens gates to families cut off by floods",
        "Mayor calls for inquiry into how beams were kept",
    ]
    assert cut("\n".join(links)) == links


def test_sentences_on_lines_of_their_own_are_not_joined() -> None:
    lines = [f"Ship number {'one two three four'.split()[i % 4]} left." for i in range(12)]
    assert cut("\n".join(lines)) == lines


def test_edges_are_not_white_space() -> None:
    text = "\ufeff  \u2003The bridge is closed.\u00a0 \n\t\x1cNobody was hurt.\x1f\u200b\n"
    found = [text[span.start : span.end] for span in paragraphs(text)]
    assert found == ["The bridge is closed.", "Nobody was hurt."]


@pytest.mark.parametrize("text", ["", "\n", " ", "\ufeff", "\r\n\r\n", "\f \u200b\u00a0\u2028"])
def test_a_text_of_white_space_has_no_paragraphs(text: str) -> None:
    assert paragraphs(text) == []


def test_one_line_without_an_end_is_a_paragraph() -> None:
    assert cut("The bridge is closed") == ["The bridge is closed"]


def test_lines_that_someone_broke_a_little_early_go_on() -> None:
    column = 60
    lines = wrap(FIRST, column).split("\n")
    head, tail = lines[0].rsplit(" ", 1)
    early = "\n".join([head, f"{tail} {lines[1]}"[:column].rsplit(" ", 1)[0]])
    rest = FIRST.removeprefix(" ".join(early.split())).strip()
    text = "\n\n".join(
        [f"{early}\n{wrap(rest, column)}", wrap(SECOND, column), wrap(THIRD, column)]
    )
    assert cut(text) == list(LONG)
