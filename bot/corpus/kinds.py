"""What each paragraph of an article is: headline, dek, body, or something for the page only."""

import re
from collections import Counter
from collections.abc import Sequence

from bot.corpus import left_out
from bot.corpus.article import Kind
from bot.corpus.blocks import STOPS, WORD, Block, plain
from bot.corpus.bylines import TELLS_DAY, is_byline, is_someone, mark_roles
from bot.corpus.captions import announces_caption, is_caption
from bot.corpus.ending import mark_ending
from bot.corpus.furniture import is_boilerplate, is_credit_line, is_menu
from bot.corpus.manifest import Entry
from bot.corpus.repeats import mark_pull_quotes, mark_repeats

__all__ = ["Block", "classify", "plain"]

_SAID = re.compile(r"\bsaid\b", re.IGNORECASE)
_LONGEST_MENU = 30
_LEAD_BLOCKS = 12
_QUESTION = re.compile(
    r"(?:what|why|who|how|when|where|which|is|are|was|can|could|will|do|does|did|has|have|should)\b"
    r"[^.!?\"“”]*\?",
    re.IGNORECASE,
)
_LONGEST_HEADING = 10


def classify(texts: Sequence[str], entry: Entry) -> list[Block]:
    """Return a verdict for each paragraph, in order; every verdict has a kind."""
    blocks = [_by_wording(Block(" ".join(text.split())), entry) for text in texts]
    mark_roles(blocks)
    _mark_announced_captions(blocks)
    first = _first_of_story(blocks)
    headline = _headline(blocks, first, entry.title)
    if headline is not None:
        blocks[headline] = blocks[headline].judged(Kind.HEADLINE)
        mark_repeats(blocks, headline)
        _mark_dek(blocks, headline, first)
    mark_pull_quotes(blocks)
    mark_ending(blocks, first, entry)
    _mark_fragments(blocks, first)
    return [block if block.kind else block.judged(Kind.BODY) for block in blocks]


def _first_of_story(blocks: Sequence[Block]) -> int:
    """Find where the story starts; a very short one may have no long paragraph."""
    for at, block in enumerate(blocks):
        if block.solid:
            return at
    for at, block in enumerate(blocks):
        if block.kind is None and block.words > 4 and STOPS.search(block.text):
            return at
    return len(blocks)


def _by_wording(block: Block, entry: Entry) -> Block:
    if _is_title(block, entry.title):
        return block
    if is_caption(block.text) or _ends_with_outlet(block.text, entry):
        return block.judged(Kind.CAPTION, left_out.PICTURE)
    worded = is_boilerplate(block.text)
    if is_credit_line(block.text) or (not worded and is_byline(block, entry)):
        return block.judged(Kind.BYLINE, left_out.CREDITS)
    if worded or (is_menu(block.text) and block.words <= _LONGEST_MENU):
        return block.judged(Kind.BOILERPLATE, left_out.FURNITURE)
    return block


def _ends_with_outlet(text: str, entry: Entry) -> bool:
    """Whether nothing but the outlet's name follows the last sentence, as in a picture's credit."""
    return any(
        re.search(rf"[.!?]\s{re.escape(name)}$", text) for name in (entry.outlet, entry.via) if name
    )


def _mark_announced_captions(blocks: list[Block]) -> None:
    for at, block in enumerate(blocks):
        announced = at > 0 and announces_caption(blocks[at - 1].text)
        if block.kind is None and (announced or announces_caption(block.text)):
            blocks[at] = block.judged(Kind.CAPTION, left_out.PICTURE)


def _is_title(block: Block, title: str | None) -> bool:
    wanted = plain(title or "")
    return bool(wanted) and block.folded == wanted


def _headline(blocks: Sequence[Block], first: int, title: str | None) -> int | None:
    """Find the headline: the manifest's title where it stands, else what looks like one."""
    for at, block in enumerate(blocks):
        if _is_title(block, title):
            return at
    times = Counter(block.folded for block in blocks)
    able = [
        at
        for at, block in enumerate(blocks[:first])
        if block.kind is None
        and 4 <= block.words <= 30
        and not STOPS.search(block.text)
        and not is_someone(block.text)
        and not is_menu(block.text)
    ]
    repeated = [at for at in able if times[blocks[at].folded] > 1]
    return _of_the_story(blocks, repeated or able, first)


def _of_the_story(blocks: Sequence[Block], able: Sequence[int], first: int) -> int | None:
    """Pick the first line that speaks of what the lead speaks of; slogans of the page do not."""
    lead = {word for block in blocks[first : first + _LEAD_BLOCKS] for word in _telling(block)}
    shared = [len(_telling(blocks[at]) & lead) / (len(_telling(blocks[at])) or 1) for at in able]
    return next(
        (at for at, share in zip(able, shared, strict=True) if 3 * share >= max(shared)), None
    )


def _telling(block: Block) -> set[str]:
    return {word for word in WORD.findall(block.text.casefold()) if len(word) > 3}


def _mark_dek(blocks: list[Block], headline: int, first: int) -> None:
    for at in range(headline + 1, first):
        block = blocks[at]
        if block.kind is None and block.words >= 6 and not is_someone(block.text):
            dated = TELLS_DAY.search(block.text) or _SAID.search(block.text)
            if first < len(blocks) and not dated:
                blocks[at] = block.judged(Kind.DEK)
            return


def _mark_fragments(blocks: list[Block], first: int) -> None:
    """Lines that are no sentences: names and labels before the story, subheads, leftovers."""
    open_ = [at for at, block in enumerate(blocks) if block.kind is None]
    story = [at for at in open_ if blocks[at].prose and not _is_heading(blocks[at])]
    last = story[-1] if story else -1
    for at in open_ if story else ():
        block = blocks[at]
        if block.prose and not (at > first and _is_heading(block)):
            continue
        if at > last:
            verdict = (Kind.BOILERPLATE, left_out.LEFTOVER)
        elif at > first:
            verdict = (Kind.SUBHEAD, left_out.HEADING)
        else:
            verdict = (Kind.BOILERPLATE, left_out.LABEL)
        blocks[at] = block.judged(*verdict)


def _is_heading(block: Block) -> bool:
    """Whether a paragraph is one short question, as headings of explainers are."""
    return block.words <= _LONGEST_HEADING and bool(_QUESTION.fullmatch(block.text))
