"""Paragraphs to sentences, with offsets that hold in the file."""

import re
from itertools import pairwise

import sentencex

from bot.corpus.paragraphs import INVISIBLE, Span

_SPACE = re.compile(rf"[\s{INVISIBLE}]")
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gens?|Sens?|Reps?|Govs?|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Rev|Msgr"
    r"|Supt|Insp|Amb|Mme|Mlle)\.$"
)
_NAME = re.compile(r"[A-Z]")
_BEFORE_NUMBER = re.compile(
    r"\b(?:No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun"
    r"|approx|pp?|figs?)\.$"
)
_NUMBER_OR_MONTH = re.compile(r"\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* \d")
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_DAY_OR_ZONE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]*\b|(?:[ECMP]T|[A-Z]{2,4}T|UTC)\b|local\b"
)
_LOWER_WORD = re.compile(r"[a-z]+(?![a-zA-Z])")
_LIST_NUMBER = re.compile(r"\(?\d{1,3}[.)]")
# A single letter behind an abbreviation is taken for an initial; without a stop of its own it is
# a word, "in the U.S. A judge agreed", unless it is a label, as in "see Fig. A above".
_WORD_FIRST = re.compile(r"(?<=[a-zA-Z]\.) +(?=[“\"‘']?(?:A \w|I(?:['’]\w{1,2})? [a-z]))")
_LABELLED = frozenset(["v.", "vs.", "cf.", "no.", "fig.", "pt.", "vol.", "i.e.", "e.g."])
_LONGEST_LABEL = 5
# What is an abbreviation elsewhere, "Me." for Maine, is a word before a new sentence.
_WORD_LAST = re.compile(
    r"(?<![\w.])(?:May|me|no|ill|art|miss|con|arc|ore|ref|ok|OK)\.[”\"’']?"
    r"(?= +[“\"‘']?[A-Z](?:[a-z]|['’]| [a-z]))"
)
_STRAY_CLOSE = re.compile(r"[”\"’')\]]+$")


def sentences(text: str, paragraph: Span) -> list[Span]:
    """Cut one paragraph into sentences, without the white space between them."""
    flat = _SPACE.sub(" ", text[paragraph.start : paragraph.end])
    spans: list[Span] = []
    at = paragraph.start
    for piece in _segment(flat):
        length = len(piece)
        start = at + length - len(piece.lstrip())
        end = at + len(piece.rstrip())
        at += length
        if start >= end:
            continue
        if spans and _one_sentence(text[spans[-1].start : spans[-1].end], text[start:end]):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return spans


def _segment(flat: str) -> list[str]:
    pieces: list[str] = sentencex.segment("en", flat)
    # Offsets are counted piece by piece, so nothing may have been dropped or changed.
    whole = pieces if "".join(pieces) == flat else [flat]
    return [part for piece in whole for part in _parted(piece)]


def _parted(piece: str) -> list[str]:
    """Cut behind abbreviations that end a sentence after all; speech stays whole."""
    ends = [0]
    looked = opened = straight = 0
    cuts = {found.end() for found in _WORD_LAST.finditer(piece)}
    cuts.update(
        found.start()
        for found in _WORD_FIRST.finditer(piece)
        if _word_before(piece, found.start()) not in _LABELLED
    )
    for end in sorted(cuts):
        passed = piece[looked:end]
        opened += passed.count("“") - passed.count("”")
        straight += passed.count('"')
        looked = end
        if opened <= 0 and straight % 2 == 0:
            ends.append(end)
    return [piece[start:end] for start, end in pairwise([*ends, len(piece)])]


def _word_before(piece: str, end: int) -> str:
    return piece[max(end - _LONGEST_LABEL, 0) : end].rsplit(maxsplit=1)[-1].lower()


def _one_sentence(before: str, after: str) -> bool:
    """Whether the splitter took an abbreviation for the end of a sentence."""
    if _STRAY_CLOSE.fullmatch(after) or _LIST_NUMBER.fullmatch(before):
        return True
    if _TITLE.search(before):
        return bool(_NAME.match(after))
    if _BEFORE_NUMBER.search(before) and _NUMBER_OR_MONTH.match(after):
        return True
    if _CLOCK.search(before):
        return bool(_DAY_OR_ZONE.match(after))
    return bool(_LOWER_WORD.match(after)) and not before.endswith(("”", '"'))
