"""The editor: runs the standing questions, chooses the lines, lays out the edition."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bot.answers.answer import Quote
from bot.answers.answering import Answerer
from bot.answers.remarks import remarks
from bot.briefings.comparison import Difference, difference, differences_unsaid, once
from bot.briefings.differences import DifferenceKind, Side, differing
from bot.briefings.edition import Edition, Length, Section, newer, reference
from bot.briefings.material import Line, Material, novelty, overlap, quotable
from bot.briefings.selection import LONG, SAME, Wish, balanced, select
from bot.briefings.topics import Topic

# A sentence is wanted where it scores at least this share of its question's best.
_WORTH = 0.55
# The bottom line is best the opening of an article, short, and of the newest day.
_OPENING = 1.5
_LONG_SHARE = 0.7
# A line of older background has at most this part of all words, or so many words, where a good
# one is as short.
_PAST, _FEW = 12, 20
_DAILY_LOSS = 0.15
# Lines of outlets that readers prefer count this much more than others.
_LIKED = 1.15
_KEPT = 1024
# So many days are prepared for a reader who looks at the story day by day.
_DAYS = 8


@dataclass(frozen=True, slots=True)
class Plan:
    """How much an edition of some length holds: words, lines a topic, lines of background.

    `apart` are words kept for quotes that contradict one another.
    """

    words: int
    topic: int
    background: int
    apart: int


PLANS = {
    Length.SHORT: Plan(120, 1, 1, 0),
    Length.STANDARD: Plan(250, 2, 1, 0),
    Length.LONG: Plan(450, 3, 3, 100),
}


# The sentences that answer a question, and how well each does, 0 to 1.
Pool = tuple[tuple[Quote, float], ...]


class Editor:
    """Makes editions from one corpus; the same day and topics give the same edition."""

    def __init__(self, answerer: Answerer, topics: Sequence[Topic]) -> None:
        self.topics = tuple(topics)
        self._answerer = answerer
        self._corpus = answerer.corpus
        self._pool = lru_cache(maxsize=_KEPT)(self._ask)
        self._material = lru_cache(maxsize=64)(self._gather)

    def edition(
        self,
        length: Length = Length.STANDARD,
        topic: Topic | None = None,
        outlet: str | None = None,
        as_of: date | None = None,
        previous: AbstractSet[str] | None = None,
    ) -> Edition:
        """Return an edition of all topics or of one, from all outlets or from one, as of a day.

        `previous` holds the references of the edition before, to tell what is new since then.
        Raises UnknownOutletError for an outlet that the corpus does not have.
        """
        as_of = self._answerer.day(as_of)
        within = self._answerer.within(outlet, as_of)
        material = self._material(outlet, as_of)
        topics = self.topics if topic is None else (topic,)
        plan = PLANS[length]
        wishes = [
            wish for at, one in enumerate(topics) for wish in self._wishes(at, one, outlet, as_of)
        ]
        current = [wish for wish in wishes if not wish.line.quote.older]
        lead = self._bottom_line(material) if topic is None else None
        if not current:
            plan = replace(plan, background=plan.topic + plan.background + 1)
        past = self._background(wishes, plan)
        differences = self._differences(topics, outlet, as_of)
        apart = _kept_apart(differences, plan.apart if topic is None else plan.words // 2)
        beside = [quote.article.outlet for quote in apart] + [line.outlet for line in past]
        set_apart = {quote.sentence for quote in apart}
        chosen = select(
            [wish for wish in current if wish.line.quote.sentence not in set_apart],
            [(-1, lead)] if lead else [],
            plan.words - sum(line.words for line in past) - sum(map(_words, apart)),
            plan.topic if topic is None else plan.words,
            beside,
        )
        sections = tuple(
            Section(one.name, tuple(line.quote for where, line in chosen if where == at))
            for at, one in enumerate(topics)
        )
        seen = [a for a in self._corpus.articles if a.id in within.articles]
        edition = Edition(
            published=max((a.published for a in seen if a.published), default=None),
            current=tuple(a for a in seen if a.id not in within.older),
            older=tuple(a for a in seen if a.id in within.older),
            bottom_line=lead.quote if lead else None,
            sections=tuple(section for section in sections if section.quotes),
            background=tuple(line.quote for line in past),
        )
        edition = with_differences(edition, differences, plan.words, apart)
        quotes = edition.quotes
        notes = tuple(remarks(self._corpus, quotes))
        return replace(edition, new=newer(quotes, previous), notes=notes)

    def prepare(self) -> None:
        """Ask all standing questions now, so that the first edition need not.

        As of each day as well, where there are few.
        """
        days = self._answerer.days
        for day in (None, *(days if len(days) <= _DAYS else ())):
            self.edition(as_of=day)

    def _ask(self, question: str, drawn: bool, outlet: str | None, as_of: date | None) -> Pool:
        """Return the sentences that answer a question, or that hold words drawn from them."""
        answer = self._answerer.told(question, outlet, as_of)
        if not (answer.answered or drawn):
            return ()
        found = [q for q in (*answer.quotes, *answer.closest) if quotable(q.sentence)]
        best = max((quote.score for quote in found if not quote.older), default=0.0)
        best = best or max((quote.score for quote in found), default=0.0)
        return tuple(
            (quote, min(quote.score / best, 1.0)) for quote in found if quote.score >= _WORTH * best
        )

    def _gather(self, outlet: str | None, as_of: date | None) -> Material:
        return Material(self._answerer.index, self._answerer.within(outlet, as_of))

    def _wishes(
        self, at: int, topic: Topic, outlet: str | None, as_of: date | None
    ) -> Iterable[Wish]:
        material = self._material(outlet, as_of)
        for question in topic.questions:
            for quote, relevance in self._pool(question, topic.drawn, outlet, as_of):
                # The line of a sentence is kept with what was marked for whoever asked first.
                line = replace(material.line(quote), quote=quote)
                yield Wish(at, question, line, relevance, self._liking(quote))

    def _liking(self, quote: Quote) -> float:
        return _LIKED if quote.article.outlet in self._answerer.taste.preferred else 1.0

    def _bottom_line(self, material: Material) -> Line | None:
        """Return the opening that says most of what other outlets say too, the newest first."""
        heads = list(material.heads())
        days = [line.quote.article.published for line in heads if line.quote.article.published]
        newest = max(days, default=None)
        opened: set[str] = set()
        values: dict[int, float] = {}
        for at, line in enumerate(heads):
            value = line.shape * material.agreement(line) / line.words**0.5
            if line.quote.article.id not in opened:
                opened.add(line.quote.article.id)
                value *= _OPENING
            if line.words > LONG:
                value *= _LONG_SHARE
            value *= self._liking(line.quote)
            published = line.quote.article.published
            if newest and published:
                value /= 1 + _DAILY_LOSS * (newest - published).days
            values[at] = value
        best = max(values, key=lambda at: values[at], default=None)
        return None if best is None else heads[best]

    def _background(self, wishes: Sequence[Wish], plan: Plan) -> list[Line]:
        """Return the older lines that answer best, short and able to stand alone, none twice.

        What current lines tell as well has been overtaken by them.
        """
        older = [w for w in wishes if w.line.quote.older and w.line.words <= LONG]
        # What is past may not crowd out what is current.
        few = max(plan.words // _PAST, _FEW)
        older = [w for w in older if w.line.words <= few] or older
        told = _best_told(wishes)
        older.sort(key=lambda wish: -_standing(wish, told))
        found: list[Line] = []
        for wish in older:
            if len(found) == plan.background:
                break
            if all(overlap(wish.line, line) <= SAME for line in found):
                found.append(wish.line)
        return found

    def _differences(
        self, topics: Iterable[Topic], outlet: str | None, as_of: date | None
    ) -> tuple[Difference, ...]:
        """Return the differences between current sentences that answer the topics' questions."""
        if outlet is not None:
            return ()
        found: list[Difference] = []
        for topic in topics:
            if topic.drawn:
                continue
            sides = {
                question: self._sides(self._pool(question, topic.drawn, outlet, as_of))
                for question in topic.questions
            }
            for question, row in sides.items():
                apart = differing(question, row, self._answerer.index)
                found += [difference(question, item) for item in apart]
            found += differences_unsaid(topic.name, sides)
        return once(found)

    def _sides(self, pool: Pool) -> list[Side]:
        """Return the best current sentence of each outlet."""
        best: dict[str, Side] = {}
        for quote, relevance in pool:
            if not quote.older:
                analysis = self._answerer.index.analysis_of(quote.sentence)
                best.setdefault(quote.article.outlet, Side(quote, analysis, relevance))
        return list(best.values())


