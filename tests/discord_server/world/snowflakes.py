"""Ids that rise with time, as Discord's do."""

from .clock import Clock

EPOCH = 1_420_070_400_000


class Snowflakes:
    """Gives out ids: the time in the upper bits, a running number in the lower 22."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> int:
        made = (int(self._clock.now() * 1000) - EPOCH) << 22
        self._last = max(made, self._last + 1)
        return self._last


def moment_of(snowflake: int) -> float:
    """The second in which an id was made."""
    return ((snowflake >> 22) + EPOCH) / 1000
