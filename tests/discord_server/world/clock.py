"""Time that a test can push forward."""

import time
from datetime import UTC, datetime


class Clock:
    """Wall-clock time plus whatever a test has added to it."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def now(self) -> float:
        return time.time() + self.ahead

    def advance(self, seconds: float) -> None:
        self.ahead += seconds

    def text(self) -> str:
        return datetime.fromtimestamp(self.now(), UTC).isoformat()


def text_of(moment: float) -> str:
    """A moment as Discord writes it."""
    return datetime.fromtimestamp(moment, UTC).isoformat()
