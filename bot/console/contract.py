"""The JSON the console prints: one object a line, as docs/json.md describes."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.answers.answer import Answer, Disagreement, Quote
from bot.console.safety import escape_controls
from bot.corpus.article import Article, Sentence

if TYPE_CHECKING:
    from bot.answers.verification import Verification
    from bot.briefings.topics import Topic
    from bot.console.indexing import Indexed
    from bot.corpus.report import Report

_encode = json.JSONEncoder(ensure_ascii=False).encode


def line(record: Mapping[str, Any]) -> str:
    """Return a record as one line of JSON: letters as they are, control characters escaped."""
    return escape_controls(_encode(record))


def answer_record(answer: Answer, elapsed_ms: float) -> dict[str, Any]:
    """Return an answer with every quote's place in its file."""
    return {
        "question": answer.question,
        "status": answer.status.value,
        "confidence": answer.confidence,
        "elapsed_ms": round(elapsed_ms, 3),
        "quotes": [quote_record(quote) for quote in answer.quotes],
        "closest": [quote_record(quote) for quote in answer.closest],
        "corroborated_by": list(answer.corroborated_by),
        "disagreements": [_disagreement(item) for item in answer.disagreements],
        "notes": list(answer.notes),
    }


def index_record(made: "Indexed") -> dict[str, Any]:
    """Return what was made and kept ahead of questions."""
    return {
        "articles": made.articles,
        "sentences": made.sentences,
        "seconds": round(made.seconds, 3),
        "bytes": made.bytes,
        "folder": str(made.folder),
    }


def quote_record(quote: Quote) -> dict[str, Any]:
    """Return a quote with its citation."""
    sentence, article = quote.sentence, quote.article
    return {
        "file": sentence.file,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "outlet": article.outlet,
        "article": article.id,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "published_basis": article.published_basis,
        "via": article.via,
        "url": article.url,
        "paragraph": sentence.paragraph,
        "sentence": sentence.number,
        "highlights": [list(span) for span in quote.highlights],
        "older": quote.older,
        "score": quote.score,
    }


def sentence_record(sentence: Sentence) -> dict[str, Any]:
    """Return a sentence and its place; paragraph and number are null where it is left out."""
    return {
        "file": sentence.file,
        "start": sentence.start,
        "end": sentence.end,
        "kind": sentence.kind.value,
        "paragraph": sentence.paragraph,
        "sentence": sentence.number,
        "text": sentence.text,
    }


def article_record(article: Article) -> dict[str, Any]:
    """Return what is known of an article."""
    low_high = article.published_range
    return {
        "article": article.id,
        "file": article.file,
        "outlet": article.outlet,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "published_range": [day.isoformat() for day in low_high] if low_high else None,
        "published_basis": article.published_basis,
        "via": article.via,
        "url": article.url,
        "sentences": len(article.quotable),
    }


def verification_record(verification: "Verification") -> dict[str, Any]:
    """Return the verdict on a quotation with the sentences it was found in."""
    return {
        "quotation": verification.quotation,
        "verdict": verification.verdict.value,
        "matches": [
            {
                **sentence_record(match.sentence),
                "outlet": match.article.outlet,
                "article": match.article.id,
                "similarity": match.similarity,
            }
            for match in verification.matches
        ],
    }


def report_records(report: "Report", topics: "Sequence[Topic]") -> Iterator[dict[str, Any]]:
    """Yield an object for each article, then one with the topics and the warnings."""
    for item in report.articles:
        yield {
            **article_record(item.article),
            "kinds": {kind.value: count for kind, count in item.kinds.items()},
            "left_out": [{**sentence_record(s), "why": s.why} for s in item.left_out],
        }
    yield {
        "articles": len(report.articles),
        "quotable": report.quotable,
        "topics": [
            {"name": topic.name, "questions": list(topic.questions), "drawn": topic.drawn}
            for topic in topics
        ],
        "warnings": list(report.warnings),
    }


def _disagreement(item: Disagreement) -> dict[str, Any]:
    return {
        "about": item.about,
        "quotes": [quote.sentence.text for quote in item.quotes],
        "sources": [quote_record(quote) for quote in item.quotes],
    }
