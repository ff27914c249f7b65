"""Characters that a terminal would obey instead of showing."""

import re

# Controls but for tab and line feed, and the marks that turn the direction of writing.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def blank_controls(text: str) -> str:
    """Put a space for each control character; the length stays the same."""
    return CONTROL.sub(" ", text)
