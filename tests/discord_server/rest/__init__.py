"""The HTTP side, one file for each area of Discord's API."""

from tests.discord_server.gateway.gateway import Gateway

from . import application, commands, guilds, interactions, messages, threads, webhooks
from .call import Handler


def routes(gateway: Gateway) -> dict[tuple[str, str], Handler]:
    """Every route, fixed paths before those with a name in their place."""
    return {
        **application.routes(gateway),
        **commands.ROUTES,
        **guilds.ROUTES,
        **messages.ROUTES,
        **threads.ROUTES,
        **interactions.ROUTES,
        **webhooks.ROUTES,
    }
