"""How fast posts go out: so many requests a second, so that people's own are not held up."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic

# Discord allows a bot 50 a second in all; some are left for answers to people.
REQUESTS_PER_SECOND = 40.0


class Bucket:
    """Lets so many through at once, then so many a second, in the order they came."""

    def __init__(
        self,
        rate: float = REQUESTS_PER_SECOND,
        burst: int = 10,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._gap = 1 / rate
        self._allowance = (burst - 1) * self._gap
        self._clock = clock
        self._sleep = sleep
        self._next = float("-inf")

    async def take(self) -> None:
        """Wait for a turn."""
        now = self._clock()
        turn = max(self._next, now - self._allowance)
        self._next = turn + self._gap
        if turn > now:
            await self._sleep(turn - now)

    @property
    def full(self) -> bool:
        """Say whether nobody has taken a turn lately, so that a new bucket would be the same."""
        return self._next <= self._clock() - self._allowance


@dataclass(slots=True)
class _Place:
    bucket: Bucket
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0


class Places:
    """Lets one at a time through to each channel or person, and each place at its own pace."""

    def __init__(self, rate: float, burst: int) -> None:
        self._rate = rate
        self._burst = burst
        self._places: dict[int, _Place] = {}

    @asynccontextmanager
    async def turn(self, number: int) -> AsyncIterator[None]:
        """Hold a place, once its turn has come."""
        place = self._places.setdefault(number, _Place(Bucket(self._rate, self._burst)))
        place.users += 1
        try:
            async with place.lock:
                await place.bucket.take()
                yield
        finally:
            place.users -= 1

    def forget(self) -> None:
        """Forget the places that nobody has been to lately."""
        for number, place in list(self._places.items()):
            if not place.users and place.bucket.full:
                del self._places[number]
