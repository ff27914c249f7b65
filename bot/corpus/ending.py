"""Where a story is over and the page goes on: links, biographies, comments, small print."""

import re
from collections.abc import Sequence
from itertools import accumulate

from bot.corpus import left_out
from bot.corpus.article import Kind
from bot.corpus.blocks import SPEECH, STOPS, Block, plain
from bot.corpus.bylines import writers
from bot.corpus.furniture import is_credit_line
from bot.corpus.manifest import Entry

_COMMENTS = re.compile(r"^\d+ thoughts? on\b|^leave a reply", re.IGNORECASE)
# The same words stand on buttons in the middle of a page.
_COMMENTS_OR_BUTTON = re.compile(
    r"^(?:\d+ )?(?:(?:reader|your|all|view|show|hide|read|the) )*(?:comments?|replies|responses)"
    r"(?: \(?\d+\)?)?:?$|^(?:leave|post|add) a comment|^join the (?:conversation|discussion)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^(?i:about (?:the )?(?:authors?|writers?|contributors?|us))$")
_RIGHTS = re.compile(r"^(?:©|\(c\) ?\d{4}|copyright\b.*\d{4}|all rights reserved)", re.IGNORECASE)
_LIST = re.compile(
    r"^(?:more (?:on|from|stories|coverage|news|to read|like this)|related|recommended"
    r"|(?:what to )?read (?:next|more|also)|most (?:read|viewed|popular|shared)|trending"
    r"|top stories|latest (?:news|stories|from|headlines)|editors?['’] picks|explore more"
    r"|don['’]t miss|you (?:may|might) also|see also|also read|suggested topics|promoted"
    r"|further reading|(?:previous|next) (?:post|article|story))"
    r"(?: [\w'’]+){0,4}:?$",
    re.IGNORECASE,
)
_LONGEST_LINK = 25
_TO_READER = re.compile(
    r"\w@[\w.-]+\.\w|\b(?:let us know|tell us|call us|write to us|get in touch"
    r"|our (?:newsroom|readers|reporters|journalists))\b"
    r"|^(?:do|are|were|have|did|want|enjoying|would) you\b|^(?:want|enjoying|looking for)\b.*\?"
    r"|^(?:opinion|analysis|explainer|comment|video|podcast|in depth|profile|quiz|live):",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"\b(?:comment|respond(?:ed)?|approached|contacted|asked|reported|revealed|learned|understands"
    r"|seen by|obtained|interview(?:ed)?)\b",
    re.IGNORECASE,
)
_TAIL_WORDS = 30
_WRITER = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof)\. )?(?:[A-Z][\w'’-]+ ){1,3}is an? (?:[\w-]+ )?(?:contributing"
    r"|staff|senior|freelance|guest|opinion) (?:[\w-]+ )?(?:writer|columnist|editor|reporter"
    r"|correspondent|contributor)\b"
)
_DOES = re.compile(r"(?:is|has|was|covers|writes|reports|joined|works|lives|teaches)\b")
_LONGEST_BIOGRAPHY = 80


def mark_ending(blocks: list[Block], first: int, entry: Entry) -> None:
    """Mark what comes after the story, and lists of links wherever they stand."""
    authors = [name for name in map(plain, writers(blocks, entry)) if name]
    for at in range(first):
        if blocks[at].kind is None and _WRITER.match(blocks[at].text):
            blocks[at] = blocks[at].judged(Kind.BYLINE, left_out.ABOUT_AUTHOR)
    _close(blocks, _comments(blocks, first))
    _close(blocks, _closing_line(blocks, first, authors))
    _mark_lists(blocks, first)
    _mark_tail(blocks, first, entry, authors)


def _close(blocks: list[Block], end: int) -> None:
    for at in range(end, len(blocks)):
        if blocks[at].kind is None:
            blocks[at] = blocks[at].judged(Kind.BOILERPLATE, left_out.AFTER_STORY)


def _comments(blocks: Sequence[Block], first: int) -> int:
    """Find the heading of readers' comments, which may be longer than the story itself."""
    told = _told(blocks)
    for at, block in enumerate(blocks):
        if at > first and 4 * told[at] >= told[-1] and _COMMENTS.match(block.text):
            return at
    return len(blocks)


def _closing_line(blocks: Sequence[Block], first: int, authors: Sequence[str]) -> int:
    """Find credits, rights, comments or the author, after which nobody is quoted any more."""
    told = _told(blocks)
    speech = max(
        (at for at, b in enumerate(blocks) if b.solid and SPEECH.search(b.text)), default=0
    )
    about = {f"about {name}" for name in authors}
    for at, block in enumerate(blocks):
        closes = (
            _COMMENTS_OR_BUTTON.match(block.text)
            or _ABOUT.match(block.text)
            or _RIGHTS.match(block.text)
            or is_credit_line(block.text)
            or block.folded in about
        )
        if closes and at > max(first, speech) and 2 * told[at] >= told[-1]:
            return at
    return len(blocks)


def _told(blocks: Sequence[Block]) -> list[int]:
    """Return how many words of the story stand before each block, and in all."""
    return list(accumulate((b.words if b.solid else 0 for b in blocks), initial=0))


def _mark_lists(blocks: list[Block], first: int) -> None:
    """Below a heading such as "Most read", whatever is no sentence is a link."""
    listing = False
    for at in range(first + 1, len(blocks)):
        block = blocks[at]
        if _LIST.match(block.text):
            listing = True
        elif block.kind is None and (
            STOPS.search(block.text) or block.leads_in or block.words > _LONGEST_LINK
        ):
            listing = False
        if listing and block.kind is None:
            blocks[at] = block.judged(Kind.BOILERPLATE, left_out.LINKS)


def _mark_tail(blocks: list[Block], first: int, entry: Entry, authors: Sequence[str]) -> None:
    """From the end back: short paragraphs that speak to the reader, or of the outlet or author."""
    names = [plain(name).removeprefix("the ") for name in (entry.outlet, entry.via) if name]
    for at in range(len(blocks) - 1, first, -1):
        block = blocks[at]
        if block.kind is not None or not block.prose:
            continue
        if SPEECH.search(block.text):
            return
        if _is_biography(block, authors):
            blocks[at] = block.judged(Kind.BOILERPLATE, left_out.ABOUT_AUTHOR)
            continue
        own = any(name and f" {name} " in f" {block.folded} " for name in names)
        of_itself = own and not _NEWS.search(block.text)
        if block.words > _TAIL_WORDS or not (of_itself or _TO_READER.search(block.text)):
            return
        blocks[at] = block.judged(Kind.BOILERPLATE, left_out.TO_READER)


def _is_biography(block: Block, authors: Sequence[str]) -> bool:
    whole = any(block.folded.startswith(f"{name} ") for name in authors)
    name, _, rest = block.folded.partition(" ")
    partly = _DOES.match(rest) and any(name in author.split() for author in authors)
    about = whole or partly or _WRITER.match(block.text)
    return bool(about) and block.words <= _LONGEST_BIOGRAPHY
