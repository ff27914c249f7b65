"""Rules of honesty over the ranking: no question as an answer, no old news before new."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from operator import attrgetter

from bot.answers import signs
from bot.answers.asks import Asks
from bot.answers.evidence import TYPED
from bot.answers.features import NAMES
from bot.answers.kinds import asks_which_ones
from bot.answers.lookalikes import lacks_answer
from bot.answers.measures import quality
from bot.answers.older import asks_about_then, newer_first
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.wording import OCCASIONS
from bot.corpus.article import Kind
from bot.corpus.patterns import pattern

# Scores this share apart, or less, are as good as equal.
_TIE = 0.05
# From which share of the lead's score on a sentence with the answer's kind of word goes before it.
_NEARLY = 0.75
# The same where it goes on from the lead, or names what the lead only speaks of.
_FAIRLY = 0.5
# What two sentences match together.
_MATCHED = frozenset(["coverage", "surface", "clause", "bm25", "pairs"])
_PAIR = 2
# What share of the weight of a word that stands nowhere a rare one has.
_RARE = 2 / 3
# Where something takes place is told without a word of that.
_TAKING_PLACE = frozenset(["hold", "held", "take", "place"])
# How much of the question's weight stands near the place that a sentence tells.
_NEAR_ENOUGH = 0.25
# Years after which something is told for comparison rather than as news.
_LONG_AGO = 3
# "The last race took place in 1999" tells of none that is held now.
_EARLIER_ONE = pattern(
    r"\W*the (?:last|previous)\b.*\b(?:in|since) (?:\w+ ){0,2}(?P<year>(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_ASKS_OF_BEFORE = pattern(
    r"\b(?:last|previous(?:ly)?|before|earlier|ago|recent|latest|ever)\b", re.IGNORECASE
)
_IN_YEAR = pattern(r"\W*(?:back )?in (?:\w+ ){0,2}(?P<year>(?:1[5-9]|20)\d\d)\b", re.IGNORECASE)


def ordered(
    question: Question, ranked: Sequence[Candidate], profiles: Profiles, enough: float
) -> list[Candidate]:
    """Return the ranking with sentences that may not lead moved behind those that may."""
    asking = [c for c in ranked if c.feature("asking")]
    answering = [c for c in ranked if not c.feature("asking")]
    answering = _denying_last(question, answering, profiles)
    result = _answer_first(question, _body_first(answering, profiles))
    result = _itself_first(question, result, profiles)
    result = _then_first(question, _names_first(question, result))
    result = _now_first(question, result, profiles)
    result = _able_first(question, result, profiles)
    if not asks_about_then(question, result, profiles):
        result = newer_first(question, result, len(profiles.index.sentences), enough)
    return result + asking


def preferred_first(
    ranked: Sequence[Candidate], profiles: Profiles, preferred: frozenset[str]
) -> list[Candidate]:
    """Let preferred outlets go before others that answer as well and are as old."""
    if not preferred:
        return list(ranked)
    sentences, articles = profiles.index.sentences, profiles.index.corpus.by_id
    liked = [articles[sentences[c.position].article].outlet in preferred for c in ranked]
    result: list[tuple[Candidate, bool]] = []
    for item in zip(ranked, liked, strict=True):
        at = len(result)
        while item[1] and at and not result[at - 1][1] and _tied(result[at - 1][0], item[0]):
            at -= 1
        result.insert(at, item)
    return [candidate for candidate, _ in result]


def _tied(one: Candidate, other: Candidate) -> bool:
    same_place = one.older == other.older and one.feature("asking") == other.feature("asking")
    return same_place and one.score - other.score <= _TIE * abs(one.score)


def _denying_last(
    question: Question, ranked: list[Candidate], profiles: Profiles
) -> list[Candidate]:
    """Let what says that something is not so be no reason why it is, unless nothing else is."""
    if question.asks is not Asks.REASON or signs.has_negation(question.text):
        return ranked
    asked = {unit.key for unit in question.units if not unit.name}
    sentences, stem = profiles.index.sentences, profiles.index.analyser.stem
    denying = [
        candidate
        for candidate in ranked
        if not asked.isdisjoint(map(stem, signs.denied(sentences[candidate.position].text)))
    ]
    if not denying:
        return ranked
    return [candidate for candidate in ranked if candidate not in denying] + denying


def _body_first(ranked: list[Candidate], profiles: Profiles) -> list[Candidate]:
    """Let a body sentence that says the same go before a headline."""
    sentences = profiles.index.sentences
    for at, lead in enumerate(ranked):
        if sentences[lead.position].kind is not Kind.HEADLINE:
            continue
        for later in range(at + 1, len(ranked)):
            other = ranked[later]
            body = sentences[other.position].kind is not Kind.HEADLINE
            if body and lead.matched <= other.matched:
                moved = [*ranked[:at], other, *ranked[at:later], *ranked[later + 1 :]]
                return _body_first(moved, profiles) if at else moved
    return ranked


def _answer_first(question: Question, ranked: list[Candidate]) -> list[Candidate]:
    """Let a sentence that matches as much, and has a date for "when", go before one without.

    Where something is may be told in other words.
    """
    wanted = TYPED.get(question.asks)
    if not wanted or not ranked or _gives(question, wanted, ranked[0]):
        return ranked
    needed = ranked[0].matched
    told: Callable[[Candidate], frozenset[str]] = attrgetter("matched")
    if question.asks is Asks.PLACE:
        needed, told = needed - _TAKING_PLACE, partial(_told, question)
    fit = (c for c in ranked if needed <= told(c) and _gives(question, wanted, c))
    return _promoted(ranked, next(fit, None))


def _itself_first(
    question: Question, ranked: list[Candidate], profiles: Profiles
) -> list[Candidate]:
    """Let a rare word of a question for a place or a date go before others that stand for it.

    Of a lead in other words nothing stands in the question but that something takes place.
    """
    if question.asks not in (Asks.PLACE, Asks.DATE) or not ranked:
        return ranked
    if ranked[0].matched - _TAKING_PLACE:
        return ranked
    unheard = profiles.index.weight("")
    rare = {
        unit.key
        for unit in question.units
        if unit.known and not unit.name and unit.weight >= _RARE * unheard
    }
    wanted = TYPED[question.asks]
    fit = (c for c in ranked if rare and rare <= c.matched and c.feature(wanted) > 0)
    return _promoted(ranked, next(fit, None))


def _told(question: Question, candidate: Candidate) -> frozenset[str]:
    """Return the question's terms in a sentence, and those for which another word stands there."""
    keys = candidate.profile.keys
    others = {u.key for u in question.units if not u.others.single.isdisjoint(keys)}
    return candidate.matched | others


