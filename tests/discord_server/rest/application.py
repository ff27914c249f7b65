"""The application, its user, and where the gateway is."""

from tests.discord_server.errors import RefusedError
from tests.discord_server.gateway.gateway import Gateway
from tests.discord_server.world import payloads

from .call import NOTHING, Answer, Call, Handler


def application(call: Call) -> Answer:
    return 200, payloads.application(call.world)


def me(call: Call) -> Answer:
    return 200, payloads.current_user(call.world)


def user(call: Call) -> Answer:
    return 200, payloads.user(call.world.user(call.id("user_id")))


def direct_channel(call: Call) -> Answer:
    """Opening a channel always works; only sending finds it closed."""
    person = call.world.user(int(call.body["recipient_id"]))
    if person.bot:
        raise RefusedError(400, 50007, "Cannot send messages to this user")
    return 200, payloads.channel(call.world, call.world.direct(person.id))


def leave(call: Call) -> Answer:
    guild = call.world.guild(call.id("guild_id"))
    guild.members.pop(call.world.bot, None)
    call.world.emit("GUILD_DELETE", guild.id, {"id": str(guild.id)})
    return NOTHING


def routes(gateway: Gateway) -> dict[tuple[str, str], Handler]:
    def address(_call: Call) -> Answer:
        return 200, {"url": gateway.url}

    def bot_address(_call: Call) -> Answer:
        left = max(0, 1000 - len(gateway.identified))
        return 200, {
            "url": gateway.url,
            "shards": gateway.shards,
            "session_start_limit": {
                "total": 1000,
                "remaining": left,
                "reset_after": 86_400_000,
                "max_concurrency": 1,
            },
        }

    return {
        ("GET", "/gateway"): address,
        ("GET", "/gateway/bot"): bot_address,
        ("GET", "/applications/@me"): application,
        ("GET", "/oauth2/applications/@me"): application,
        ("GET", "/users/@me"): me,
        ("POST", "/users/@me/channels"): direct_channel,
        ("DELETE", "/users/@me/guilds/{guild_id}"): leave,
        ("GET", "/users/{user_id}"): user,
    }
