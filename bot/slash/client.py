"""The Discord client: what it listens to, and how it starts and ends."""

import asyncio
import logging
from typing import Any

import discord

from bot.slash import chat
from bot.slash.autocomplete import known_zones
from bot.slash.buttons import BUTTONS, MODALS
from bot.slash.buttons.modal import submit
from bot.slash.commands import COMMANDS
from bot.slash.commands.privacy import EraseButton
from bot.slash.commands.scheduling import SCHEDULE_BUTTONS
from bot.slash.permissions import warn_of_missing
from bot.slash.services import Services
from bot.slash.syncing import sync_if_changed
from bot.slash.translating import ENGLISH, Languages, Translator
from bot.slash.tree import CommandTree
from bot.slash.unrepeated import request_trace
from bot.store.writing import Writing

log = logging.getLogger(__name__)


def intents() -> discord.Intents:
    """Return what the client asks Discord to be told; nothing here is privileged."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = True
    return wanted


class BriefingClient(discord.AutoShardedClient):
    """Answers commands, buttons and chat with the services it was built from."""

    def __init__(self, services: Services, languages: Languages = ENGLISH, **options: Any) -> None:
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            http_trace=request_trace(),
            max_messages=None,  # nothing looks back at messages of before
            **options,
        )
        self.services = services
        self.started = services.now()
        self.changing_settings = asyncio.Lock()
        self.languages = languages
        self.writing = Writing(services.conversations, services.questions)
        self.tree = CommandTree(self)
        for command in COMMANDS:
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        """Make the buttons of old messages work, and tell Discord of changed commands."""
        await self.tree.set_translator(Translator(self.languages))
        self.add_dynamic_items(*BUTTONS, *SCHEDULE_BUTTONS, EraseButton)
        await known_zones()
        await sync_if_changed(self.tree, self.services.state)

    async def close(self) -> None:
        """Leave Discord, and keep what was talked about until then."""
        try:
            await super().close()
        finally:
            await self.writing.stop()

    async def on_ready(self) -> None:
        """Write to the log which rights are missing where."""
        log.info("ready in %s servers on %s shards", len(self.guilds), len(self.shards))
        for guild in self.guilds:
            warn_of_missing(guild)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Write to the log which rights are missing in a new server."""
        warn_of_missing(guild)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Take modals, which discord.py knows only until a restart."""
        if interaction.type is discord.InteractionType.modal_submit:
            await submit(interaction, MODALS)

    async def on_message(self, message: discord.Message) -> None:
        """Answer those who speak to the bot."""
        await chat.answer_message(self, message)

    def stop_taking_work(self) -> None:
        """Turn away, kindly, whatever comes from now on."""
        self.services.work.stop()

    async def drain(self, seconds: float) -> None:
        """Wait for what is in flight, so many seconds at most."""
        if not await self.services.work.finish(seconds):
            log.warning("%s answers were not finished in time", self.services.work.in_flight)
