"""Which lines a briefing shows: the most that several outlets tell, in few words, nothing twice."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.briefings.material import Line, novelty, overlap

# A longer line is taken only where no shorter one speaks to the same topic.
LONG = 30
# How much fewer words count: 1 would weigh every word alike, and short quotes tell more apart.
_BREVITY = 1.3
# Two lines that share more than this of their weight say the same thing.
SAME = 0.5
# A line must bring at least this share of its weight that no line before it brought.
_NEW = 0.4
# A line that answers a question well answers it for the whole briefing; a second one counts less.
_WELL = 0.6
_ANSWERED_SHARE = 0.5
# No outlet has more than this share of a briefing's quotes, where there are at least three.
SHARE = 0.4
_OUTLETS = 3
_LONGEST_ROUND = 12


@dataclass(frozen=True, slots=True)
class Wish:
    """A line that answers a topic's standing question, and how well, 0 to 1."""

    topic: int
    question: str
    line: Line
    relevance: float


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
    chosen: list[tuple[int, Line]] = field(default_factory=list)
    words: int = 0
    _covered: dict[str, float] = field(default_factory=dict)
    _answered: set[str] = field(default_factory=set)

    def fits(self, line: Line) -> bool:
        """Whether a line may be added: within the bounds, and not said yet."""
        if self.words + line.words > self.bounds.words:
            return False
        if sum(one.outlet == line.outlet for _, one in self.chosen) >= self.bounds.outlet:
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
        return asked * new * wish.line.shape * wish.relevance**2 / wish.line.words**_BREVITY


def select(
    wishes: Sequence[Wish], first: Iterable[tuple[int, Line]], words: int, topic: int
) -> Selection:
    """Choose lines for the topics, beginning with those that must stand first.

    Topics take turns: each gets its best line before any gets a second. Where three outlets or
    more have something to say, none gets more than two fifths of the quotes.
    """
    first = tuple(first)
    outlets = {wish.line.outlet for wish in wishes} | {line.outlet for _, line in first}
    if len(outlets) < _OUTLETS:
        return _fill(wishes, first, Bounds(words, topic, len(wishes) + len(first)))
    best: Selection | None = None
    for outlet in range(_LONGEST_ROUND, 0, -1):
        found = _fill(wishes, first, Bounds(words, topic, outlet))
        most = max(Counter(line.outlet for _, line in found.chosen).values(), default=0)
        if most <= SHARE * len(found.chosen):
            return found
        best = found
    return best or _fill(wishes, first, Bounds(words, topic, 1))


def _fill(
    wishes: Sequence[Wish], first: Iterable[tuple[int, Line]], bounds: Bounds
) -> Selection:
    selection = Selection(bounds)
    for topic, line in first:
        selection.add(topic, line, _questions(wishes, line))
    topics = sorted({wish.topic for wish in wishes})
    for _ in range(bounds.topic):
        for topic in topics:
            fitting = [w for w in wishes if w.topic == topic and selection.fits(w.line)]
            best = max(_short_first(fitting), key=selection.worth, default=None)
            if best:
                selection.add(topic, best.line, _questions(wishes, best.line))
    return selection


def _questions(wishes: Iterable[Wish], line: Line) -> set[str]:
    """Return the questions that a line answers well."""
    return {w.question for w in wishes if w.line is line and w.relevance >= _WELL}


def _short_first(wishes: Sequence[Wish]) -> Sequence[Wish]:
    """Leave out long lines where a short one speaks to the same topic."""
    return [wish for wish in wishes if wish.line.words <= LONG] or wishes
