"""/schedule, /subscribe and what goes with it: briefings that are posted by themselves."""

from bot.slash.commands.scheduling import adding, looking, previewing, removing, running
from bot.slash.commands.scheduling.group import schedule
from bot.slash.commands.scheduling.removing import KeepButton, RemoveButton
from bot.slash.commands.scheduling.subscribed import subscriptions
from bot.slash.commands.scheduling.subscribing import subscribe, unsubscribe

SCHEDULE_BUTTONS = (RemoveButton, KeepButton)

__all__ = [
    "SCHEDULE_BUTTONS",
    "adding",
    "looking",
    "previewing",
    "removing",
    "running",
    "schedule",
    "subscribe",
    "subscriptions",
    "unsubscribe",
]
