"""Quotes: which are worth showing, each checked against the file before it is shown."""

from collections.abc import Iterable, Iterator, Sequence

from bot.answers.answer import Quote
from bot.answers.comparing import Comparer
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.values import values

Spans = tuple[tuple[int, int], ...]
# Two quotes that share more of their weight than this say the same thing.
REPEATS = 0.85
# A second quote must score at least this share of the first.
_WORTH = 0.6
# One that speaks of this share of the question of which the first says nothing needs less.
_OTHER_HALF = 0.25
_WORTH_BESIDE = 0.4


def worth_showing(
    question: Question, ranked: Sequence[Candidate], comparer: Comparer, top: int
) -> tuple[list[Candidate], list[Candidate]]:
    """Part a ranking into quotes, each adding something of weight, and the sentences after them."""
    chosen: list[Candidate] = []
    rest: list[Candidate] = []
    for candidate in ranked:
        # What leads for another reason than its words may have no score to speak of.
        leads = candidate is ranked[0]
        beside = len(chosen) < top and candidate.score >= _WORTH_BESIDE * ranked[0].score
        adds = leads or beside
        if beside and not leads and candidate.score < _WORTH * ranked[0].score:
            lacking = candidate.matched - ranked[0].matched
            gained = sum(unit.weight for unit in question.units if unit.key in lacking)
            adds = gained >= _OTHER_HALF * question.weight
        if adds and not any(comparer.same_claim(candidate, one) >= REPEATS for one in chosen):
            chosen.append(candidate)
        else:
            rest.append(candidate)
    return chosen, rest


def quotes(
    question: Question, candidates: Iterable[Candidate], profiles: Profiles, *, answers: bool
) -> Iterator[Quote]:
    """Yield a quote for each candidate whose text stands in its article to the letter.

    In quotes that answer, the words that do so are highlighted; else the question's own terms.
    """
    index = profiles.index
    for candidate in candidates:
        at = candidate.position
        sentence = index.sentences[at]
        article = index.corpus.by_id[sentence.article]
        if article.text[sentence.start : sentence.end] != sentence.text:
            continue
        before = index.before[at]
        leans = before >= 0 and profiles.of(at).leans
        yield Quote(
            sentence,
            article,
            round(candidate.score, 4),
            (_answering(question, at, profiles) if answers else ())
            or _matching(question, at, profiles),
            candidate.older,
            index.sentences[before] if leans else None,
        )


def _answering(question: Question, at: int, profiles: Profiles) -> Spans:
    """Return the spans of the answer's words."""
    index = profiles.index
    text, analysis = index.sentences[at].text, index.analyses[at]
    found = values(question, text, analysis, profiles.of(at))
    return tuple([(value.start, value.end) for value in found])


def _matching(question: Question, at: int, profiles: Profiles) -> Spans:
    """Return the spans of the question's own terms, or of other words where one is missing."""
    profile = profiles.of(at)
    held = profile.keys
    wanted = held & question.known
    for unit in question.units:
        if unit.others.single and unit.key not in held:
            wanted |= held & unit.others.single
    if not wanted:
        return ()
    terms = profiles.index.analyses[at].terms
    spans: list[tuple[int, int]] = []
    end = 0
    for term in terms:
        if term.key in wanted and term.start >= end:
            spans.append((term.start, term.end))
            end = term.end
    return tuple(spans)
