"""How a question is built: who acts in it, what it counts, which kind of thing it wants named."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.index.analysis import Term

_AUXILIARIES = frozenset(
    "is are was were do does did has have had can could will would should may might must".split()
)
_ORDINALS = frozenset(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth last latest previous next
    only final initial earliest biggest largest highest longest smallest lowest youngest oldest
    """.split()
)
# Words that ask whether something has been before, as "the first since" says of a sentence.
_BEFORE = frozenset(["last", "previous", "previously", "before", "ever", "earlier", "past"])
_HEAD = 3
# What is counted by "how many times" and "how often".
OCCASIONS = ("time",)


@dataclass(frozen=True, slots=True)
class Wording:
    """Who acts and by which verb, the words for what is wanted or counted, words of order."""

    subject: str | None
    verb: str | None
    heads: tuple[str, ...]
    counted: tuple[str, ...]
    ordinals: tuple[str, ...]
    several: bool
    before: bool


def wording(terms: Sequence[Term]) -> Wording:
    """Read how a question is built off its terms."""
    if all(term.capital for term in terms):
        # Who shouts writes everything like a name.
        terms = [term._replace(capital=term.key.startswith("@")) for term in terms]
    subject, verb = _acting(terms)
    return Wording(
        subject,
        verb,
        _following(terms, ("which", "what")),
        OCCASIONS if _asks_how_often(terms) else _following(terms, ("many",)),
        tuple(term.key for term in terms if term.form in _ORDINALS and not term.stop),
        _asks_for_several(terms),
        any(term.form in _BEFORE for term in terms),
    )


def _asks_how_often(terms: Sequence[Term]) -> bool:
    return ("how", "often") in pairwise(term.form for term in terms)


def _asks_for_several(terms: Sequence[Term]) -> bool:
    """Whether the question wants a list: "which countries", "who were the", "what are the"."""
    forms = [term.form for term in terms]
    for n, form in enumerate(forms[:-1]):
        if form in ("which", "what"):
            behind = [term for term in terms[n + 1 : n + 1 + _HEAD] if not term.capital]
            plural = any(_plural(term.form) for term in behind if not term.stop)
            return plural or forms[n + 1] in ("are", "were")
        if form == "who":
            return forms[n + 1] in ("are", "were", "else")
    return forms[:1] in (["list"], ["name"])


def _plural(form: str) -> bool:
    return len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is", "news"))


def _acting(terms: Sequence[Term]) -> tuple[str | None, str | None]:
    """Return the name that stands behind the auxiliary, and the verb behind the name."""
    at = next((n for n, term in enumerate(terms[:6]) if term.form in _AUXILIARIES), None)
    if at is None:
        return None, None
    subject: str | None = None
    for term in terms[at + 1 :]:
        if term.capital and not term.stop:
            if subject and not term.key.startswith("@") and subject.startswith("@"):
                continue
            subject = term.key
        elif subject and not term.stop:
            return subject, term.key
        elif subject is None and not term.stop:
            return None, None
    return None, None


def _following(terms: Sequence[Term], words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the content terms directly behind one of some question words."""
    at = next((n for n, term in enumerate(terms) if term.form in words), None)
    found: list[str] = []
    for term in terms[at + 1 : at + 1 + _HEAD] if at is not None else ():
        if term.stop:
            break
        if not term.capital:
            found.append(term.key)
    return tuple(found)
