"""The JSON of the commands that brief, as docs/json.md describes it."""

from typing import Any

from bot.answers.answer import Quote
from bot.briefings.comparison import Comparison, Difference, Row, Table
from bot.briefings.coverage import Coverage
from bot.briefings.edition import Edition
from bot.briefings.people import Who
from bot.console.contract import article_record, quote_record


def edition_record(edition: Edition) -> dict[str, Any]:
    """Return an edition with every quote's place in its file."""
    return {
        "as_of": edition.published.isoformat() if edition.published else None,
        "current": [article.id for article in edition.current],
        "older": [article.id for article in edition.older],
        "minutes": edition.minutes,
        "words": edition.words,
        "bottom_line": _maybe(edition.bottom_line),
        "topics": [
            {"name": section.topic, "quotes": [quote_record(q) for q in section.quotes]}
            for section in edition.sections
        ],
        "differences": [_difference(item) for item in edition.differences],
        "also_differing": list(edition.also_differing),
        "background": [quote_record(quote) for quote in edition.background],
        "new": None if edition.new is None else [quote_record(quote) for quote in edition.new],
        "notes": list(edition.notes),
        "sources": [article_record(article) for article in edition.sources],
    }


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """Return the outlets side by side, with their differences."""
    return {
        "about": comparison.about,
        "rows": [_row(row) for row in comparison.rows],
        "questions": [_table(table) for table in comparison.tables],
        "differences": [_difference(item) for item in comparison.differences],
    }


def coverage_record(coverage: Coverage) -> dict[str, Any]:
    """Return which outlet tells of which topic."""
    return {
        "topics": list(coverage.topics),
        "outlets": list(coverage.outlets),
        "cells": [
            {
                "topic": topic,
                "outlet": outlet,
                "sentences": cell.sentences,
                "older": cell.older,
                "best": _maybe(cell.best),
            }
            for (topic, outlet), cell in coverage.cells.items()
        ],
        "left_out": {outlet: list(coverage.left_out(outlet)) for outlet in coverage.outlets},
    }


def who_record(who: Who) -> dict[str, Any]:
    """Return who somebody is, or those the name may mean."""
    person = who.person
    return {
        "asked": who.asked,
        "name": person.name.name if person else None,
        "kind": person.name.kind.value if person else None,
        "role": _maybe(person.role) if person else None,
        "mentions": [
            {"outlet": item.outlet, "quotes": [quote_record(quote) for quote in item.quotes]}
            for item in (person.mentions if person else ())
        ],
        "together": [
            {"name": name, "sentences": count}
            for name, count in (person.together if person else ())
        ],
        "choices": list(who.choices),
    }


def _maybe(quote: Quote | None) -> dict[str, Any] | None:
    return None if quote is None else quote_record(quote)


def _difference(item: Difference) -> dict[str, Any]:
    return {
        "about": item.about,
        "kind": item.kind.value,
        "quotes": [quote_record(quote) for quote in item.quotes],
        "named": [number for number, quote in enumerate(item.quotes) if quote in item.named],
    }


def _row(row: Row) -> dict[str, Any]:
    return {"outlet": row.outlet, "quote": _maybe(row.quote), "copy_of": row.copy_of}


def _table(table: Table) -> dict[str, Any]:
    return {
        "question": table.question,
        "rows": [_row(row) for row in table.rows],
        "agreeing": list(table.agreeing),
    }
