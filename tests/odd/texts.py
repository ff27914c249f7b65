"""Texts with whatever could upset a page: marks, mentions, controls, writing of all kinds."""

from random import Random

_WORDS = "the leader will travel to meet next week in city of harbour council said Monday".split()
ODDITIES = (
    "<@1234567890>", "<@!1>", "<@&42>", "<#99>", "@everyone", "@here", "@\u200beveryone",
    "</ask:123>", "<id:customize>", "<t:1555545600:R>", "<a:wave:77>", "<:ok:1>", ":smile:",
    "https://example.com/a_b?c=*d*", "[text](https://example.com)", "<https://example.com>",
    "# heading", "\n## heading", "\n- list", "\n1. list", "\n> quote", "\n>>> all", "-# small",
    "**bold**", "__under__", "*it*", "_it_", "~~gone~~", "||secret||", "`code`", "```\nblock\n```",
    "\\", "\\\\*", "*" * 7, "_" * 5, "\x00", "\x07\x1b[31m", "\r\n", "\n\n", "\t", "\u2028", "\x85",
    "\u202eright to left\u202c", "\u200f", "\u2066isolate\u2069", "\u061c", "\u200b", "\u2060",
    "\ufeff", "\u00ad", "\u3164", "\u115f", "\u2800", "\U000e0041", "\ufe0f", "a\ufe0f", "\ud800",
    "\udfff", "\ufffe", "\u0600", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇰🇷", "1️⃣", "❤️", "é", "e\u0301", "النص العربي",
    "עברית", "हिन्दी", "नमस्‍ते", "می‌خواهم", "日本語の文章", "\u3000", "Z" + "".join(map(chr, range(0x300, 0x340))),
    "x" * 300, "𝔘𝔫𝔦𝔠𝔬𝔡𝔢" * 20, "…", "“quoted”", "10:30:15", "100%", "$1,000", "a@b.c", "{0}", "%s",
)  # fmt: skip
_SIZES = (0, 1, 2, 5, 10, 20, 40, 80, 300)


def odd_text(random: Random, size: int | None = None) -> str:
    """Return a text of words and whatever could upset a page."""
    wanted = random.choice(_SIZES) if size is None else size
    oddness = random.choice((0.0, 0.1, 0.5, 1.0))
    parts = [
        random.choice(ODDITIES if random.random() < oddness else _WORDS) for _ in range(wanted)
    ]
    return random.choice((" ", " ", "")).join(parts)
