"""The commands, one file a family."""

from typing import Any

from discord import app_commands

from bot.slash.commands.asking import ask
from bot.slash.commands.briefing import brief
from bot.slash.commands.comparing import compare
from bot.slash.commands.coverage import coverage
from bot.slash.commands.feedback import feedback
from bot.slash.commands.finding import find_sources
from bot.slash.commands.helping import help_command
from bot.slash.commands.privacy import privacy
from bot.slash.commands.reading import read
from bot.slash.commands.scheduling import schedule, subscribe, subscriptions, unsubscribe
from bot.slash.commands.settings import settings
from bot.slash.commands.sources import sources
from bot.slash.commands.status import status
from bot.slash.commands.timeline import timeline
from bot.slash.commands.verifying import verify
from bot.slash.commands.who import who

COMMANDS: tuple[
    app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu, ...
] = (
    ask,
    brief,
    compare,
    coverage,
    timeline,
    who,
    sources,
    read,
    verify,
    help_command,
    status,
    privacy,
    settings,
    schedule,
    subscribe,
    subscriptions,
    unsubscribe,
    feedback,
    find_sources,
)
