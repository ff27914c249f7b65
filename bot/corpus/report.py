"""What a corpus holds: per article its sentences by kind, what was left out and why."""

from collections import Counter
from dataclasses import dataclass

from bot.corpus.article import Article, Corpus, Kind, Sentence


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """One article's sentences, counted by kind, and those that are never quoted."""

    article: Article
    kinds: dict[Kind, int]
    left_out: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A corpus as its owner wants to see it."""

    articles: tuple[ArticleReport, ...]
    warnings: tuple[str, ...]

    @property
    def quotable(self) -> int:
        """How many sentences may be shown as quotes."""
        return sum(len(report.article.quotable) for report in self.articles)


def report(corpus: Corpus) -> Report:
    """Return the report on a corpus."""
    return Report(tuple(_article(article) for article in corpus.articles), corpus.warnings)


def _article(article: Article) -> ArticleReport:
    counts = Counter(sentence.kind for sentence in article.sentences)
    kinds = {kind: counts[kind] for kind in Kind if counts[kind]}
    left_out = tuple(sentence for sentence in article.sentences if not sentence.kind.quotable)
    return ArticleReport(article, kinds, left_out)
