"""How often one person may ask: a bucket of tokens that fills again with time."""

import math
from collections.abc import Callable
from dataclasses import dataclass

_KEPT = 10_000


@dataclass(slots=True)
class _Bucket:
    tokens: float
    seen: float
    told: bool = False


@dataclass(frozen=True, slots=True)
class Wait:
    """Whole seconds until one may ask again, and whether this is the first refusal in a row."""

    seconds: int
    first: bool


class Cooldown:
    """A bucket for each person: full at first, one token a question, filled at a steady rate."""

    def __init__(self, per_minute: int, clock: Callable[[], float]) -> None:
        self._size = float(per_minute)
        self._rate = per_minute / 60
        self._clock = clock
        self._buckets: dict[int, _Bucket] = {}

    def take(self, user: int) -> Wait | None:
        """Take a token; return None where there was one, else how long to wait for the next."""
        now = self._clock()
        bucket = self._buckets.get(user)
        if bucket is None:
            self._make_room(now)
            bucket = self._buckets[user] = _Bucket(self._size, now)
        bucket.tokens = self._filled(bucket, now)
        bucket.seen = now
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            bucket.told = False
            return None
        first, bucket.told = not bucket.told, True
        return Wait(max(math.ceil((1 - bucket.tokens) / self._rate), 1), first)

    def _filled(self, bucket: _Bucket, now: float) -> float:
        return min(self._size, bucket.tokens + max(now - bucket.seen, 0.0) * self._rate)

    def _make_room(self, now: float) -> None:
        """Forget full buckets once there are many: a new one is just as full."""
        if len(self._buckets) >= _KEPT:
            self._buckets = {
                user: bucket
                for user, bucket in self._buckets.items()
                if self._filled(bucket, now) < self._size
            }
