"""Quotes, checked against the file before they are shown."""

from collections.abc import Iterable, Iterator

from bot.answers.answer import Quote
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.values import values


def quotes(
    question: Question, candidates: Iterable[Candidate], profiles: Profiles, *, answers: bool
) -> Iterator[Quote]:
    """Yield a quote for each candidate whose text stands in its article to the letter.

    In quotes that answer, the words that do so are highlighted; else the question's own terms.
    """
    index = profiles.index
    for candidate in candidates:
        sentence = index.sentences[candidate.position]
        article = index.corpus.by_id[sentence.article]
        if article.text[sentence.start : sentence.end] != sentence.text:
            continue
        before = int(index.before[candidate.position])
        leans = before >= 0 and profiles.of(candidate.position).leans
        yield Quote(
            sentence,
            article,
            round(candidate.score, 4),
            tuple(_highlights(question, candidate.position, profiles, answers=answers)),
            candidate.older,
            index.sentences[before] if leans else None,
        )


def _highlights(
    question: Question, at: int, profiles: Profiles, *, answers: bool
) -> Iterator[tuple[int, int]]:
    """Yield the spans of the answer's words, or else of the question's own terms."""
    index, profile = profiles.index, profiles.of(at)
    text = index.sentences[at].text
    found = values(question, text, index.analyses[at], profile) if answers else []
    if found:
        yield from ((value.start, value.end) for value in found)
        return
    wanted = set(question.known)
    for unit in question.units:
        if unit.key not in profile.keys:
            wanted |= unit.others.single
    end = 0
    for term in index.analyses[at].terms:
        if term.key in wanted and term.start >= end:
            yield term.start, term.end
            end = term.end
