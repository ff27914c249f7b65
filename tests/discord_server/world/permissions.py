"""Who may do what where, computed as Discord's documentation describes it."""

from .models import Channel, Guild

CREATE_INVITE = 1 << 0
ADMINISTRATOR = 1 << 3
MANAGE_CHANNELS = 1 << 4
MANAGE_GUILD = 1 << 5
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
ATTACH_FILES = 1 << 15
READ_MESSAGE_HISTORY = 1 << 16
MENTION_EVERYONE = 1 << 17
USE_APPLICATION_COMMANDS = 1 << 31
MANAGE_THREADS = 1 << 34
CREATE_PUBLIC_THREADS = 1 << 35
CREATE_PRIVATE_THREADS = 1 << 36
SEND_MESSAGES_IN_THREADS = 1 << 38
ALL = (1 << 53) - 1

EVERYONE = (
    CREATE_INVITE
    | VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | USE_APPLICATION_COMMANDS
    | CREATE_PUBLIC_THREADS
    | SEND_MESSAGES_IN_THREADS
)
DIRECT = VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | ATTACH_FILES | READ_MESSAGE_HISTORY

BY_NAME = {
    name.lower(): value
    for name, value in tuple(globals().items())
    if name.isupper() and isinstance(value, int)
}


def bits(rights: int | str | tuple[str, ...] | list[str]) -> int:
    """Rights given as a number, a name or several names."""
    if isinstance(rights, int):
        return rights
    names = (rights,) if isinstance(rights, str) else rights
    total = 0
    for name in names:
        total |= BY_NAME[name]
    return total


def in_guild(guild: Guild, user: int) -> int:
    """A member's rights before any channel has its say."""
    if user == guild.owner:
        return ALL
    member = guild.members.get(user)
    if member is None:
        return 0
    total = guild.roles[guild.id].permissions
    for role in member.roles:
        if role in guild.roles:
            total |= guild.roles[role].permissions
    return ALL if total & ADMINISTRATOR else total


def in_channel(guild: Guild, channel: Channel, user: int) -> int:
    """A member's rights in one channel (for a thread: hand in its parent)."""
    base = in_guild(guild, user)
    member = guild.members.get(user)
    if base == ALL or member is None:
        return base
    everyone = channel.overwrites.get(guild.id)
    if everyone is not None:
        base = base & ~everyone.deny | everyone.allow
    allow = deny = 0
    for role in member.roles:
        if role in channel.overwrites:
            allow |= channel.overwrites[role].allow
            deny |= channel.overwrites[role].deny
    base = base & ~deny | allow
    own = channel.overwrites.get(user)
    if own is not None:
        base = base & ~own.deny | own.allow
    return base if base & VIEW_CHANNEL else 0
