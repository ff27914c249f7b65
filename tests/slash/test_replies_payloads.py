"""Any question and any article make a payload that Discord takes and that obeys no text."""

import json
import re
from random import Random

import pytest
from discord.components import _component_factory
from discord.ui import DynamicItem
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.answer import Answer, Quote, Status
from bot.slash.buttons import BUTTONS
from bot.slash.limits import TEXT, walk
from bot.slash.markdown import fit_line, unescape
from bot.slash.references import Listed, refer
from bot.slash.replies import answer_view, closest_view, following_view, notice_view
from bot.slash.replies.citing import citation_line
from bot.slash.replies.question import question_of
from bot.slash.visible import flat, visible
from tests.odd.articles import article_of, corpus_of
from tests.odd.judging import breaches, faults, live, obeyed
from tests.odd.payloads import KINDS
from tests.odd.texts import ODDITIES

ODD = st.one_of(
    st.text(st.characters(exclude_categories=()), min_size=1),
    st.lists(st.sampled_from([*ODDITIES, "word"]), min_size=1).map("".join),
)
LONG = st.builds(lambda text, times: (text * times)[:6000], ODD, st.integers(1, 3000))
TEXTS = st.lists(st.one_of(ODD, LONG), min_size=1, max_size=14)


class Posted:
    """A message as far as the question is read back from it."""

    def __init__(self, view) -> None:
        sent = json.loads(json.dumps(view.to_components()))
        self.components = [_component_factory(component) for component in sent]


def contents(view) -> list[str]:
    return [item["content"] for item in walk(view.to_components()) if "content" in item]


@st.composite
def answers(draw):
    texts = draw(TEXTS)
    told = {"outlet": draw(ODD), "title": draw(st.none() | ODD), "via": draw(st.none() | ODD)}
    article = article_of(draw(st.text()), texts, url=draw(st.none() | st.text()), **told)
    spans = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=3)
    quotes = [
        Quote(
            sentence,
            article,
            1.0,
            tuple((min(span), max(span)) for span in draw(spans)),
            draw(st.booleans()),
            draw(st.none() | st.just(article.quotable[0])),
        )
        for sentence in article.quotable
    ]
    cut = draw(st.integers(0, len(quotes)))
    answer = Answer(
        question=draw(st.one_of(st.just(""), ODD, LONG)),
        status=Status.ANSWERED if cut else Status.NOT_FOUND,
        confidence=0.5,
        quotes=tuple(quotes[:cut]),
        closest=tuple(quotes[cut:]),
        corroborated_by=tuple(draw(st.lists(ODD, max_size=5))),
        notes=tuple(draw(st.lists(ODD, max_size=3))),
    )
    return answer, corpus_of(article)


@settings(deadline=None)
@given(answers())
def test_any_answer_makes_a_legal_payload_with_whole_citations(made):
    answer, corpus = made
    view = answer_view(answer, corpus)
    assert breaches(view) == ()
    assert live(view) == []
    said = contents(view)
    assert sum(map(len, said)) <= TEXT
    if not answer.answered:
        assert said[0] == "**The articles do not say.**"
        return
    for number, quote in enumerate(answer.shown, 1):
        cited = [text for text in said if text.startswith(f"[{number}] ")]
        if cited:
            line = f"[{number}] {citation_line(quote.article, quote.sentence)}"
            assert len(cited) == 1
            assert cited[0].split("\n")[0].removesuffix(" · **older reporting**") == line
            above = said[said.index(cited[0]) - 1]
            lines = re.findall(r"^> (.*)$", above, re.MULTILINE)
            assert visible(quote.sentence.text).startswith(unescape("\n".join(lines)))
    assert any(text.startswith("[1] ") for text in said)


@settings(deadline=None)
@given(answers())
def test_every_button_is_one_of_ours_and_reads_back_to_itself(made):
    view = answer_view(*made)
    pressable = [item for item in view.walk_children() if isinstance(item, DynamicItem)]
    pressable += [item.accessory for item in view.walk_children() if hasattr(item, "accessory")]
    ids = {item["custom_id"] for item in walk(view.to_components()) if "custom_id" in item}
    assert ids == {item.custom_id for item in pressable}
    for item in pressable:
        matches = [
            (kind, match)
            for kind in BUTTONS
            if (match := kind.__discord_ui_compiled_template__.fullmatch(item.custom_id))
        ]
        assert [kind for kind, _ in matches] == [type(item)]
        kind, match = matches[0]
        assert kind.read(match).custom_id == item.custom_id


@settings(deadline=None)
@given(answers())
def test_the_question_is_read_back_from_the_message(made):
    answer, corpus = made
    read = question_of(Posted(answer_view(answer, corpus)))
    if fit_line(answer.question, 400).endswith("…"):
        assert flat(answer.question).startswith(read.removesuffix("…"))
    else:
        assert read == flat(answer.question)


@settings(deadline=None)
@given(answers(), st.integers(1, 999))
def test_following_sentences_make_a_legal_payload(made, first):
    corpus = made[1]
    references = [Listed(refer(sentence)) for sentence in corpus.sentences][:10]
    for view in (closest_view(references, corpus), following_view(references, corpus, first)):
        assert breaches(view) == ()
        assert live(view) == []


@given(ODD)
def test_any_notice_is_legal(text):
    assert breaches(notice_view(text)) == ()
    assert live(notice_view(text)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_payload_is_legal_and_obeys_no_text(kind):
    for number in range(15):
        for payload in KINDS[kind](Random(f"{kind} {number}")):
            assert list(faults(payload)) == []
            assert list(obeyed(payload)) == []
