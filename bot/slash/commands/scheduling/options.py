"""The options of schedules, and what is made of what people put in them."""

from typing import Any, Final

import discord
from discord import app_commands
from discord.app_commands import AppCommandChannel, AppCommandThread, Choice

from bot.phrase import COMMA, joined
from bot.schedule.issues import UnknownContentError
from bot.schedule.planning import LONGEST_LATENESS, Wish
from bot.slash import autocomplete
from bot.slash.commands.scheduling import texts
from bot.slash.failures import RefusalError
from bot.slash.limits import CHOICE, CHOICES, length
from bot.slash.permissions import named
from bot.slash.posting.rights import Place, lacking
from bot.slash.services import client_of, services_of
from bot.store.schedules import Schedule, WhenNothingNew

LONGEST: Final = 200
Hours = app_commands.Range[int, 0, LONGEST_LATENESS]

WHATS = [
    Choice(name=texts.BRIEFING, value="briefing"),
    Choice(name=texts.TOPIC, value="topic"),
    Choice(name=texts.TIMELINE, value="timeline"),
    Choice(name=texts.STANDING_QUESTION, value="question"),
]
LENGTHS = [
    Choice(name=texts.SHORT, value="short"),
    Choice(name=texts.STANDARD, value="standard"),
    Choice(name=texts.LONG, value="long"),
]
NOTHING_NEW = [
    Choice(name=texts.SKIP, value=WhenNothingNew.SKIP.value),
    Choice(name=texts.SAY, value=WhenNothingNew.SAY.value),
    Choice(name=texts.SPOTLIGHT, value=WhenNothingNew.SPOTLIGHT.value),
]

Given = AppCommandChannel | AppCommandThread


def chosen(choice: Choice[str] | None) -> str | None:
    """Return the value of a choice, None where none was made."""
    return choice.value if choice else None


class PlaceTransformer(app_commands.Transformer):
    """Takes a channel as Discord names it, be it one that the client knows or not."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """Return the kind of the option."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Return the kinds of channels that can be posted to."""
        kinds = discord.ChannelType
        threads = [kinds.news_thread, kinds.public_thread, kinds.private_thread]
        return [kinds.text, kinds.news, *threads, kinds.forum]

    async def transform(self, interaction: discord.Interaction[Any], value: Any, /) -> Given:  # noqa: ARG002
        """Return the channel as it came."""
        given: Given = value
        return given


async def place_for(
    interaction: discord.Interaction[Any],
    number: int,
    wish: Wish,
) -> int:
    """Return a channel's id where the bot may post there; refuse, naming what it lacks."""
    place = await _known(interaction, number)
    if wish.publish and not (isinstance(place, discord.TextChannel) and place.is_news()):
        raise RefusalError(texts.NOT_ANNOUNCED, channel=f"#{place.name}")
    # A role that is deleted since is noted in each post's outcome, and keeps nothing from it.
    role = place.guild.get_role(wish.mention_role or 0)
    missing = lacking(place, sources=wish.sources_thread, role=role)
    if missing:
        raise RefusalError(texts.LACKING, missing=joined(missing, COMMA), channel=f"#{place.name}")
    return number


def role_for(role: discord.Role | None) -> discord.Role | None:
    """Return a role that may be mentioned; refuse the one that everybody has."""
    if role is not None and role.is_default():
        raise RefusalError(texts.EVERYONE)
    return role


def what_for(
    interaction: discord.Interaction[Any], kind: str | None, about: str | None, before: str
) -> str:
    """Return what is to be posted, in the words it had before where nothing else is said."""
    known, _, told = before.partition(":")
    wanted = kind or ("topic" if about and known in {"briefing", "timeline"} else known)
    if wanted in {"briefing", "timeline"}:
        if about:
            raise RefusalError(texts.NEEDLESS_ABOUT)
        return wanted
    about = about or (told if wanted == known else "")
    if not about:
        raise RefusalError(texts.NO_ABOUT)
    try:
        return services_of(interaction).scheduling.issues.check(f"{wanted}:{about}")
    except UnknownContentError as error:
        raise RefusalError(texts.NOT_UNDERSTOOD, because=error.because) from None


async def zone_for(interaction: discord.Interaction[Any], typed: str | None) -> str:
    """Return the time zone typed, or that of the server."""
    if typed is not None or interaction.guild_id is None:
        return typed or "UTC"
    return (await services_of(interaction).guilds.get(interaction.guild_id)).time_zone


def wish_of(one: Schedule) -> Wish:
    """Return what a schedule is set to, for some of it to be changed."""
    return Wish(
        one.recurrence,
        one.zone,
        one.what,
        one.length,
        one.mention_role,
        one.sources_thread,
        one.publish,
        one.when_nothing_new,
        one.lateness_hours,
    )


async def abouts(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
    """Offer topics, or questions where one is to be asked."""
    kind = getattr(interaction.namespace, "what", None)
    if kind == "question":
        return await autocomplete.questions(interaction, typed)
    wanted = typed.casefold().strip()
    names = [topic.name for topic in services_of(interaction).scheduling.issues.desk.topics]
    fitting = [name for name in names if wanted in name.casefold() and length(name) <= CHOICE]
    return [Choice(name=name, value=name) for name in fitting][:CHOICES]


async def _known(interaction: discord.Interaction[Any], number: int) -> Any:
    """Return a channel as the client knows it, which it has to for its rights to be told."""
    guild = client_of(interaction).get_guild(interaction.guild_id or 0)
    place: Any = guild and guild.get_channel_or_thread(number)
    if place is None:
        try:
            place = await client_of(interaction).fetch_channel(number)
        except (discord.NotFound, discord.Forbidden, discord.InvalidData):
            raise RefusalError(texts.UNSEEN, right=named("view_channel")) from None
    if not isinstance(place, Place):
        raise RefusalError(texts.NO_PLACE)
    return place
