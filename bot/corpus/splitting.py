"""An article's text to sentences of known kinds."""

from collections.abc import Sequence

from bot.corpus import left_out
from bot.corpus.article import Kind, Sentence
from bot.corpus.blocks import SOLID_WORDS, Block, plain
from bot.corpus.bylines import dateline
from bot.corpus.furniture import is_boilerplate, is_credit_line
from bot.corpus.kinds import classify
from bot.corpus.manifest import Entry, entry_id
from bot.corpus.paragraphs import Span, paragraphs
from bot.corpus.sentences import sentences
from bot.phrase import Phrase

_REPEAT_WORDS = 5


def split(text: str, entry: Entry) -> tuple[Sentence, ...]:
    """Cut an article's text into sentences of known kinds."""
    spans = paragraphs(text)
    blocks = classify([text[span.start : span.end] for span in spans], entry)
    article = entry_id(entry)
    seen: dict[str, int] = {}
    result: list[Sentence] = []
    paragraph = number = 0
    opening = _dateline(text, spans, blocks)
    for span, block in zip(spans, blocks, strict=True):
        rest = Span(opening.end, span.end) if opening.start == span.start else span
        found = _pieces(text, rest, block)
        if found and rest.start > span.start:
            # The dateline is part of the sentence it opens, but its full stops end none.
            found[0] = Span(span.start, found[0].end)
        pieces = [(piece, *_verdict(text, piece, block, seen)) for piece in found]
        paragraph += any(kind.quotable for _, kind, _ in pieces)
        for piece, kind, why in pieces:
            number += kind.quotable
            result.append(
                Sentence(
                    article=article,
                    file=entry.file,
                    start=piece.start,
                    end=piece.end,
                    kind=kind,
                    paragraph=paragraph if kind.quotable else None,
                    number=number if kind.quotable else None,
                    text=text[piece.start : piece.end],
                    why=why,
                    opening=opening.end - opening.start if piece.start == opening.start else 0,
                )
            )
            if kind.quotable:
                seen.setdefault(plain(text[piece.start : piece.end]), number)
    return tuple(result)


def _dateline(text: str, spans: Sequence[Span], blocks: Sequence[Block]) -> Span:
    """Find what stands before the first sentence of the story's first paragraph."""
    for span, block in zip(spans, blocks, strict=True):
        length = dateline(text[span.start : span.end]) if block.kind is Kind.BODY else 0
        if length or (block.kind is Kind.BODY and block.words >= SOLID_WORDS):
            return Span(span.start, span.start + length)
    return Span(0, 0)


def _pieces(text: str, span: Span, block: Block) -> list[Span]:
    return [span] if block.kind is Kind.HEADLINE else sentences(text, span)


def _verdict(text: str, piece: Span, block: Block, seen: dict[str, int]) -> tuple[Kind, str]:
    """Return a sentence's kind, its paragraph's unless it repeats or only serves the page."""
    kind = block.kind or Kind.BODY
    if not kind.quotable or kind is Kind.HEADLINE:
        return kind, block.why
    folded = plain(text[piece.start : piece.end])
    if folded in seen and len(folded.split()) >= _REPEAT_WORDS:
        return Kind.REPEAT, Phrase(left_out.REPEATS, number=seen[folded])
    shown = " ".join(text[piece.start : piece.end].split())
    if is_credit_line(shown):
        return Kind.BYLINE, left_out.CREDITS
    if is_boilerplate(shown):
        return Kind.BOILERPLATE, left_out.FURNITURE
    return kind, ""
