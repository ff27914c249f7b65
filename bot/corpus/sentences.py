"""Paragraphs to sentences, with offsets that hold in the file."""

import re

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
    return pieces if "".join(pieces) == flat else [flat]


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
