"""Lines that say again what stands elsewhere in the article: headlines, pull quotes."""

import re
from collections import defaultdict

from bot.corpus import left_out
from bot.corpus.article import Kind
from bot.corpus.blocks import STOPS, Block, plain

_PULLED = re.compile(r"^(?:[>»|*]\s*)?([\"'“‘«].*[\"'”’»])(.*)$")
_KEY_WORDS = 5
_LONGEST_PULLED = 40
_LONGEST_ATTRIBUTION = 8


def mark_repeats(blocks: list[Block], headline: int) -> None:
    """Mark every other line that says the same as the headline."""
    text = blocks[headline].folded
    for at, block in enumerate(blocks):
        if at != headline and block.folded == text:
            blocks[at] = block.judged(Kind.REPEAT, left_out.REPEATS_HEADLINE)


def mark_pull_quotes(blocks: list[Block]) -> None:
    """Mark quotations that stand alone and, word for word, inside another paragraph."""
    wanted: dict[tuple[str, ...], list[int]] = defaultdict(list)
    pulled = {at: words for at, block in enumerate(blocks) if (words := _pulled(block))}
    for at, words in pulled.items():
        wanted[words[:_KEY_WORDS]].append(at)
    if not wanted:
        return
    for other, block in enumerate(blocks):
        if block.kind is not None:
            continue
        words = tuple(block.folded.split())
        for start in range(len(words) - _KEY_WORDS + 1):
            for at in wanted.get(words[start : start + _KEY_WORDS], ()):
                quote = pulled[at]
                if at != other and len(words) > len(quote) and _stands(quote, words, start):
                    blocks[at] = blocks[at].judged(Kind.REPEAT, left_out.PULL_QUOTE)


def _stands(quote: tuple[str, ...], words: tuple[str, ...], start: int) -> bool:
    return words[start : start + len(quote)] == quote


def _pulled(block: Block) -> tuple[str, ...]:
    """Return the words of a lone quotation, without the name that may follow it."""
    found = _PULLED.match(block.text)
    if block.kind is not None or not found or STOPS.search(found.group(2)):
        return ()
    words = tuple(plain(found.group(1)).split())
    attribution = len(plain(found.group(2)).split())
    fits = _KEY_WORDS <= len(words) <= _LONGEST_PULLED and attribution <= _LONGEST_ATTRIBUTION
    return words if fits else ()