def _gives(question: Question, wanted: str, candidate: Candidate) -> bool:
    """Whether a sentence has a word of the kind asked for; a place where something is, not acts."""
    near = question.asks is not Asks.PLACE or candidate.feature("near") >= _NEAR_ENOUGH
    return near and candidate.feature(wanted) > 0


def _names_first(question: Question, ranked: list[Candidate]) -> list[Candidate]:
    """Let a sentence on all whom the question names go before one on other pairs of them.

    It tells something of what else is asked for that the other one does.
    """
    wanted = {key for key in question.named if key.startswith("@")}
    if len(wanted) < _PAIR or not ranked or wanted <= ranked[0].matched:
        return ranked
    if ranked[0].feature("leaned") or not ranked[0].feature("mismatch"):
        return ranked
    told = _told(question, ranked[0]) & question.nameless
    fit = (
        one for one in ranked if wanted <= one.matched and (not told or told & _told(question, one))
    )
    return _promoted(ranked, next(fit, None))


def _then_first(question: Question, ranked: list[Candidate]) -> list[Candidate]:
    """Let a sentence of the time asked for go before one of another time."""
    if not question.times or not ranked or ranked[0].feature("then") >= 0:
        return ranked
    needed = ranked[0].matched - question.figures
    fit = (other for other in ranked if other.feature("then") > 0 and needed <= other.matched)
    return _promoted(ranked, next(fit, None))


