"""What is offered while an option is typed."""

import asyncio
import zoneinfo
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

import discord
from discord.app_commands import Choice

from bot.slash.limits import CHOICE, CHOICES, length
from bot.slash.markdown import fit_label
from bot.slash.reach import corpus_for
from bot.slash.services import services_of


async def questions(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
    """Offer standing questions, then those answered lately in this server."""
    services = services_of(interaction)
    recent: tuple[str, ...] = ()
    if interaction.guild_id is not None:
        recent = await services.questions.recent(interaction.guild_id)
    return _choices(_matching((*services.standing, *recent), typed))


async def topics(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
    """Offer the topics of the story."""
    names = (topic.name for topic in services_of(interaction).desk.topics)
    return _choices(_matching(names, typed))


async def topics_and_questions(
    interaction: discord.Interaction[Any], typed: str
) -> list[Choice[str]]:
    """Offer the topics of the story, then its standing questions."""
    desk = services_of(interaction).desk
    names = (topic.name for topic in desk.topics)
    return _choices(_matching((*names, *desk.questions), typed))


async def names(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
    """Offer everybody and everything with a name, found by any of its spellings."""
    entries = services_of(interaction).desk.corpus.names.entries
    spelled = ((one.name, (one.name, *one.aliases, *one.loose)) for one in entries)
    return _choices(name for name, forms in spelled if any(_holds(form, typed) for form in forms))


async def outlets(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
    """Offer the outlets that may answer here."""
    corpus = await corpus_for(interaction)
    return _choices(_matching(corpus.outlets, typed))


async def all_outlets(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
    """Offer every outlet, those left out as well."""
    return _choices(_matching(services_of(interaction).answerer.corpus.outlets, typed))


async def days(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
    """Offer the day typed, then the days articles were published on, newest first."""
    corpus = await corpus_for(interaction)
    published = sorted({a.published for a in corpus.articles if a.published}, reverse=True)
    shown = [day.isoformat() for day in published]
    day = iso_day(typed)
    return _choices(([day.isoformat()] if day else []) + list(_matching(shown, typed)))


async def articles(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
    """Offer the articles that may be read here, by outlet, day and headline."""
    corpus = await corpus_for(interaction)
    found: list[Choice[str]] = []
    for article in corpus.articles:
        if len(found) == CHOICES:
            break
        parts = (article.outlet, str(article.published or ""), article.title or article.id)
        label = " · ".join(part for part in parts if part)
        if _holds(f"{label} {article.id}", typed) and length(article.id) <= CHOICE:
            found.append(Choice(name=fit_label(label, CHOICE - 1), value=article.id))
    return found


async def time_zones(
    interaction: discord.Interaction[Any],  # noqa: ARG001  # discord.py hands it over
    typed: str,
) -> list[Choice[str]]:
    """Offer the time zones whose name holds what is typed."""
    return _choices(_matching(await known_zones(), typed))


async def known_zones() -> tuple[str, ...]:
    """Return the name of every time zone; finding them reads many files, so not in the loop."""
    return await asyncio.to_thread(_zones)


def iso_day(typed: str) -> date | None:
    """Return a day written as 2019-04-18, None for anything else."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None


@cache
def _zones() -> tuple[str, ...]:
    return tuple(sorted(zoneinfo.available_timezones()))


def _matching(texts: Iterable[str], typed: str) -> Iterator[str]:
    return (text for text in texts if _holds(text, typed))


def _holds(text: str, typed: str) -> bool:
    return _plain(typed) in _plain(text)


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").casefold().split())


def _choices(values: Iterable[str]) -> list[Choice[str]]:
    """Make choices of values, each once; what a choice can't hold whole is left out."""
    kept: dict[str, Choice[str]] = {}
    for value in values:
        if value.strip() and length(value) <= CHOICE:
            kept.setdefault(_plain(value), Choice(name=value, value=value))
    return list(kept.values())[:CHOICES]
