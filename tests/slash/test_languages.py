"""Another language is one file: whatever a member reads goes through the translations."""

import json
import re
from collections.abc import Iterator
from datetime import date
from random import Random
from string import Formatter
from typing import Any

import discord
import pytest

from bot.answers.citation import cite, show_date
from bot.schedule.issues import Issue, Lead
from bot.slash import texts
from bot.slash.languages import LanguageError, english, read_languages
from bot.slash.markdown import unescape
from bot.slash.posting.rendering import Renderer
from bot.slash.speaking import say, speaking, translated
from tests.odd.articles import odd_corpus
from tests.odd.schedules import NOW, OneIssue, odd_schedule
from tests.slash.conftest import labels, shown
from tests.slash.test_buttons import NOWHERE, field

MEETING = "Where will Kim and Putin meet?"
THEY = "Where will they meet?"
QUOTED = re.compile(r"^> .*$|^-# Before it.*$", re.MULTILINE)
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
# What Discord itself puts in the reader's language, and what stands for itself in any.
OWN = re.compile(r"<[^>]*>|[\w.]+\.\w+|¶\d+")


class Marked(dict):
    """A language in which every text stands between brackets."""

    def get(self, text, default=None):
        return f"⟦{text}⟧"


@pytest.fixture
def speaker(server):
    # Set once the commands are known: their names are not to have brackets.
    server.env.bot.languages = {"en-US": Marked()}
    return server


def left(said: str, known: list[str]) -> str:
    """Return the letters of a text that are neither translated, nor quoted, nor known."""
    said = QUOTED.sub("", unescape(said))
    while MARKED.search(said):
        said = MARKED.sub("", said)
    for one in known:
        said = said.replace(one, "")
    return "".join(re.findall(r"[^\W\d_]+", OWN.sub("", said)))


@pytest.fixture
def known(answerer, desk) -> list[str]:
    """What stands in the articles and beside them, the longest first."""
    found = {MEETING, THEY, NOWHERE, "I heard that.", "Because."}
    for article in answerer.corpus.articles:
        found |= {article.id, article.outlet, article.title or "", article.via or ""}
        found |= {*article.authors, ", ".join(article.authors)}
        found |= {sentence.text for sentence in article.sentences}
    found |= {topic.name for topic in desk.topics} | set(desk.questions)
    found |= {entry.name for entry in desk.corpus.names.entries}
    return sorted(filter(None, found), key=len, reverse=True)


async def spoken(server, sentence: str) -> Iterator:
    """Yield the name and the message of everything there is to see."""
    member, channel, manager = server.member, server.channel, server.manager
    answer = await server.ask(MEETING)
    yield "ask", answer.response
    for start in ("⟦Conte", "⟦More⟧", "⟦Helpf"):
        label = next(one for one in labels(answer.response) if one.startswith(start))
        yield label, (await member.click(answer.response, label=label)).response
    wrong = await member.click(answer.response, label="⟦Wrong⟧")
    yield "why", (await member.submit_modal(wrong, {field(wrong): "Because."})).response
    nothing = await server.ask(NOWHERE)
    yield "not found", nothing.response
    yield "closest", (await member.click(nothing.response, label="⟦Closest sentences⟧")).response
    for name, options in (
        ("read", {"article": "1"}), ("sources", {}), ("verify", {"quotation": NOWHERE}),
        ("verify", {"quotation": sentence}),
        ("ask", {"question": THEY}), ("brief", {}), ("compare", {}), ("coverage", {}), ("timeline", {}),
        ("who", {"name": "Kim Jong Un"}), ("help", {}), ("privacy", {}), ("status", {}),
        ("ask", {"question": "What?", "outlet": "nobody"}), ("read", {"article": "nothing"}),
    ):  # fmt: skip
        yield name, (await member.slash(channel, name, **options)).response
    message = await member.send(channel, f"I heard that. {MEETING}")
    yield "Find sources", (await member.context_menu(channel, "Find sources", message)).response
    for name, options in (
        ("settings show", {}), ("settings chat", {"on": True}), ("feedback", {}),
        ("schedule list", {}),
    ):  # fmt: skip
        yield name, (await manager.slash(channel, name, **options)).response


async def test_whatever_is_shown_goes_through_the_translations(speaker, answerer, known):
    missed = {}
    async for name, message in spoken(speaker, answerer.corpus.sentences[5].text):
        said = "\n".join([shown(message), *labels(message)])
        assert "⟦" in said, name
        if found := left(said, known):
            missed[name] = (found, said)
    assert not missed, "\n\n".join(f"{name}: {found}" for name, found in missed.items())


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
