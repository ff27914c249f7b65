"""What each paragraph of an article is: headline, dek, body, or something for the page only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.corpus.article import Kind
from bot.corpus.furniture import is_boilerplate, is_caption, is_credit_line
from bot.corpus.manifest import Entry

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_STOPS = re.compile(r"[.…][\"'”’»)\]]*$")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_CALENDAR = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
    r"|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)"
)
_SAID_WHEN = re.compile(rf"\bsaid\b|\b(?:{_CALENDAR})\b", re.IGNORECASE)
_CREDIT_WORD = re.compile(
    rf"\d+(?:st|nd|rd|th)?|{_CALENDAR}|by|and|special|to|for|from|in|of|at|on|the|a|staff|writer"
    r"|reporter|correspondent|editor|contributor|updated|published|posted|last|first|modified|am"
    r"|pm|a\.m|p\.m|e[sd]?t|p[sd]?t|gmt|utc|bst|cet|min|mins|minutes?|read|local|time|ist",
    re.IGNORECASE,
)
_BY_SOMEONE = re.compile(
    r"^(?i:by|from)\s+(?:[A-Z][\w.'’-]*\s*){1,4}(?:(?:,|and|&|\|)\s*(?:[A-Z][\w.'’-]*\s*){1,4})*"
)
_SOMEONE = re.compile(
    r"^(?:[A-Z][a-z'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2})"
    r"(?:(?:, | and | & |, and )[A-Z][a-z'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2})*$"
)
_DATE = re.compile(rf"\b(?:{_CALENDAR})\b.*\d|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}", re.IGNORECASE)

_MENU = re.compile(r"\s[|>•»/]\s")
_SAID = re.compile(r"\b(?:said|says|told|asked|added|according)\b", re.IGNORECASE)
_TO_READER = re.compile(
    r"\S+@\S+\.\w+|\b(?:let us know|tell us|call us|write to us|our (?:newsroom|readers|reporters))\b"
    r"|^(?:do|are|were|have|did|want|enjoying|would) you\b|^(?:want|enjoying|looking for)\b.*\?"
    r"|^(?:opinion|analysis|explainer|comment|video|podcast|in depth|profile|quiz|live):",
    re.IGNORECASE,
)

SOLID_WORDS = 20
TAIL_WORDS = 30
FRAGMENT_WORDS = 12


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as its kind is found: its text with white space folded, and the verdict."""

    text: str
    kind: Kind | None = None
    why: str = ""

    @property
    def words(self) -> int:
        """How many words the block holds."""
        return len(_WORD.findall(self.text))

    @property
    def prose(self) -> bool:
        """Whether the block reads as running text."""
        return bool(_ENDS.search(self.text)) or self.words > FRAGMENT_WORDS

    @property
    def solid(self) -> bool:
        """Whether the block is surely a paragraph of the story."""
        return self.kind is None and self.words >= SOLID_WORDS and self.prose


def plain(text: str) -> str:
    """Fold a line to its words, for telling whether two say the same to the letter."""
    return " ".join(_WORD.findall(text.casefold().replace("’", "'")))


def classify(texts: Sequence[str], entry: Entry) -> list[Block]:
    """Return a verdict for each paragraph, in order; every verdict has a kind."""
    blocks = [_by_wording(Block(" ".join(text.split())), entry) for text in texts]
    first = _first_of_story(blocks)
    headline = _headline(blocks, first, entry.title)
    if headline is not None:
        blocks[headline] = replace(blocks[headline], kind=Kind.HEADLINE, why="")
        _mark_repeats(blocks, headline)
        _mark_dek(blocks, headline, first)
    _mark_tail(blocks, first, entry)
    _mark_fragments(blocks, first)
    return [replace(block, kind=block.kind or Kind.BODY) for block in blocks]


def _first_of_story(blocks: Sequence[Block]) -> int:
    """Find where the story starts; a very short one may have no long paragraph."""
    for at, block in enumerate(blocks):
        if block.solid:
            return at
    for at, block in enumerate(blocks):
        if block.kind is None and block.words > 4 and _STOPS.search(block.text):
            return at
    return len(blocks)