def _now_first(question: Question, ranked: list[Candidate], profiles: Profiles) -> list[Candidate]:
    """Let what happens now go before a look back at years ago, where no time is asked for."""
    form = question.wording
    if question.times or form.before or form.ordinals or not ranked:
        return ranked
    earlier = _EARLIER_ONE.match(_opened(ranked[0])) and not _ASKS_OF_BEFORE.search(question.text)
    if question.asks is Asks.DATE and not earlier:
        return ranked
    if not _looks_back(ranked[0], profiles):
        return ranked
    needed, wanted = ranked[0].matched - _TAKING_PLACE, TYPED.get(question.asks)
    fit = (
        other
        for other in ranked
        if needed <= (_told(question, other) if earlier else other.matched)
        and not _looks_back(other, profiles)
        and (not wanted or _gives(question, wanted, other))
    )
    return _promoted(ranked, next(fit, None), _FAIRLY if earlier else _NEARLY)


def _opened(candidate: Candidate) -> str:
    sentence = candidate.profile.sentence
    return sentence.text[sentence.opening :]


def _looks_back(candidate: Candidate, profiles: Profiles) -> bool:
    """Whether a sentence opens with a year long before it was published, or with the last one."""
    sentence = profiles.index.sentences[candidate.position]
    published = profiles.index.corpus.by_id[sentence.article].published
    text = _opened(candidate)
    opening = _IN_YEAR.match(text) or _EARLIER_ONE.match(text)
    if not opening or not published:
        return False
    return int(opening["year"]) <= published.year - _LONG_AGO


def _able_first(question: Question, ranked: list[Candidate], profiles: Profiles) -> list[Candidate]:
    """Let what may answer go before what lacks what is asked for and matches no more.

    A sentence that goes on from it speaks of what it matches as well; degrees are of the cold
    even where nothing is called cold, and trips are times that someone visited.
    """
    if not ranked or not lacks_answer(question, ranked[0], profiles):
        return ranked
    following = profiles.index.after[ranked[0].position]
    needed = ranked[0].matched
    if implied := quality(question.text):
        needed -= {profiles.index.analyser.stem(implied)}
    if question.wording.counted == OCCASIONS:
        needed &= question.named.keys()
    if asks_which_ones(question):
        # Who names them need not say what they are.
        needed -= set(question.wording.heads)
    able = (
        c
        for c in ranked[1:]
        if (needed <= _spoken_of(c, profiles) or (c.position == following and c.profile.leans))
        and not lacks_answer(question, c, profiles)
    )
    better = next(able, None)
    if better and (better.position == following or asks_which_ones(question)):
        found = _promoted(ranked, better, _FAIRLY)
        return found if found is ranked else [_together(better, ranked[0]), *found[1:]]
    return _promoted(ranked, better)


def _together(lead: Candidate, speaking: Candidate) -> Candidate:
    """Return a lead that matches also what a sentence does that speaks of what it names."""
    merged = (
        max(own, other) if name in _MATCHED else own
        for name, own, other in zip(NAMES, lead.features, speaking.features, strict=True)
    )
    return lead._replace(features=tuple(merged), score=speaking.score)


def _spoken_of(candidate: Candidate, profiles: Profiles) -> frozenset[str]:
    """Return the question's terms in a sentence, and all terms of the one that it leans on."""
    if not candidate.profile.leans:
        return candidate.matched
    before = profiles.index.before[candidate.position]
    return candidate.matched | profiles.of(before).keys if before >= 0 else candidate.matched


def _promoted(
    ranked: list[Candidate], better: Candidate | None, share: float = _NEARLY
) -> list[Candidate]:
    """Return the ranking with one moved to its head, unless it scores less than a share of it."""
    if better is None or better.score < share * ranked[0].score:
        return ranked
    return [better, *(other for other in ranked if other is not better)]
