"""Any text is shown letter for letter: nothing in it is obeyed, nothing invisible is left."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simcord.preview._markdown import markdown_summary, markdown_tokens

from bot.slash.limits import length
from bot.slash.markdown import (
    escape,
    escape_line,
    fit_label,
    fit_line,
    fit_quote,
    unescape,
)
from bot.slash.visible import flat, visible
from tests.odd.judging import LOUD
from tests.odd.texts import ODDITIES

PIECES = st.sampled_from([*ODDITIES, "Kim", "10 March", " ", "a", "-", "1.", "(x)", "'", '"'])
ODD = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))
LIVE = {"users": {"1": "name", "1234567890": "name"}, "roles": {"42": "role"}, "everyone": True}
CONTEXT = LIVE | {"channels": {"99": "place"}, "commands": {"123": "ask"}}


def kinds(tokens) -> set[str]:
    """Return the kinds of all tokens that an independent reader of Markdown finds."""
    found = set()
    for token in tokens:
        found.add(token["type"])
        found |= kinds(token.get("children") or ())
    return found


@pytest.mark.parametrize(
    "text",
    [
        "# heading",
        "## heading",
        "> quote",
        ">>> all of it",
        "- item",
        "* item",
        "+ item",
        "1. item",
        "  23) item",
        "**bold** *it* _it_ __under__ ~~gone~~ ||secret||",
        "`code` ``code`` ```block```",
        "[text](https://example.com)",
        "<https://example.com>",
        "see https://example.com/a_b_c",
        "<@1> <@!1> <@&42> <#99> @everyone @here",
        "</ask:123> <id:browse> <t:1555545600:R> <a:wave:77> <:ok:1> :smile:",
        "\\*not\\* \\",
        "a\n# b\n- c\n1. d\n> e",
    ],
)
def test_nothing_in_a_text_is_obeyed(text):
    tokens = markdown_tokens(escape(text), "text_display", context=CONTEXT)
    assert kinds(tokens) <= {"inline", "paragraph", "text", "break"}
    assert markdown_summary(tokens, 10_000).replace("\u200b", "") == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@everyone", r"\@" + "\u200beveryone"),
        ("@Here", r"\@" + "\u200bHere"),
        ("@every\u200bone", r"\@" + "\u200beveryone"),
        ("https://a.b", r"https\://a.b"),
        ("at 10:30", "at 10:30"),
        ("-# small", r"\-\# small"),
        ("a 1. b", "a 1. b"),
        ("(Agency) -- The leader's 20% rise, “he said”.",) * 2,
    ],
)
def test_escapes_are_as_few_as_they_can_be(text, shown):
    assert escape(text) == shown


@given(ODD)
def test_what_is_escaped_can_be_read_back(text):
    assert unescape(escape(text)) == visible(text)


@given(ODD)
def test_what_is_seen_has_nothing_invisible(text):
    shown = visible(text)
    for at, letter in enumerate(shown):
        category = unicodedata.category(letter)
        assert letter == "\n" or category not in {"Cc", "Cs", "Zl", "Zp"}
        if category == "Cf" and not 0x600 <= ord(letter) <= 0x8E2:
            assert letter in "\u200c\u200d", f"{letter!r} at {at} of {shown!r}"
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u115f\ufe00", " "),
        ("a\u202eb\u202c\u2066c\u2069\u200f", "abc"),
        ("a\x00b\x1bc\td", "a b c d"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u200b\u2060\ufeff\u00adb", "ab"),
        ("\u3164\u2800", "  "),
        ("\ud800\ufffe", "\ufffd\ufffd"),
        ("a\ufe0fb", "ab"),
        ("a\u200db", "ab"),
        ("👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3", "👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_invisible_characters_go_and_those_that_shape_words_stay(text, shown):
    assert visible(text) == shown


@given(ODD, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_bold_changes_no_letter(text, spans):
    quoted = fit_quote(text, [(min(span), max(span)) for span in spans]).shown
    assert all(line.startswith("> ") for line in quoted.split("\n"))
    if length(quoted) < 3000:
        lines = [line.removeprefix("> ") for line in quoted.split("\n")]
        assert unescape("\n".join(lines)) == visible(text)


@pytest.mark.parametrize(
    ("text", "span", "shown"),
    [
        ('"Kim" met', (1, 4), '"**Kim**" met'),
        ('"Kim" met', (0, 5), '"**Kim**" met'),
        ("*Kim*", (1, 4), r"\***Kim**\*"),
        ("_Kim_s", (0, 6), r"\_**Kim\_s**"),
        ("a - b", (1, 4), "a - b"),
        ("Kim Jong Un", (0, 11), "**Kim Jong Un**"),
        ("one\ntwo", (0, 7), "**one**\n> **two**"),
        ("\u200bKim\u200b!", (0, 5), "**Kim**!"),
    ],
)
def test_bold_stands_beside_signs_and_escapes(text, span, shown):
    assert fit_quote(text, [span]).shown == f"> {shown}"


@pytest.mark.parametrize("spans", [[(0, 3), (4, 8)], [(0, 8), (2, 5)], [(4, 8), (0, 3)]])
def test_bold_that_touches_is_one(spans):
    assert fit_quote("Kim Jong Un", spans).shown == "> **Kim Jong** Un"


@given(ODD, st.integers(20, 200))
def test_a_cut_quote_is_a_beginning_to_the_letter(text, room):
    fitted = fit_quote(text, [(0, 5), (8, 30)], room)
    lines = [line.removeprefix("> ") for line in fitted.shown.split("\n")]
    shown = unescape("\n".join(lines))
    assert visible(text).startswith(shown)
    assert length(fitted.shown) <= room
    assert len(visible(text)[len(shown) :].strip()) == fitted.left


def test_a_cut_falls_between_words_and_closes_its_bold():
    fitted = fit_quote("The leaders will meet in the harbour", [(4, 36)], 30)
    assert fitted.shown == "> The **leaders will meet in**"
    assert fitted.left == len("the harbour")


@given(ODD, st.integers(2, 200))
def test_lines_and_labels_fit(text, room):
    for shown in (fit_line(text, room), fit_label(text, room)):
        assert length(shown) <= room
        assert "\n" not in shown
    assert unescape(escape_line(text)) == flat(text)


def test_only_a_line_that_is_cut_says_so():
    assert fit_line("to the letter", 13) == fit_label("to the letter", 13) == "to the letter"
    assert fit_line("to the letter", 12) == fit_label("to the letter", 12) == "to the…"


@given(ODD)
def test_no_raw_mention_is_left_for_servers_that_know_no_escapes(text):
    assert not LOUD.search(escape(text))
    assert not re.search(r"<[@#]|(?<!\\)<", escape(text))
