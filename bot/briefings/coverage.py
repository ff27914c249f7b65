"""Coverage: which topics each outlet tells of, and which it leaves out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers.answer import Quote
from bot.answers.answering import Answerer
from bot.briefings.material import quotable
from bot.briefings.topics import Topic
from bot.corpus.article import Sentence

# A sentence tells of a topic where it scores at least this share of the question's best, and of
# the best that its outlet answers alone.
_WORTH, _WORTH_ALONE = 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Cell:
    """How many sentences of an outlet tell of a topic, the best of them, and if all are older."""

    sentences: int = 0
    best: Quote | None = None
    older: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """Topics by outlets: a cell for each pair."""

    topics: tuple[str, ...]
    outlets: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]

    def left_out(self, outlet: str) -> tuple[str, ...]:
        """Return the topics that an outlet does not tell of."""
        return tuple(topic for topic in self.topics if not self.cells[topic, outlet].sentences)

    @property
    def most(self) -> int:
        """The most sentences that any outlet has on any topic."""
        return max((cell.sentences for cell in self.cells.values()), default=0)


def coverage(answerer: Answerer, topics: Sequence[Topic], as_of: date | None = None) -> Coverage:
    """Return which outlet tells of which topic, by the answers to the standing questions."""
    within = answerer.within(as_of=as_of)
    corpus = answerer.corpus
    outlets = tuple(dict.fromkeys(a.outlet for a in corpus.articles if a.id in within.articles))
    cells: dict[tuple[str, str], Cell] = {}
    for topic in topics:
        telling = _telling(answerer, topic, outlets, as_of)
        for outlet in outlets:
            found = [quote for quote in telling if quote.article.outlet == outlet]
            best = max(found, key=lambda quote: (not quote.older, quote.score), default=None)
            older = bool(found) and all(quote.older for quote in found)
            cells[topic.name, outlet] = Cell(len(found), best, older)
    return Coverage(tuple(topic.name for topic in topics), outlets, cells)


def _telling(
    answerer: Answerer, topic: Topic, outlets: Sequence[str], as_of: date | None
) -> tuple[Quote, ...]:
    """Return the sentences that answer one of a topic's questions, each once.

    What is near the best answer of all tells of the topic, and so does what an outlet answers
    when it is asked alone.
    """
    found: dict[Sentence, Quote] = {}
    for question in topic.questions:
        of_all = 0.0
        for outlet in (None, *outlets):
            answer = answerer.told(question, outlet, as_of)
            if not (answer.answered or (topic.drawn and outlet is None)):
                continue
            shown = [q for q in (*answer.quotes, *answer.closest) if quotable(q.sentence)]
            best = max((quote.score for quote in shown), default=0.0)
            of_all = max(of_all, best)
            least = max(_WORTH * of_all, _WORTH_ALONE * best if outlet else 0.0)
            for quote in shown:
                if quote.score >= least:
                    found.setdefault(quote.sentence, quote)
    return tuple(found.values())
