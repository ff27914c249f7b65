"""Telling the one who set up a schedule that it is paused."""

import logging
from typing import TYPE_CHECKING, Any

import discord

from bot.schedule.delivery import DeliveryError
from bot.schedule.issues import title_of
from bot.slash.posting import texts
from bot.slash.posting.faults import told
from bot.slash.replies import Tone, notice_view
from bot.slash.speaking import language_of, say, speaking
from bot.store.schedules import NOBODY, Schedule

if TYPE_CHECKING:
    from bot.slash.client import BriefingClient

log = logging.getLogger(__name__)


class Notifier:
    """Writes to owners directly, and to the log where that can't be done."""

    def __init__(self, client: "BriefingClient") -> None:
        self._client = client

    async def __call__(self, schedule: Schedule, because: str) -> None:
        """Tell the owner of a schedule that it is paused, and why."""
        log.warning("schedule %s is paused: %s", schedule.id, because)
        guild = self._client.get_guild(schedule.guild or 0)
        channel = guild and guild.get_channel_or_thread(schedule.channel or 0)
        if schedule.owner == NOBODY:
            return
        with speaking(self._client.languages, language_of(guild)):
            name = title_of(schedule.what)
            if schedule.channel is None:
                said = say(texts.SUBSCRIPTION_PAUSED, name=name, because=because)
            else:
                place = _place(schedule.channel, channel, guild)
                said = say(texts.PAUSED, name=name, place=place, because=because)
        try:
            with told(None):
                direct = await self._client.create_dm(discord.Object(schedule.owner))
                await direct.send(view=notice_view(said, Tone.PROBLEM))
        except DeliveryError as error:
            log.warning("schedule %s: its owner could not be told: %s", schedule.id, error)


def _place(number: int, channel: Any, guild: discord.Guild | None) -> str:
    """Return the name of a channel, as far as it is known, and of its server."""
    place = f"#{channel.name}" if channel else say(texts.CHANNEL_NUMBER, number=number)
    return say(texts.PLACE, channel=place, server=guild.name) if guild else place