def _by_wording(block: Block, entry: Entry) -> Block:
    if entry.title and plain(block.text) == plain(entry.title):
        return block
    if is_caption(block.text):
        return replace(block, kind=Kind.CAPTION, why="caption or credit of a picture")
    if is_credit_line(block.text) or _is_byline(block, entry):
        return replace(block, kind=Kind.BYLINE, why="line of authors, outlet or date")
    if is_boilerplate(block.text) or (_MENU.search(block.text) and block.words <= TAIL_WORDS):
        return replace(block, kind=Kind.BOILERPLATE, why="worded as page furniture")
    return block


def _is_byline(block: Block, entry: Entry) -> bool:
    if block.words > SOLID_WORDS or _STOPS.search(block.text):
        return False
    rest, known = block.text, False
    for name in (*entry.authors, entry.outlet, entry.via or ""):
        if name and name.casefold() in rest.casefold():
            known = True
            rest = re.sub(re.escape(name), " ", rest, flags=re.IGNORECASE)
    left = [word for word in _WORD.findall(rest) if not _CREDIT_WORD.fullmatch(word)]
    if _BY_SOMEONE.match(block.text) and all(word[0].isupper() for word in left):
        return True
    return not left and (known or bool(_DATE.search(block.text)))


def _headline(blocks: Sequence[Block], first: int, title: str | None) -> int | None:
    """Find the headline: the manifest's title where it stands, else what looks like one."""
    if title:
        for at, block in enumerate(blocks):
            if plain(block.text) == plain(title):
                return at
    texts = [plain(block.text) for block in blocks]
    able = [
        at
        for at, block in enumerate(blocks[:first])
        if block.kind is None
        and 4 <= block.words <= 30
        and not _STOPS.search(block.text)
        and not _SOMEONE.match(block.text)
        and not _MENU.search(block.text)
    ]
    repeated = [at for at in able if texts.count(texts[at]) > 1]
    return next(iter(repeated or able), None)


def _mark_repeats(blocks: list[Block], headline: int) -> None:
    text = plain(blocks[headline].text)
    for at, block in enumerate(blocks):
        if at != headline and plain(block.text) == text:
            blocks[at] = replace(block, kind=Kind.REPEAT, why="repeats the headline")


def _mark_dek(blocks: list[Block], headline: int, first: int) -> None:
    for at in range(headline + 1, first):
        block = blocks[at]
        if block.kind is None and block.words >= 6 and not _SOMEONE.match(block.text):
            if first < len(blocks) and not _SAID_WHEN.search(block.text):
                blocks[at] = replace(block, kind=Kind.DEK)
            return


def _mark_tail(blocks: list[Block], first: int, entry: Entry) -> None:
    """From the end back: short paragraphs that speak to the reader or of the outlet itself."""
    own = [_bare(name) for name in (entry.outlet, entry.via) if name]
    for at in range(len(blocks) - 1, first, -1):
        block = blocks[at]
        if block.kind is not None or not block.prose:
            continue
        if block.words > TAIL_WORDS or _SAID.search(block.text):
            return
        speaks_of_itself = any(name in plain(block.text) for name in own)
        if not (speaks_of_itself or _TO_READER.search(block.text)):
            return
        blocks[at] = replace(block, kind=Kind.BOILERPLATE, why="addressed to the reader")


def _bare(outlet: str) -> str:
    return plain(outlet).removeprefix("the ")


def _mark_fragments(blocks: list[Block], first: int) -> None:
    """Lines that are no sentences: names and labels before the story, subheads, leftovers."""
    story = [at for at, block in enumerate(blocks) if block.kind is None and block.prose]
    last = story[-1] if story else -1
    for at, block in enumerate(blocks):
        if block.kind is not None or block.prose or not story:
            continue
        if at > last:
            verdict = (Kind.BOILERPLATE, "fragment after the story")
        elif at > first:
            verdict = (Kind.SUBHEAD, "heading inside the story")
        else:
            verdict = (Kind.BOILERPLATE, "label before the story")
        blocks[at] = replace(block, kind=verdict[0], why=verdict[1])
