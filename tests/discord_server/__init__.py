"""A Discord of our own on 127.0.0.1, for the real discord.py client over real sockets."""

from tests.discord_server.driving.commands import NotOfferedError
from tests.discord_server.driving.outcome import Outcome, Pending, labels_of, text_of
from tests.discord_server.faults import Fault
from tests.discord_server.pointing import pointed_at
from tests.discord_server.remote import RemoteDiscord, RemotePending, remote_discord
from tests.discord_server.server import TOKEN, LoopbackDiscord

__all__ = [
    "TOKEN",
    "Fault",
    "LoopbackDiscord",
    "NotOfferedError",
    "Outcome",
    "Pending",
    "RemoteDiscord",
    "RemotePending",
    "labels_of",
    "pointed_at",
    "remote_discord",
    "text_of",
]
