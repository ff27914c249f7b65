"""Which lines a briefing shows: the most that several outlets tell, in few words, nothing twice."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.answers.answer import Quote
from bot.briefings.material import Line, novelty, overlap
from bot.corpus.article import Sentence

# A longer line is taken only where no shorter one answers its question, the shortest that does;
# beyond the second length only where the topic has nothing else.
LONG = 30
_LONGEST = 35
# One of fewer words can hardly stand alone: "No date was announced."
_FEW = 8
# How much fewer words count: 1 would weigh every word alike, and short quotes tell more apart.
_BREVITY = 1.3
# Two lines that share more than this of their weight say the same thing.
SAME = 0.5
# A line must bring at least this share of its weight that no line before it brought.
_NEW = 0.5
# A line that answers a question well answers it for the whole briefing; a second one counts less.
_WELL = 0.6
_ANSWERED_SHARE = 0.5
# A line belongs under a topic whose questions it answers at least this share as well as any.
_HOME = 0.8
# The largest share of a briefing's quotes that an outlet may have, by how many outlets there are.
_SHARES = {1: 1.0, 2: 0.6}
_SHARE = 0.4
_MOST = 12


@dataclass(frozen=True, slots=True)
class Wish:
    """A line that answers a topic's standing question, and how well, 0 to 1.

    `liking` is what it counts for more because readers prefer its outlet.
    """

    topic: int
    question: str
    line: Line
    relevance: float
    liking: float = 1.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much may be shown: words in all, lines a topic, lines an outlet."""

    words: int
    topic: int
    outlet: int


@dataclass(slots=True)
class Selection:
    """Lines chosen so far, by topic, within bounds."""

    bounds: Bounds
    beside: Counter[str]
    chosen: list[tuple[int, Line]] = field(default_factory=list)
    words: int = 0
    _covered: dict[str, float] = field(default_factory=dict)
    _answered: set[str] = field(default_factory=set)

    @property
    def outlets(self) -> Counter[str]:
        """How many quotes each outlet has, with those that stand beside the topics."""
        return self.beside + Counter(line.outlet for _, line in self.chosen)

    def fits(self, line: Line) -> bool:
        """Whether a line may be added: within the bounds, and not said yet."""
        if self.words + line.words > self.bounds.words:
            return False
        if self.outlets[line.outlet] >= self.bounds.outlet:
            return False
        return self.is_new(line)

    def is_new(self, line: Line) -> bool:
        """Whether a line says something that none chosen says."""
        if any(overlap(line, one) > SAME for _, one in self.chosen):
            return False
        return novelty(line, self._covered) >= _NEW

    def add(self, topic: int, line: Line, answers: Iterable[str] = ()) -> None:
        """Choose a line, and note which questions it answers."""
        self.chosen.append((topic, line))
        self.words += line.words
        self._covered |= line.concepts
        self._answered.update(answers)

    def worth(self, wish: Wish) -> float:
        """Return what a line would still bring, for its words."""
        new = sum(w for key, w in wish.line.concepts.items() if key not in self._covered)
        asked = _ANSWERED_SHARE if wish.question in self._answered else 1.0
        shape = wish.line.shape * wish.liking
        worth = new * shape * wish.relevance**2 / wish.line.words**_BREVITY
        return float(asked * worth)


def select(
    wishes: Sequence[Wish],
    first: Sequence[tuple[int, Line]],
    words: int,
    topic: int,
    beside: Sequence[str] = (),
) -> list[tuple[int, Line]]:
    """Choose lines for the topics, beginning with those that must stand first.

    Topics take turns: each gets its best line before any gets a second. Where three outlets or
    more have current reporting, none gets more than two fifths of the quotes, unless too few of
    them say something of their own: then each gets one line, or the only one all it can fill.
    `beside` are the outlets of quotes that stand elsewhere in the briefing.
    """
    others = Counter(beside)
    outlets = {wish.line.outlet for wish in wishes} | {line.outlet for _, line in first}
    share = _SHARES.get(len(outlets), _SHARE)
    most = min(len(wishes) + len(first) + 1, _MOST)
    found = Selection(Bounds(words, topic, most), others)
    for outlet in range(most, 0, -1):
        found = _fill(wishes, first, Selection(Bounds(words, topic, outlet), others))
        if max(found.outlets.values(), default=0) <= share * found.outlets.total():
            return found.chosen
    alone = {line.outlet for _, line in found.chosen}
    if len(alone) == 1:
        own = [wish for wish in wishes if wish.line.outlet in alone]
        found = _fill(own, first, Selection(Bounds(words, topic, most), others))
    return found.chosen


def balanced(quotes: Sequence[Quote]) -> bool:
    """Whether no outlet has too large a share of some quotes."""
    outlets = Counter(quote.article.outlet for quote in quotes)
    current = {quote.article.outlet for quote in quotes if not quote.older}
    share = _SHARES.get(len(current), _SHARE)
    return max(outlets.values(), default=0) <= share * outlets.total()


def _fill(
    wishes: Sequence[Wish], first: Iterable[tuple[int, Line]], selection: Selection
) -> Selection:
    for topic, line in first:
        selection.add(topic, line, _questions(wishes, line))
    topics = sorted({wish.topic for wish in wishes})
    best_at = _best_at(wishes)
    for turn in range(selection.bounds.topic):
        before = len(selection.chosen)
        for topic in topics:
            fitting = [w for w in wishes if w.topic == topic and selection.fits(w.line)]
            if turn:  # what can't stand alone is better than nothing, but not worth a second line
                fitting = [w for w in fitting if w.line.words >= _FEW and not w.line.leans]
            fitting = [w for w in fitting if w.relevance >= _HOME * best_at[_of(w)]] or fitting
            best = max(_short_first(fitting), key=selection.worth, default=None)
            if best:
                selection.add(topic, best.line, _questions(wishes, best.line))
        if len(selection.chosen) == before:
            break
    return selection


def _best_at(wishes: Iterable[Wish]) -> dict[Sentence, float]:
    """Return how well each sentence answers what it answers best."""
    best: dict[Sentence, float] = {}
    for wish in wishes:
        best[_of(wish)] = max(wish.relevance, best.get(_of(wish), 0.0))
    return best


def _of(wish: Wish) -> Sentence:
    return wish.line.quote.sentence


def _questions(wishes: Iterable[Wish], line: Line) -> set[str]:
    """Return the questions that a line answers well."""
    sentence = line.quote.sentence
    return {w.question for w in wishes if _of(w) == sentence and w.relevance >= _WELL}


def _short_first(wishes: Sequence[Wish]) -> Sequence[Wish]:
    """Leave out mere fragments, and long lines of what shorter ones answer as well."""
    short = [wish for wish in wishes if wish.line.words <= LONG]
    whole = [wish for wish in short if wish.line.words >= _FEW]
    answered = {wish.question for wish in whole if _stands(wish)}
    shortest: dict[str, Wish] = {}
    for wish in wishes:
        if LONG < wish.line.words <= _LONGEST and wish.question not in answered and _stands(wish):
            known = shortest.setdefault(wish.question, wish)
            if wish.line.words < known.line.words:
                shortest[wish.question] = wish
    return [*whole, *shortest.values()] or short or wishes


def _stands(wish: Wish) -> bool:
    """Whether a line answers its question well, and by itself."""
    return wish.relevance >= _WELL and not wish.line.leans
