"""The two kinds of commands: those to read with anywhere, those for servers alone."""

from collections.abc import Callable
from typing import Any, TypeVar

from discord import app_commands

_Command = TypeVar("_Command")


def reading(command: _Command) -> _Command:
    """Let a command be used by everyone, in servers and out of them, however it was installed."""
    installs: Callable[[Any], Any] = app_commands.allowed_installs(guilds=True, users=True)
    contexts: Callable[[Any], Any] = app_commands.allowed_contexts(
        guilds=True, dms=True, private_channels=True
    )
    marked: _Command = contexts(installs(command))
    return marked


def in_servers(command: _Command) -> _Command:
    """Let a command be used in servers that have added the bot, and nowhere else."""
    installs: Callable[[Any], Any] = app_commands.allowed_installs(guilds=True, users=False)
    guild_only: Callable[[Any], Any] = app_commands.guild_only
    marked: _Command = guild_only(installs(command))
    return marked
