"""Questions on all there is, such as "what happened?" or "any news?": how the articles begin."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain

from bot.answers.answer import Answer, Status
from bot.answers.comparing import Comparer
from bot.answers.notes import BEGINNINGS, CREDITS
from bot.answers.question import Question, QuestionReader
from bot.answers.quotes import REPEATS, quotes
from bot.answers.ranking import Candidate, Ranker
from bot.answers.remarks import remarks
from bot.answers.scope import Scope
from bot.corpus.article import Article, Kind
from bot.corpus.patterns import pattern
from bot.index.index import SentenceIndex
from bot.phrase import Phrase

_IS = r"(?:['’]?s| is| are| was| has)?"
_ALL = r"(?:it|this|that|all this|this all|(?:the|this) (?:story|news|article|whole thing|topic))"
_NEWS = r"(?:news|latest(?: news)?|story|situation|state of play|gist|summary|overview|headlines?)"
_GIVE = r"(?:give me|show me|tell me|get me|i want|i need|can i (?:get|have)|write|make|post)"
_ASKS_ALL = pattern(
    r"^(?:(?:so|and|ok|okay|well|hey)[ ,]+)*(?:"
    rf"what{_IS} (?:been )?(?:going on|happening|happened|up|new|all this|(?:the|this) {_NEWS})"
    rf"|what{_IS} {_ALL} (?:all )?about"
    r"|(?:is there )?any(?:thing)? (?:news?|updates?)"
    rf"|(?:{_GIVE} )?(?:a |an |the )?(?:quick |short |brief )?(?:{_NEWS}|recap|rundown|updates?)"
    rf"|(?:please )?(?:summari[sz]e|recap|explain|sum up|tell me about|tell me)"
    rf"(?: (?:{_ALL}|everything|all))?"
    r"|tl;?dr|catch me up|brief me|fill me in|bring me up to (?:date|speed)"
    r")(?: (?:here|now|today|so far|right now|please|in short|in brief|lately|recently))*[?!. ]*$",
    re.IGNORECASE,
)
_ONLY_WHAT = pattern(r"^(?:(?:and|so) )?what[?!. ]*$", re.IGNORECASE)
# How sure it is that the beginnings of articles tell what happened.
_CONFIDENCE = 0.9
# A sentence of fewer words tells no story.
_SHORT = 8


def asks_for_all(text: str, *, of_outlet: bool = False) -> bool:
    """Whether a line asks what there is to know, and about nothing of it.

    Of "what does the Post say" no more than "what" is left besides the outlet.
    """
    return bool(_ASKS_ALL.match(text) or (of_outlet and _ONLY_WHAT.match(text)))


class Beginnings:
    """How articles begin, for who asks what there is to know, or asks about the articles."""

    def __init__(self, reader: QuestionReader, ranker: Ranker) -> None:
        self._reader, self._ranker = reader, ranker
        self._index = ranker.profiles.index

    @cached_property
    def _nothing(self) -> Question:
        return self._reader.read("")

    def of_newest(self, text: str, within: Scope, top: int) -> Answer:
        """Answer a line with the newest articles, one of each outlet, none that says the same."""
        comparer = Comparer(self._nothing, self._ranker.profiles)
        chosen: dict[str, Candidate] = {}
        for lead in self._leads(within):
            if len(chosen) == top:
                break
            outlet = self._index.corpus.by_id[lead.profile.sentence.article].outlet
            same = (comparer.same_claim(lead, other) for other in chosen.values())
            if outlet not in chosen and max(same, default=0.0) < REPEATS:
                chosen[outlet] = lead
        return self._shown(text, list(chosen.values()), BEGINNINGS)

    def of_each(self, text: str, within: Scope) -> Answer:
        """Answer a line with each article, the newest first, under which its credits stand."""
        return self._shown(text, list(self._leads(within)), CREDITS)

    def _leads(self, within: Scope) -> Iterator[Candidate]:
        for at in _beginnings(self._index, within):
            (lead,) = self._ranker.led_by(at, self._nothing, within, ())
            yield lead._replace(score=0.0)  # nothing is asked that it could match

    def _shown(self, text: str, chosen: Sequence[Candidate], note: str) -> Answer:
        profiles = self._ranker.profiles
        shown = tuple(quotes(self._nothing, chosen, profiles, answers=False))
        if not shown:
            return Answer(text, Status.NOT_FOUND, 0.0)
        notes = (Phrase(note), *remarks(self._index.corpus, shown))
        return Answer(text, Status.ANSWERED, _CONFIDENCE, quotes=shown, notes=notes)


def _beginnings(index: SentenceIndex, within: Scope) -> Iterator[int]:
    """Yield where the articles' first full sentences stand, the newest article first."""
    articles = [article for article in index.corpus.articles if article.id in within.articles]
    articles.sort(key=lambda article: article.published or date.min, reverse=True)
    current = (article for article in articles if article.id not in within.older)
    older = (article for article in articles if article.id in within.older)
    for article in chain(current, older):
        if (at := _beginning(index, article)) is not None:
            yield at


def _beginning(index: SentenceIndex, article: Article) -> int | None:
    return next(
        (
            index.position_of(sentence)
            for sentence in article.quotable
            if sentence.kind is Kind.BODY
            and len(sentence.text.split()) >= _SHORT
            and not sentence.text.endswith("?")
        ),
        None,
    )
