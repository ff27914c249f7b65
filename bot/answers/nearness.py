"""How closely the words of a question stand together in a sentence, and around what."""

from collections.abc import Iterable, Sequence

from bot.answers.asks import Asks
from bot.answers.profiles import Profile, Profiles
from bot.answers.question import Question
from bot.answers.wording import OCCASIONS
from bot.corpus.patterns import pattern

PLACED = frozenset([Asks.NUMBER, Asks.DATE, Asks.PERSON, Asks.PLACE])
_REACH = 12
_BEFORE_VERB = 8
_BESIDE = 2
_COUNTED = 4
# What is counted stands before these, and not behind them: "two sailors on a visit".
_PARTING = frozenset(["on", "in", "at", "for", "with", "to", "from", "by", "and", "but", "who"])
_YEAR = pattern(r"(?:1[5-9]|20)\d\d")
_OFTEN = frozenset(["onc", "twice", "thrice"])

# Where terms of the question stand in a sentence, each with its share of the question's weight.
Spots = Sequence[tuple[int, float]]


def places(question: Question, at: int, profiles: Profiles) -> Iterable[int]:
    """Return where a sentence has something new of the kind asked for."""
    given, profile = question.given, profiles.of(at)
    match question.asks:
        case Asks.NUMBER:
            found = profiles.numbers(at)
        case Asks.DATE:
            found = profiles.dates(at)
        case Asks.PERSON:
            found = profile.people_at
        case _:
            found = profile.localities_at
    new = [place for place in found if profile.terms[place] not in given]
    return map(profile.opening, new) if question.asks is Asks.PLACE else new


def nearest(wanted: Iterable[int], around: Spots) -> float:
    """Return how much of the question stands near that of some places which has most of it."""
    best = 0.0
    for place in wanted:
        near = 0.0
        for at, share in around:
            distance = at - place if at > place else place - at
            if distance < _REACH:
                near += share * (_REACH - distance)
        best = max(best, near)
    return best / _REACH


def in_one_clause(around: Spots, profile: Profile) -> float:
    """Return how much of the question stands together in the clause that has most of it."""
    if len(around) < 2:
        return around[0][1] if around else 0.0
    clauses = profile.clauses
    held = [0.0] * (clauses[-1] + 1 if clauses else 1)
    for at, share in around:
        held[clauses[at]] += share
    return max(held)


def acting(question: Question, profile: Profile) -> float:
    """Return 1 where the one who acts in the question does so here, -1 where another does."""
    subject, verb = question.wording.subject, question.wording.verb
    at = profile.places_of.get(verb) if verb else None
    if at is None or subject is None:
        return 0.0
    before = [n for n in profile.actors if at - _BEFORE_VERB <= n < at]
    if not before:
        return 0.0
    return 1.0 if subject == profile.terms[before[-1]] else -1.0


def named(question: Question, profile: Profile) -> bool:
    """Whether a name new to the question stands beside the kind of thing it wants named."""
    heads = question.wording.heads
    if any(head in profile.inner for head in heads):
        return True
    spots = [profile.places_of[head] for head in heads if head in profile.places_of]
    return any(
        abs(n - at) <= _BESIDE and profile.terms[n] not in question.given
        for at in spots
        for n in profile.named
    )


def counted(question: Question, profile: Profile, numbers: Sequence[int]) -> bool:
    """Whether a number stands just before what the question counts.

    How many times something happened is told by how many trips, say, there were as well.
    """
    heads, occasions = set(question.wording.counted), question.wording.counted == OCCASIONS
    if occasions:
        if not _OFTEN.isdisjoint(profile.keys):
            return True
        heads.update(events(question))
    terms = profile.terms
    spots = [at for at, key in enumerate(terms) if key in heads] if numbers else ()
    if occasions:
        spots = [at for at in spots if not _with_another(question, profile, at)]
    counts = [n for n in numbers if not _YEAR.fullmatch(terms[n])]
    return any(
        0 < at - n <= _COUNTED and _PARTING.isdisjoint(terms[n + 1 : at])
        for n in counts
        for at in spots
    )


def _with_another(question: Question, profile: Profile, at: int) -> bool:
    """Whether what stands at a place was with somebody whom the question does not name."""
    behind = profile.terms[at + 1 : at + 3]
    return behind[:1] == ("with",) and at + 2 in profile.named and behind[1] not in question.known


def events(question: Question) -> Iterable[str]:
    """Yield the words for what happened the times that a question counts.

    Someone or something is there once, however often it happens.
    """
    for unit in question.units:
        if not (unit.name or unit.capital or unit.key in question.things or unit.key in OCCASIONS):
            yield unit.key
            yield from unit.others.single
