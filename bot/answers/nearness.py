"""How closely the words of a question stand together in a sentence, and around what."""

from collections.abc import Collection, Sequence

from bot.answers.profiles import Profile
from bot.answers.question import Question

_REACH = 12
_BEFORE_VERB = 8
_BESIDE = 2
_COUNTED = 4

Spots = Sequence[tuple[int, float]]


def spots(question: Question, profile: Profile) -> Spots:
    """Return where the question's terms, or other words for them, stand, with their shares."""
    total, places = question.weight or 1.0, profile.places_of
    found: list[tuple[int, float]] = []
    for unit in question.units:
        at = places.get(unit.key)
        if at is not None:
            found.append((at, unit.weight / total))
        elif unit.others.single and (held := unit.others.single & profile.keys):
            found.append((places[min(held)], 0.7 * unit.weight / total))
    return found


def nearest(wanted: Collection[int], around: Spots) -> float:
    """Return how much of the question stands near that of some places which has most of it."""
    return (
        max(
            (sum(share * max(0.0, 1 - abs(at - place) / _REACH) for at, share in around))
            for place in wanted
        )
        if wanted
        else 0.0
    )


def in_one_clause(around: Spots, clauses: Sequence[int]) -> float:
    """Return how much of the question stands together in the clause that has most of it."""
    held: dict[int, float] = {}
    for at, share in around:
        clause = clauses[at]
        held[clause] = held.get(clause, 0.0) + share
    return max(held.values(), default=0.0)


def acting(question: Question, profile: Profile, keys: Sequence[str]) -> float:
    """Return 1 where the one who acts in the question does so here, -1 where another does."""
    subject, verb = question.wording.subject, question.wording.verb
    at = profile.places_of.get(verb) if verb else None
    if at is None or subject is None:
        return 0.0
    before = [n for n in profile.named if at - _BEFORE_VERB <= n < at]
    if not before:
        return 0.0
    return 1.0 if subject == keys[before[-1]] else -1.0


def named(question: Question, profile: Profile, keys: Sequence[str]) -> bool:
    """Whether a name new to the question stands beside the kind of thing it wants named."""
    heads = question.wording.heads
    if any(head in profile.inner for head in heads):
        return True
    places = [profile.places_of[head] for head in heads if head in profile.places_of]
    return any(
        abs(n - at) <= _BESIDE and keys[n] not in question.given
        for n in profile.named
        for at in places
    )


def counted(question: Question, profile: Profile, numbers: Sequence[int]) -> bool:
    """Whether a number stands just before what the question counts."""
    places = [profile.places_of[h] for h in question.wording.counted if h in profile.places_of]
    return any(0 < at - n <= _COUNTED for n in numbers for at in places)


def mismatch(question: Question, profile: Profile) -> float:
    """Return how much of the question's names is missing where others stand in their place."""
    missing = sum(weight for key, weight in question.named.items() if key not in profile.keys)
    if not missing or not profile.bearers - question.known:
        return 0.0
    return missing / sum(question.named.values())
