"""The one way from a question to an answer, for every face of the bot."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.answers.answer import Answer, Status
from bot.answers.evidence import ENOUGH, confidence
from bot.answers.features import Profiles
from bot.answers.question import Question, understand
from bot.answers.quotes import quotes
from bot.answers.ranking import Candidate, Ranker
from bot.answers.scope import Outlets, scope
from bot.answers.thesaurus import Thesaurus
from bot.index.index import SentenceIndex

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Options:
    """How answers are chosen: quotes at most, and from when on reporting counts as older."""

    top: int = 3
    older_after: timedelta = field(default=timedelta(days=30))
    enough: float = ENOUGH


class UnknownOutletError(ValueError):
    """An outlet was asked for that no article of the corpus comes from."""

    def __init__(self, name: str, outlets: Sequence[str]) -> None:
        super().__init__(f"no outlet is called {name!r}; there are {', '.join(outlets)}")


class Answerer:
    """Answers questions from one corpus."""

    def __init__(self, index: SentenceIndex, thesaurus: Thesaurus, options: Options) -> None:
        self.corpus = index.corpus
        self._index = index
        self._thesaurus = thesaurus
        self._options = options
        self._profiles = Profiles(index)
        self._ranker = Ranker(self._profiles)
        self._outlets = Outlets(index.corpus.articles)

    def ask(
        self,
        text: str,
        outlet: str | None = None,
        as_of: date | None = None,
        top: int | None = None,
    ) -> Answer:
        """Answer a question, from one outlet or from what was published by a day if so asked.

        Raises UnknownOutletError for an outlet that the corpus does not have.
        """
        if outlet is not None:
            resolved = self._outlets.resolve(outlet)
            if resolved is None:
                raise UnknownOutletError(outlet, self.corpus.outlets)
            outlet, rest = resolved, text
        else:
            mention = self._outlets.mentioned(text)
            outlet, rest = (mention.outlet, mention.rest) if mention else (None, text)
        question = understand(rest, self._index, self._thesaurus)
        within = scope(self.corpus, outlet, as_of, self._options.older_after)
        ranked = _newer_first(self._ranker.rank(question, within))
        if not ranked:
            return Answer(text, Status.NOT_FOUND, 0.0)
        return self._answer(text, question, ranked, self._options.top if top is None else top)

    def outlet(self, name: str) -> str | None:
        """Return the outlet that a name or short name means, or None."""
        return self._outlets.resolve(name)

    def _answer(
        self, text: str, question: Question, ranked: Sequence[Candidate], top: int
    ) -> Answer:
        sure = confidence(question, ranked[0])
        shown = tuple(quotes(question, ranked[: max(SHOWN, top)], self._profiles))
        if sure < self._options.enough or not shown:
            return Answer(text, Status.NOT_FOUND, sure, closest=shown)
        return Answer(
            text,
            Status.ANSWERED,
            sure,
            quotes=shown[:top],
            closest=shown[top:],
        )


def _newer_first(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Let an older article lead only where no newer one speaks equally well to the question."""
    lead = ranked[0] if ranked else None
    if lead is None or not lead.older:
        return list(ranked)
    for candidate in ranked:
        if not candidate.older and _equally_good(candidate, lead):
            return [candidate, *(other for other in ranked if other is not candidate)]
    return list(ranked)


def _equally_good(newer: Candidate, older: Candidate) -> bool:
    return newer.score >= 0.85 * older.score
