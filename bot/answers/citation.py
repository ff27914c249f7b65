"""Where a quote comes from, in the words a reader is shown."""

from datetime import date

from bot.corpus.article import Article, Sentence

NO_AUTHOR = "author not given"
NO_DATE = "date unknown"
NO_TITLE = "headline not given"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def show_date(day: date) -> str:
    """Return a day as `18 Apr 2019`, in English whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def show_published(article: Article) -> str:
    """Return the day of publication with its basis where it is not stated in the text."""
    if article.published is None:
        return NO_DATE
    shown = show_date(article.published)
    return f"{shown} (inferred)" if article.published_basis == "inferred" else shown


def show_authors(article: Article) -> str:
    """Return the authors, or the honest word that none is given."""
    return ", ".join(article.authors) or NO_AUTHOR


def show_place(sentence: Sentence) -> str:
    """Return the place of a sentence in its article: paragraph and sentence number."""
    if sentence.number is None:
        return f"left out of the index: {sentence.why}"
    return f"¶{sentence.paragraph}, sentence {sentence.number}"


def cite(article: Article, sentence: Sentence) -> str:
    """Return the citation line of a sentence: outlet, date, republisher, place."""
    via = f" · via {article.via}" if article.via else ""
    return f"{article.outlet} · {show_published(article)}{via} · {show_place(sentence)}"
