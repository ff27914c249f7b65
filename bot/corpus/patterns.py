"""Regular expressions compiled when they are first used: most questions need few of them."""

import re
from typing import Any, cast


class _Later:
    """Stands for a pattern; each method is the compiled one's own once it was asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, method)
        return method


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that costs nothing until it is used."""
    return cast("re.Pattern[str]", _Later(text, flags))
