"""`topics.toml`: a story's topics, each with the standing questions a briefing asks for it."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.answers.signs import has_number, is_calendar
from bot.corpus.blocks import plain
from bot.corpus.errors import CorpusError, Problem
from bot.corpus.manifest import Text, read_toml
from bot.index.analysis import Term
from bot.index.index import SentenceIndex
from bot.index.postings import Positions

TOPICS = "topics.toml"
# How many topics are drawn from the articles' terms, and how many terms each has.
_DRAWN = 6
_TERMS = 4
# A term that stands in more than this share of the sentences is what the whole story is about.
_COMMON = 0.2
# Words that news of any kind is full of; no topic is about them.
_PLAIN = frozenset(
    """
    accord ask best call chief day expect find follow found hour includ known last later long
    month name new next number offici part peopl plan place possibl potenti report second spokesman
    statement take tell
    time told took work year week first two three four use want
    """.split()
)
# Two terms that share more than this of their sentences are of one topic.
_TOGETHER = 0.4


@dataclass(frozen=True, slots=True)
class Topic:
    """A part of the story: its name and standing questions; `drawn` from terms, not written."""

    name: str
    questions: tuple[str, ...]
    drawn: bool = False


class UnknownTopicError(ValueError):
    """A topic was asked for that the story does not have."""

    def __init__(self, name: str, topics: tuple[Topic, ...]) -> None:
        known = ", ".join(topic.name for topic in topics) or "none"
        super().__init__(f"no topic is called {name!r}; there are {known}")


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Text
    questions: Annotated[tuple[Text, ...], Field(min_length=1)]


class _TopicsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    topic: Annotated[tuple[_Entry, ...], Field(min_length=1)]


def topics_of(index: SentenceIndex) -> tuple[Topic, ...]:
    """Return the topics of a corpus: those written for it, or else those drawn from its terms.

    Raises CorpusError for a faulty topics file.
    """
    return read_topics(index.corpus.folder) or drawn_topics(index)


def read_topics(folder: Path) -> tuple[Topic, ...]:
    """Read the folder's topics, if it has any; raise CorpusError for a faulty file."""
    path = folder / TOPICS
    if not path.is_file():
        return ()
    entries = read_toml(path, _TopicsFile).topic
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, entry in enumerate(entries, 1):
        first = seen.setdefault(plain(entry.name), number)
        place = f"topic {number} ({entry.name})"
        if first != number:
            fault = f"{entry.name!r} is topic {first} already"
            problems.append(Problem(TOPICS, f"{place}, field name", fault, "Give it its own name"))
        if not plain(entry.name):
            fault, cure = f"{entry.name!r} has no letter", "Write a name in words"
            problems.append(Problem(TOPICS, f"{place}, field name", fault, cure))
        problems += [
            Problem(
                TOPICS,
                f"{place}, field questions",
                f"{question!r} stands twice",
                "Remove one of the two",
            )
            for question, count in Counter(entry.questions).items()
            if count > 1
        ]
    if problems:
        raise CorpusError(*problems)
    return tuple(Topic(entry.name, entry.questions) for entry in entries)


def find_topic(name: str, topics: tuple[Topic, ...]) -> Topic:
    """Return the topic of a name, or the only one whose name holds all of its words.

    Raises UnknownTopicError where there is none, or more than one.
    """
    wanted = plain(name).split()
    names = {topic: plain(topic.name) for topic in topics}
    exact = [topic for topic in topics if names[topic].split() == wanted]
    held = [topic for topic in topics if wanted and set(wanted) <= set(names[topic].split())]
    found = exact or held
    if len(found) != 1:
        raise UnknownTopicError(name, topics)
    return found[0]


def drawn_topics(index: SentenceIndex, limit: int = _DRAWN) -> tuple[Topic, ...]:
    """Return topics made of the terms most characteristic of a corpus, the weightiest first.

    Such a term is told by several articles, and often, but not in every other sentence. Terms
    that mostly stand together make one topic, which is named after the weightiest of them.
    """
    where = _characteristic(index)
    topics: list[Topic] = []
    taken: set[str] = set()
    for term in where:
        if len(topics) == limit:
            break
        if term in taken:
            continue
        group = [
            term,
            *(o for o in where if o != term and o not in taken and _near(where, term, o)),
        ]
        group = group[:_TERMS]
        taken.update(group)
        forms = [_form(index, one, where[one]) for one in group]
        name = forms[0][:1].upper() + forms[0][1:]
        topics.append(Topic(name, (f"What is said about {', '.join(forms)}?",), drawn=True))
    return tuple(topics)


def _characteristic(index: SentenceIndex) -> dict[str, Positions]:
    """Return the sentences of each characteristic term, the weightiest term first."""
    places: dict[str, set[int]] = {}
    for at, analysis in enumerate(index.analyses):
        for term in analysis.terms:
            if _may_be_topic(term) and index.sentences[at].text[term.start].isalpha():
                places.setdefault(term.key, set()).add(at)
    several = min(2, len(index.corpus.articles))
    outlets = {f"@{outlet}" for outlet in index.corpus.outlets}
    scores: dict[str, float] = {}
    for key, found in places.items():
        articles = {index.sentences[at].article for at in found}
        common = len(found) > max(_COMMON * len(index.sentences), 3)
        if len(articles) >= several and not common and key not in outlets:
            scores[key] = len(articles) * len(found) ** 0.5 * index.weight(key)
    best = sorted(scores, key=lambda key: (-scores[key], key))
    return {key: frozenset(places[key]) for key in best[: _DRAWN * _TERMS * 2]}


def _may_be_topic(term: Term) -> bool:
    form = term.form
    if term.stop or term.key in _PLAIN or has_number(form) or is_calendar(form):
        return False
    return len(form) > 2


def _near(where: dict[str, Positions], one: str, other: str) -> bool:
    a, b = where[one], where[other]
    return len(a & b) > _TOGETHER * min(len(a), len(b))


def _form(index: SentenceIndex, key: str, places: Positions) -> str:
    """Return the spelling in which a term stands most often, as the articles write it."""
    spellings = Counter(
        index.sentences[at].text[term.start : term.end]
        for at in sorted(places)
        for term in index.analyses[at].terms
        if term.key == key
    )
    return key.removeprefix("@") if key.startswith("@") else spellings.most_common(1)[0][0]
