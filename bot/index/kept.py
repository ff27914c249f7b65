"""What has been asked for once, kept for the next time up to a size."""

from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(dict[str, Value], Generic[Value]):
    """Values by key, all forgotten when a further one would make them larger than their room."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = self._left = room

    def put(self, key: str, value: Value, size: int) -> None:
        """Keep a value that takes so much of the room."""
        self._left -= size
        if self._left < 0:
            self.clear()
            self._left = self._room - size
        self[key] = value
