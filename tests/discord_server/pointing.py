"""Points discord.py at a loopback Discord instead of the real one."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.discord_server.front import PREFIX


def point(url: str) -> None:
    """For the rest of this process: every route and every gateway is the loopback's."""
    import yarl
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

    Route.BASE = url + PREFIX
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url.replace("http", "ws", 1) + "/")


@contextmanager
def pointed_at(url: str) -> Iterator[None]:
    """The same, until the end of the block."""
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    point(url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before
