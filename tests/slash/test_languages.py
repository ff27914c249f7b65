"""Another language is one file: whatever a member reads goes through the translations."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random
from string import Formatter
from textwrap import shorten
from typing import Any

import discord
import pytest

from bot.answers.citation import cite, show_date
from bot.briefings.pictures.timeline import timeline_picture
from bot.corpus import left_out
from bot.phrase import Phrase
from bot.schedule.issues import Issue, Lead
from bot.slash import texts
from bot.slash.languages import LanguageError, english, read_languages
from bot.slash.posting.rendering import Renderer
from bot.slash.replies.citing import citation_line
from bot.slash.replies.coverage import coverage_view
from bot.slash.replies.timeline import timeline_view
from bot.slash.requests import CoverageRequest, TimelineRequest
from bot.slash.speaking import say, speaking, translated
from tests.briefings.test_pictures import SVG
from tests.odd.articles import odd_corpus
from tests.odd.schedules import NOW, OneIssue, odd_schedule
from tests.slash.conftest import labels
from tests.slash.marked import Marked, assert_marked, known_words, left, visible_words
from tests.slash.test_buttons import NOWHERE, field

MEETING = "Where will Kim and Putin meet?"
THEY = "Where will they meet?"
TYPED = ("nobody at all", "nothing of the kind", "elsewhere")


@pytest.fixture
def known(answerer, desk) -> list[str]:
    return known_words(
        desk,
        MEETING,
        THEY,
        NOWHERE,
        "What is your name?",
        "cup",
        "I heard that.",
        "Because.",
        *TYPED,
    )


def plain(message) -> list | dict:
    """Return a message's components, or a modal, as plain data."""
    if isinstance(message, dict):
        return message
    return [one if isinstance(one, dict) else one.to_dict() for one in message.components]


async def spoken(server, sentence: str) -> Iterator:
    """Yield the name and the message of everything there is to see."""
    member, channel, manager = server.member, server.channel, server.manager
    answer = await server.ask(MEETING)
    yield "ask", answer.response
    for start in ("⟦Conte", "⟦More⟧", "⟦Helpf"):
        label = next(one for one in labels(answer.response) if one.startswith(start))
        yield label, (await member.click(answer.response, label=label)).response
    wrong = await member.click(answer.response, label="⟦Wrong⟧")
    yield "modal", wrong.modal
    follow_up = await member.click(answer.response, label="⟦Ask a follow-up⟧")
    yield "follow-up", follow_up.modal
    yield "why", (await member.submit_modal(wrong, {field(wrong): "Because."})).response
    nothing = await server.ask(NOWHERE)
    yield "not found", nothing.response
    yield "closest", (await member.click(nothing.response, label="⟦Closest sentences⟧")).response
    for name, options in (
        ("read", {"article": "1"}), ("sources", {}), ("verify", {"quotation": NOWHERE}),
        ("verify", {"quotation": sentence}),
        ("ask", {"question": THEY}), ("brief", {}), ("compare", {}), ("coverage", {}), ("timeline", {}),
        ("who", {"name": "Kim Jong Un"}), ("help", {}), ("privacy", {}), ("status", {}),
        ("timeline", {"from": "2019-04-20", "to": "2019-04-10"}), ("timeline", {"from": TYPED[2]}),
        ("who", {"name": TYPED[0]}), ("brief", {"topic": TYPED[1]}), ("ask", {"question": " "}),
        ("read", {"article": "1", "from": 900}), ("verify", {"quotation": TYPED[1]}),
        ("ask", {"question": "What is your name?"}), ("brief", {"length": "short"}),
        ("compare", {"about": MEETING}),
        ("ask", {"question": "What?", "outlet": TYPED[0]}), ("read", {"article": TYPED[1]}),
    ):  # fmt: skip
        yield name, (await member.slash(channel, name, **options)).response
    message = await member.send(channel, f"I heard that. {MEETING}")
    yield "Find sources", (await member.context_menu(channel, "Find sources", message)).response
    for name, options in (
        ("settings show", {}), ("settings chat", {"on": True}), ("feedback", {}),
        ("schedule list", {}), ("schedule show", {"schedule": "1"}),
        ("settings time-zone", {"zone": TYPED[2]}), ("settings time-zone", {"zone": "europe/paris"}),
        ("settings outlets", {"outlet": "VICE", "treatment": "prefer"}),
        ("settings outlets", {"outlet": "VICE", "treatment": "leave out"}),
        ("settings outlets", {"outlet": "VICE", "treatment": "alike"}),
        ("settings feedback-role", {}), ("settings chat", {"on": False}),
    ):  # fmt: skip
        yield name, (await manager.slash(channel, name, **options)).response


async def test_whatever_is_shown_goes_through_the_translations(speaker, answerer, known):
    missed = {}
    async for name, message in spoken(speaker, answerer.corpus.sentences[5].text):
        said = "\n".join(visible_words(plain(message)))
        assert "⟦" in said, name
        if found := left(said, known):
            missed[name] = f"{found}: {said}"
    assert not missed, "\n\n".join(f"{name}: {found}" for name, found in missed.items())


