"""Quotes, checked against the file before they are shown."""

from collections.abc import Iterable, Iterator

from bot.answers.answer import Quote
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.values import values

Spans = tuple[tuple[int, int], ...]


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
