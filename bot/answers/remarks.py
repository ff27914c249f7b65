"""A corpus's own remarks on words that are garbled or doubtful in the source itself."""

from collections.abc import Iterator, Sequence

from bot.answers.answer import Quote
from bot.corpus.article import Corpus


def remarks(corpus: Corpus, quotes: Sequence[Quote]) -> Iterator[str]:
    """Yield the remarks on words that stand in some quotes."""
    for note in corpus.notes:
        if any(
            note.article == quote.article.id and note.words in quote.sentence.text
            for quote in quotes
        ):
            yield note.remark
