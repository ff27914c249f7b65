"""The things that exist, each with only what the loopback needs to know of it."""

from dataclasses import dataclass, field
from typing import Any

TEXT, DM, CATEGORY, ANNOUNCEMENT = 0, 1, 4, 5
ANNOUNCEMENT_THREAD, PUBLIC_THREAD, PRIVATE_THREAD, FORUM = 10, 11, 12, 15
THREADS = frozenset({ANNOUNCEMENT_THREAD, PUBLIC_THREAD, PRIVATE_THREAD})
CHANNEL_TYPES = {"text": TEXT, "category": CATEGORY, "announcement": ANNOUNCEMENT, "forum": FORUM}

DEFAULT, REPLY, CHAT_COMMAND, THREAD_STARTER, CONTEXT_COMMAND = 0, 19, 20, 21, 23

CROSSPOSTED, EPHEMERAL, LOADING, COMPONENTS_V2 = 1 << 0, 1 << 6, 1 << 7, 1 << 15
HAS_THREAD = 1 << 5


@dataclass(slots=True)
class User:
    """A person or a bot; `dms` says whether direct messages are open."""

    id: int
    name: str
    bot: bool = False
    dms: bool = True


@dataclass(slots=True)
class Role:
    id: int
    guild: int
    name: str
    permissions: int
    position: int
    mentionable: bool = False


@dataclass(slots=True)
class Overwrite:
    """Rights given or taken for one role (0) or one member (1) in one channel."""

    id: int
    kind: int
    allow: int
    deny: int


@dataclass(slots=True)
class Member:
    user: int
    joined: str
    roles: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Guild:
    id: int
    name: str
    owner: int
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    installed: bool = True


@dataclass(slots=True)
class Pings:
    """Who a message would have made a sound for."""

    everyone: bool = False
    users: tuple[int, ...] = ()
    roles: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return self.everyone or bool(self.users or self.roles)


@dataclass(slots=True)
class Message:
    id: int
    channel: int
    author: int
    content: str = ""
    embeds: list[dict[str, Any]] = field(default_factory=list)
    components: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[dict[str, Any]] = field(default_factory=list)
    flags: int = 0
    type: int = DEFAULT
    reference: dict[str, Any] | None = None
    nonce: str | None = None
    edited: str | None = None
    mentions: tuple[int, ...] = ()
    pings: Pings = field(default_factory=Pings)
    interaction: int | None = None
    thread: int | None = None
    seen_by: int | None = None

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)


@dataclass(slots=True)
class Channel:
    id: int
    type: int
    name: str
    guild: int | None = None
    position: int = 0
    parent: int | None = None
    owner: int | None = None
    recipient: int | None = None
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    archived: bool = False
    locked: bool = False
    tags: list[str] = field(default_factory=list)
    joined: set[int] = field(default_factory=set)
    made: str = ""

    @property
    def is_thread(self) -> bool:
        return self.type in THREADS
