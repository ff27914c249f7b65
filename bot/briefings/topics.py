"""`topics.toml`: a story's topics, each with the standing questions a briefing asks for it."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.corpus.blocks import plain
from bot.corpus.errors import CorpusError, Problem
from bot.corpus.manifest import Text, read_toml

TOPICS = "topics.toml"


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