def test_lines_that_are_not_quoted_say_why(marked, known, answerer):
    lines = [(s, a) for a in answerer.corpus.articles for s in a.sentences if s.number is None]
    assert len({sentence.why for sentence, _ in lines}) > 5
    whys = [vars(left_out)[name] for name in vars(left_out) if name.isupper()]
    whys = [Phrase(why, number=3) for why in whys]
    sentence, article = lines[0]
    lines += [(replace(sentence, why=why), article) for why in whys]
    for sentence, article in lines:
        assert_marked(citation_line(article, sentence), known)


def test_pictures_and_what_is_read_aloud_of_them(marked, known, desk):
    timeline = desk.timeline()
    empty = replace(timeline, events=())
    for picture in (
        coverage_view(desk.coverage(None), CoverageRequest(), pictures=True).picture,
        timeline_view(timeline, TimelineRequest(), desk.corpus, pictures=True).picture,
        timeline_picture(empty.events, title="⟦Timeline⟧", say=translated),
    ):
        sentences = [sentence.text for sentence in desk.corpus.sentences]
        quoted = [shorten(" ".join(text.split()), 70, placeholder="…") for text in sentences]
        assert_marked(picture.alt, [*quoted, *known])
        lines = [one.text for one in ET.fromstring(picture.svg).iter(f"{SVG}text")]
        names = [*(topic.name for topic in desk.topics), *desk.corpus.outlets]
        said = [line for line in lines if not _quoted(line, [*sentences, *names])]
        assert_marked("\n".join(said), known)


def _quoted(line, sentences) -> bool:
    words = " ".join(line.strip("“”…").split())
    return any(words in " ".join(text.split()) for text in sentences)


def test_languages_are_read_and_spoken(tmp_path):
    (tmp_path / "de.json").write_text(
        json.dumps({texts.BLANK.message: "Da steht nichts.", "{day} (inferred)": "{day} (erschlossen)",
                    "{day} {month} {year}": "{day}. {month} {year}", "Apr": "Apr."})
    )  # fmt: skip
    languages = read_languages(tmp_path)
    article = odd_corpus(Random(1)).articles[0]
    with speaking(languages, discord.Locale.german):
        assert say(texts.BLANK) == "Da steht nichts."
        assert show_date(date(2019, 4, 18), translated) == "18. Apr. 2019"
        assert show_date(date(2019, 4, 18)) == "18 Apr 2019"
        with speaking(languages, discord.Locale.french):
            assert say(texts.BLANK) == texts.BLANK.message
        assert say(texts.BLANK) == "Da steht nichts."
    assert say(texts.BLANK) == texts.BLANK.message
    assert cite(article, article.quotable[0], translated) == cite(article, article.quotable[0])


def test_posts_that_are_alike_are_made_anew_in_another_language():
    schedule = odd_schedule(Random(1))
    issue = Issue("News", date(2026, 9, 30), Lead.NOTHING_NEW, None, (), "")
    desk: Any = OneIssue(None, issue)
    renderer = Renderer(desk)
    assert "⟦" not in renderer.post(schedule, NOW, frozenset()).body
    with speaking({"de": Marked()}, discord.Locale.german):
        assert "⟦" in renderer.post(schedule, NOW, frozenset()).body
    assert "⟦" not in renderer.post(schedule, NOW, frozenset()).body


@pytest.mark.parametrize(
    ("name", "held", "said"),
    [
        ("xx.json", "{}", "Discord has no language “xx”. It has: "),
        ("de.json", "{", "de.json: this can't be read as JSON: "),
        ("de.json", "[]", "write one object from English texts to translations"),
        ("de.json", '{"Nothing of the kind": "x"}', "has no text “Nothing of the kind”"),
        ("de.json", '{"More": ""}', "the translation of “More” is no text"),
        ("de.json", '{"via {name}": "über {nom}"}', "other blanks. It needs: {name}."),
        ("de.json", '{"More": "Mehr {"}', "other blanks. It needs: none."),
    ],
)
def test_a_fault_in_a_language_names_file_text_and_cure(tmp_path, name, held, said):
    (tmp_path / name).write_text(held)
    with pytest.raises(LanguageError) as caught:
        read_languages(tmp_path)
    assert said in str(caught.value)
    assert str(tmp_path / name) in str(caught.value)


def test_every_text_may_be_translated_and_stays_what_it_is(tmp_path):
    (tmp_path / "de.json").write_text(json.dumps({text: text for text in english()}))
    assert len(read_languages(tmp_path)["de"]) == len(english()) > 300


@pytest.mark.parametrize("text", english())
def test_every_text_can_be_filled_in(text):
    blanks = {name: 1 for _, name, _, _ in Formatter().parse(text) if name}
    assert "{" not in text.format(**blanks)
