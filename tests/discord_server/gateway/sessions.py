"""Gateway sessions: who hears of what, and what is kept for resuming."""

import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

GUILDS, MEMBERS, PRESENCES = 1 << 0, 1 << 1, 1 << 8
GUILD_MESSAGES, DIRECT_MESSAGES, CONTENT = 1 << 9, 1 << 12, 1 << 15
PRIVILEGED = MEMBERS | PRESENCES | CONTENT
KNOWN = sum(1 << bit for bit in (*range(17), 20, 21, 24, 25))
KEPT = 20_000

MESSAGES = ("MESSAGE_",)
SERVER = ("GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE", "GUILD_ROLE_", "CHANNEL_", "THREAD_")


def needed(name: str, guild: int | None) -> int:
    """The intent without which an event is not told."""
    if name.startswith(MESSAGES):
        return DIRECT_MESSAGES if guild is None else GUILD_MESSAGES
    if name.startswith(SERVER):
        return GUILDS
    if name.startswith("GUILD_MEMBER_"):
        return MEMBERS
    return 0


@dataclass(slots=True)
class Session:
    """One identified client on one shard."""

    id: str
    shard: tuple[int, int]
    intents: int
    sequence: int = 0
    kept: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=KEPT))
    send: Callable[[str], None] | None = None
    identified: int = 0

    def hears(self, name: str, guild: int | None) -> bool:
        number, many = self.shard
        place = 0 if guild is None else (guild >> 22) % many
        want = needed(name, guild)
        return place == number and self.intents & want == want

    def tell(self, name: str, data: Any) -> None:
        """Sends an event, or keeps it for when the client comes back."""
        self.sequence += 1
        text = json.dumps({"op": 0, "t": name, "s": self.sequence, "d": data})
        self.kept.append((self.sequence, text))
        if self.send is not None:
            self.send(text)

    def missed(self, sequence: int) -> list[str] | None:
        """What was told after a sequence number, or None when that is not known any more."""
        if sequence > self.sequence:
            return None
        if self.kept and sequence < self.kept[0][0] - 1:
            return None
        return [text for number, text in self.kept if number > sequence]
