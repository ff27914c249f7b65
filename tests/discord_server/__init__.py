"""A Discord of our own on 127.0.0.1, for the real discord.py client over real sockets."""

from .driving.commands import NotOfferedError
from .driving.outcome import Outcome, Pending, labels_of, text_of
from .faults import Fault
from .pointing import pointed_at
from .server import TOKEN, LoopbackDiscord

__all__ = [
    "TOKEN",
    "Fault",
    "LoopbackDiscord",
    "NotOfferedError",
    "Outcome",
    "Pending",
    "labels_of",
    "pointed_at",
    "text_of",
]
