"""Whether a date, a place or a price is known yet: best told by what says that it is not."""

from collections.abc import Iterable, Sequence

from bot.answers.light import FRAME, LIGHT
from bot.answers.matching import matches
from bot.answers.profiles import Profiles
from bot.answers.question import Question, Unit
from bot.answers.ranking import Candidate
from bot.answers.signs import is_calendar
from bot.corpus.patterns import pattern

_PLACE = "place|venue|location|site|city|town"
_KINDS = ("date|day|time|timing", _PLACE, "price|cost|sum|amount", "route|agenda|schedule")
_THING = "|".join(_KINDS)
_SETTLED = (
    r"(?:fixed|set|known|official|confirmed?|announced?|decided?|final(?:i[sz]ed)?|agreed|settled"
    r"|clear|given?|named?|released|published|certain|chosen|picked|disclosed?|revealed?|scheduled)"
)
_EXACT = r"(?:exact|precise|specific|concrete|definite|firm|fixed|set|official|confirmed|final)"
_ASKS = pattern(
    rf"^(?:is|are|was|were|has|have|did|do|does)\b(?=.*\b(?P<thing>{_THING})s?\b)"
    rf"(?:.*\b{_SETTLED}\b|.*\bknow\b"
    rf"|(?: there\b.*\b(?:an?|any|{_EXACT}|new)) (?:{_THING})(?= (?:for|of|yet|when|where)\b|\W*$))"
)
# What speaks of each of these things as open.
_OPEN = {
    thing: pattern(
        rf"\b(?:no|neither|without an?)\b[^,;:]{{0,30}}\b(?:{kind})s?\b"
        rf"|\b(?:not|n['’]t|yet to|declined to|refused to)\b[^,;:]{{0,40}}\b(?:{kind})s?\b"
        rf"|\b(?:{kind})s?\b[^,;:]{{0,30}}\b(?:unclear|unknown|undecided|uncertain|unconfirmed|open"
        r"|not|yet to)\b"
    )
    for kind in _KINDS
    for thing in kind.split("|")
}
_ASIDE = pattern(rf"(?:(?:{_THING})s?|{_SETTLED}|{_EXACT}|know|already|yet)\b$")
# So far around a sentence of so few words stands what it speaks of.
_NEIGHBOURS = 2
_FEW = 6


def left_open(
    question: Question, ranked: Sequence[Candidate], profiles: Profiles
) -> Candidate | None:
    """Return the best sentence which says that what a question asks after is not known yet.

    It is no older than what leads the ranking, which may know by then.
    """
    asked = _ASKS.match(question.text.casefold())
    if not asked:
        return None
    is_open = _OPEN[asked["thing"]]
    fit = (
        candidate
        for candidate in ranked
        if not candidate.older
        and not _before(candidate, ranked[0], profiles)
        and is_open.search(candidate.profile.sentence.text.casefold())
        and _on_that(question, candidate.position, profiles)
    )
    return next(fit, None)


def _before(candidate: Candidate, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a sentence was published before another one."""
    index = profiles.index
    days = [index.corpus.by_id[index.sentences[c.position].article] for c in (candidate, lead)]
    first, second = (article.published for article in days)
    return bool(first and second and first < second)


def _on_that(question: Question, at: int, profiles: Profiles) -> bool:
    """Whether all else that a question asks about stands in a sentence, or beside a short one."""
    around = _around(at, profiles) if profiles.of(at).words <= _FEW else [at]
    return all(
        found.here or found.told or found.soft or found.related
        for found in matches(question, around, profiles)
        if not _is_aside(found.unit)
    )


def _is_aside(unit: Unit) -> bool:
    """Whether a word of a question is the thing itself, that it is settled, or a day."""
    day = unit.form[0].isdigit() or is_calendar(unit.form)
    return day or unit.key in FRAME | LIGHT or bool(_ASIDE.match(unit.form))


def _around(at: int, profiles: Profiles) -> Iterable[int]:
    """Return a sentence and its neighbours in the article."""
    sentences = profiles.index.sentences
    for other in range(max(at - _NEIGHBOURS, 0), min(at + _NEIGHBOURS + 1, len(sentences))):
        if sentences[other].article == sentences[at].article:
            yield other
