"""Characters that a terminal would obey instead of showing."""

import re

from bot.corpus.patterns import pattern

# Controls but for tab and line feed, and the marks that turn the direction of writing.
_CONTROLS = (
    *range(0x09),
    *range(0x0B, 0x20),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
_ANY = pattern(f"[{''.join(map(re.escape, map(chr, _CONTROLS)))}]")
_BLANK = dict.fromkeys(_CONTROLS, " ")
_ESCAPED = {code: f"\\u{code:04x}" for code in _CONTROLS}


def blank_controls(text: str) -> str:
    """Put a space for each control character; the length stays the same."""
    return text.translate(_BLANK)


def escape_controls(text: str) -> str:
    r"""Write each control character as JSON does: `\u001b`."""
    # Mostly there is nothing to be found, and these tests are much faster than to translate.
    if text.isprintable() or not _ANY.search(text):
        return text
    return text.translate(_ESCAPED)