def _kept_apart(differences: Iterable[Difference], words: int) -> tuple[Quote, ...]:
    """Return the quotes of the first contradiction that room is kept for."""
    for item in differences:
        if item.kind is not DifferenceKind.UNSAID and sum(map(_words, item.quotes)) <= words:
            return item.quotes
    return ()


def with_differences(
    edition: Edition, differences: Iterable[Difference], words: int, apart: Sequence[Quote] = ()
) -> Edition:
    """Add the differences that fit: those kept room for, then those between quotes shown anyway.

    Where one doesn't fit, or would give an outlet too much room, only what it is about is told.
    """
    shown = edition.references

    def cost(item: Difference) -> tuple[bool, int]:
        new = (q for q in item.quotes if reference(q.sentence) not in shown)
        return item.quotes != tuple(apart), sum(map(_words, new))

    kept: list[Difference] = []
    more: list[str] = []
    for item in sorted((_shortest(item, shown) for item in differences), key=cost):
        wider = replace(edition, differences=(*kept, item))
        if wider.words <= words and balanced(wider.quotes):
            kept.append(item)
        else:
            more.append(item.about)
    return replace(edition, differences=tuple(kept), also_differing=tuple(more))


def _shortest(item: Difference, shown: AbstractSet[str]) -> Difference:
    """Keep, of who gives a date beside who says that none is known, those shown anyway."""
    kept = tuple(quote for quote in item.quotes if reference(quote.sentence) in shown)
    if item.kind is not DifferenceKind.UNSAID or item.quotes[0] not in kept or len(kept) < 2:
        return item
    return replace(item, quotes=kept)


def _best_told(wishes: Iterable[Wish]) -> dict[str, float]:
    """Return the concepts of the current lines that answer each question best."""
    best: dict[str, Wish] = {}
    for wish in wishes:
        if not wish.line.quote.older:
            known = best.setdefault(wish.question, wish)
            if wish.relevance > known.relevance:
                best[wish.question] = wish
    return {key: w for wish in best.values() for key, w in wish.line.concepts.items()}


def _standing(wish: Wish, told: Mapping[str, float]) -> float:
    """Return how well a line answers, and how much it says for its words that is not told."""
    line = wish.line
    worth = wish.relevance**2 * line.shape * line.weight / line.words
    return worth * novelty(line, told)


def _words(quote: Quote) -> int:
    return len(quote.sentence.text.split())
