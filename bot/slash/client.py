"""The Discord client: what it listens to, and how it starts and ends."""

import discord
from discord import app_commands

from bot.slash.services import Services


def intents() -> discord.Intents:
    """Return what the client asks Discord to be told; nothing here is privileged."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = True
    return wanted


class BriefingClient(discord.AutoShardedClient):
    """Answers commands, buttons and chat with the services it was built from."""

    def __init__(self, services: Services) -> None:
        super().__init__(intents=intents(), allowed_mentions=discord.AllowedMentions.none())
        self.services = services
        self.tree = app_commands.CommandTree(self)

    def stop_taking_work(self) -> None:
        """Turn away, kindly, whatever comes from now on."""
        self.services.work.stop()

    async def drain(self, seconds: float) -> None:
        """Wait for what is in flight, so many seconds at most."""
        await self.services.work.finish(seconds)
