"""Where a quote comes from, in the words a reader is shown.

The words are English; `say` turns them into the language of a reader who has another.
"""

from datetime import date

from bot.corpus.article import Article, Sentence
from bot.phrase import Say, in_english, said

NO_AUTHOR = "author not given"
NO_DATE = "date unknown"
NO_TITLE = "headline not given"
DAY = "{day} {month} {year}"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
INFERRED = "{day} (inferred)"
VIA = "via {name}"
PLACE = "¶{paragraph}, sentence {sentence}"
OLDER = "older reporting"
LEFT_OUT = "left out of the index: {why}"


def show_date(day: date, say: Say = in_english) -> str:
    """Return a day as `18 Apr 2019`, whatever the locale."""
    return say(DAY).format(day=day.day, month=say(MONTHS[day.month - 1]), year=day.year)


def show_published(article: Article, say: Say = in_english) -> str:
    """Return the day of publication with its basis where it is not stated in the text."""
    if article.published is None:
        return say(NO_DATE)
    shown = show_date(article.published, say)
    return say(INFERRED).format(day=shown) if article.published_basis == "inferred" else shown


def show_authors(article: Article, say: Say = in_english) -> str:
    """Return the authors, or the honest word that none is given."""
    return ", ".join(article.authors) or say(NO_AUTHOR)


def show_place(sentence: Sentence, say: Say = in_english) -> str:
    """Return the place of a sentence in its article: paragraph and sentence number."""
    if sentence.number is None:
        return say(LEFT_OUT).format(why=said(sentence.why, say))
    return say(PLACE).format(paragraph=sentence.paragraph, sentence=sentence.number)


def cite(article: Article, sentence: Sentence, say: Say = in_english) -> str:
    """Return the citation line of a sentence: outlet, date, republisher, place."""
    parts = [article.outlet, show_published(article, say)]
    if article.via:
        parts.append(say(VIA).format(name=article.via))
    return " · ".join([*parts, show_place(sentence, say)])
