"""Timelines as pictures."""

import struct
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefings.pictures.canvas import PALETTES, WIDTH, Canvas, Theme, breadth, wrap
from bot.briefings.pictures.rendering import NoRendererError, can_render, png
from bot.briefings.pictures.timeline import ALT, ROWS, timeline_picture
from bot.briefings.timeline import Timelines

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def events(answerers):
    answerer = answerers["summit"]
    return Timelines(answerer.index).timeline(answerer.within(), date(2019, 3, 1)).events


@pytest.mark.parametrize("theme", Theme)
def test_a_picture_is_well_formed_and_said_in_words(events, theme):
    picture = timeline_picture(events, theme, 'Kim & "Putin" <2019>')
    root = ET.fromstring(picture.svg)
    assert root.find(f"{SVG}title").text == 'Kim & "Putin" <2019>'
    assert root.find(f"{SVG}desc").text == picture.alt
    assert 0 < len(picture.alt) <= ALT
    lines = [text.text for text in root.iter(f"{SVG}text")]
    assert f"and {len(events) - ROWS} more" in lines
    for event in events[:ROWS]:
        assert any(event.lead.sentence.text.split()[0] in line for line in lines)


def test_every_line_stays_inside(events):
    root = ET.fromstring(timeline_picture(events).svg)
    for text in root.iter(f"{SVG}text"):
        size, bold = int(text.get("font-size")), text.get("font-weight") == "700"
        assert float(text.get("x")) + breadth(text.text, size, bold=bold) <= WIDTH
        assert float(text.get("y")) < float(root.get("height"))


def test_nothing_dated_is_said(events):
    assert "Nothing is dated" in timeline_picture(()).alt


@pytest.mark.parametrize("theme", Theme)
def test_colours_can_be_told_from_the_ground(theme):
    palette = PALETTES[theme]
    for colour in (palette.ink, palette.faint, palette.accent, palette.planned, palette.reported):
        bright, dark = sorted((_light(colour), _light(palette.ground)), reverse=True)
        assert (bright + 0.05) / (dark + 0.05) >= 4.5


def _light(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def drawn(words):
    canvas = Canvas(Theme.LIGHT, 300)
    canvas.text(10, 40, words, 25, canvas.palette.ink)
    return png(canvas.picture("A word", "A word.", 60))


@pytest.fixture
def asked_of(monkeypatch):
    """What the renderer was asked for; it draws all the same."""
    renderer = pytest.importorskip("resvg_py")
    pytest.importorskip("ttf_opensans")
    asked, draw = [], renderer.svg_to_bytes

    def noted(**options):
        asked.append(options)
        return draw(**options)

    monkeypatch.setattr(renderer, "svg_to_bytes", noted)
    return asked


def test_text_is_drawn_in_the_font_that_comes_along_with_no_font_of_the_system(asked_of):
    pictures = [drawn(words) for words in ("Kim Jong Un", "Желязна — “ça”", "")]
    assert all(options["skip_system_fonts"] for options in asked_of)
    assert len(set(pictures)) == 3, "text is missing"


def test_letters_that_the_font_lacks_are_looked_for_in_the_system(asked_of):
    drawn("金正恩")
    assert not asked_of[0]["skip_system_fonts"]


def test_bold_is_drawn_bolder(asked_of):
    def ink(bold):
        canvas = Canvas(Theme.LIGHT, 300)
        canvas.text(10, 40, "Timeline", 25, canvas.palette.ink, bold=bold)
        return png(canvas.picture("A word", "A word.", 60))

    assert ink(True) != ink(False)


def test_it_is_rendered_at_a_phone_s_width(events):
    pytest.importorskip("resvg_py")
    pytest.importorskip("ttf_opensans")
    picture = timeline_picture(events)
    data = png(picture)
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (WIDTH, picture.height)


@pytest.mark.parametrize("missing", ["resvg_py", "ttf_opensans"])
def test_without_renderer_or_font_the_cure_is_said(events, monkeypatch, missing):
    monkeypatch.setitem(__import__("sys").modules, missing, None)
    assert not can_render()
    with pytest.raises(NoRendererError, match="pictures"):
        png(timeline_picture(events))


@settings(deadline=None)
@given(st.text(max_size=300), st.integers(1, 4), st.integers(100, 600))
def test_wrapped_text_fits(words, lines, room):
    wrapped = wrap(words, 25, room, lines)
    assert len(wrapped) <= lines
    assert all(breadth(line, 25) <= room for line in wrapped)
    if wrapped and not wrapped[-1].endswith("…"):
        assert "".join(wrapped).replace(" ", "") == "".join(words.split())


def test_a_long_quote_shows_the_words_that_say_when(answerers):
    answerer = answerers["summit"]
    events = Timelines(answerer.index).timeline(answerer.within()).events
    cut = 0
    for event in events:
        root = ET.fromstring(timeline_picture([event]).svg)
        lines = " ".join(text.text for text in root.iter(f"{SVG}text"))
        assert " ".join(event.lead.text.split()) in lines, lines
        cut += f"“{event.lead.sentence.text[:12]}" not in lines
    assert 0 < cut < len(events)
