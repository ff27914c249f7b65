"""Quotes, checked against the file before they are shown."""

from collections.abc import Iterable, Iterator

from bot.answers.answer import Quote
from bot.answers.features import Profiles, stands_in
from bot.answers.question import Question
from bot.answers.ranking import Candidate


def quotes(
    question: Question, candidates: Iterable[Candidate], profiles: Profiles
) -> Iterator[Quote]:
    """Yield a quote for each candidate whose text stands in its article to the letter."""
    corpus = profiles.index.corpus
    for candidate in candidates:
        sentence = profiles.index.sentences[candidate.position]
        article = corpus.by_id[sentence.article]
        if article.text[sentence.start : sentence.end] != sentence.text:
            continue
        marks = tuple(_highlights(question, candidate.position, profiles))
        yield Quote(sentence, article, round(candidate.score, 4), marks, candidate.older)


def _highlights(question: Question, at: int, profiles: Profiles) -> Iterator[tuple[int, int]]:
    """Yield the spans of the question's own terms, left to right, without overlaps."""
    wanted = {unit.key for unit in question.units}
    wanted |= {
        other[0]
        for unit in question.units
        if unit.key not in profiles.of(at).keys and stands_in(unit, profiles.of(at))
        for other in unit.others
        if len(other) == 1
    }
    end = 0
    for term in profiles.index.analyses[at].terms:
        if term.key in wanted and term.start >= end:
            yield term.start, term.end
            end = term.end
