"""A folder of articles to a Corpus."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.corpus.article import Article, Corpus, Kind, Sentence
from bot.corpus.blocks import SOLID_WORDS, Block, plain
from bot.corpus.bylines import dateline
from bot.corpus.decoding import decode
from bot.corpus.errors import CorpusError, Problem
from bot.corpus.furniture import is_boilerplate, is_credit_line
from bot.corpus.kinds import classify
from bot.corpus.manifest import MANIFEST, Entry, entry_id, read_manifest
from bot.corpus.names import NAMES, Names, read_names
from bot.corpus.notes import NOTES, read_notes
from bot.corpus.paragraphs import Span, paragraphs
from bot.corpus.sentences import sentences

_COMPANIONS = frozenset({MANIFEST, NAMES, NOTES, "topics.toml"})
_PAPERS = ("NOTICE", "README", "LICENSE", "PROVENANCE")
_REPEAT_WORDS = 5


def load(folder: Path) -> Corpus:
    """Read a corpus folder; raise CorpusError with every fault that makes it unusable."""
    entries, problems = _manifest(folder)
    names = Names()
    try:
        names = read_names(folder)
    except CorpusError as error:
        problems.extend(error.problems)
    articles: list[Article] = []
    warnings: list[str] = []
    for number, entry in entries.items():
        try:
            article, doubts = _article(folder, number, entry)
        except CorpusError as error:
            problems.extend(error.problems)
        else:
            articles.append(article)
            warnings.extend(f"{entry.file}: {doubt}" for doubt in doubts)
    if problems:
        raise CorpusError(*problems)
    warnings.extend(_strangers(folder, entries.values()))
    notes = read_notes(folder, {article.id: article.text for article in articles})
    return Corpus(folder, tuple(articles), names, notes, tuple(warnings))


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
        pieces = [
            (piece, *_verdict(text, piece, block, seen)) for piece in _pieces(text, rest, block)
        ]
        if rest.start > span.start:
            pieces.insert(0, (opening, Kind.BYLINE, "place, date and agency"))
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
                )
            )
            if kind.quotable:
                seen.setdefault(plain(text[piece.start : piece.end]), number)
    return tuple(result)


def _manifest(folder: Path) -> tuple[dict[int, Entry], list[Problem]]:
    try:
        return read_manifest(folder)
    except CorpusError as error:
        return {}, list(error.problems)


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
        return Kind.REPEAT, f"repeats sentence {seen[folded]}"
    shown = " ".join(text[piece.start : piece.end].split())
    if is_credit_line(shown):
        return Kind.BYLINE, "line of authors, outlet or date"
    if is_boilerplate(shown):
        return Kind.BOILERPLATE, "worded as page furniture"
    return kind, ""


def _article(folder: Path, number: int, entry: Entry) -> tuple[Article, list[str]]:
    data = _read(folder, number, entry)
    text, doubt = decode(data, entry.file)
    if not text.strip("\ufeff").strip():
        cure = f"Put the article's text in, or remove its table from {MANIFEST}"
        raise CorpusError(Problem(entry.file, "text", "the file is empty", cure))
    pieces = split(text, entry)
    headline = next((piece for piece in pieces if piece.kind is Kind.HEADLINE), None)
    article = Article(
        id=entry_id(entry),
        file=entry.file,
        outlet=entry.outlet,
        text=text,
        sentences=pieces,
        title=entry.title or (" ".join(headline.text.split()) if headline else None),
        authors=entry.authors,
        published=entry.published,
        published_range=entry.published_range,
        published_basis=entry.published_basis,
        published_note=entry.published_note,
        via=entry.via,
        url=entry.url,
    )
    return article, list(_doubts(entry, data, doubt, article))


def _read(folder: Path, number: int, entry: Entry) -> bytes:
    path = folder / entry.file
    place = f"article {number} ({entry.file}), field file"
    try:
        inside, there = path.resolve().is_relative_to(folder.resolve()), path.is_file()
    except (OSError, RuntimeError, ValueError):
        # A name that no file can have: too long, with a NUL, or a link to itself.
        inside, there = True, False
    if not inside:
        cure = "Put the text inside the folder"
        raise CorpusError(Problem(MANIFEST, place, "the path leaves the folder", cure))
    if not there:
        cure = "Correct the name, or add the file"
        raise CorpusError(Problem(MANIFEST, place, "there is no such file in the folder", cure))
    try:
        return path.read_bytes()
    except OSError as error:
        fault = error.strerror or "the file can't be read"
        raise CorpusError(Problem(MANIFEST, place, fault, "Make the file readable")) from None


def _doubts(entry: Entry, data: bytes, doubt: str, article: Article) -> Iterator[str]:
    if entry.sha256 and hashlib.sha256(data).hexdigest() != entry.sha256.lower():
        yield f"the text is not the one whose sha256 stands in {MANIFEST}"
    if doubt:
        yield doubt
    if entry.published is None:
        yield "no published date; nothing can be said of its age"
    if article.title is None:
        yield "no headline, neither in the manifest nor in the text"
    if not article.quotable:
        yield "no sentence that can be quoted"


def _strangers(folder: Path, entries: Iterable[Entry]) -> Iterator[str]:
    known = {(folder / entry.file).resolve() for entry in entries}
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith((".", "__")) for part in parts)
        paper = len(parts) == 1 and (path.name in _COMPANIONS or path.stem.upper() in _PAPERS)
        if path.is_file() and not hidden and not paper and path.resolve() not in known:
            yield f"{'/'.join(parts)}: in the folder, but not in {MANIFEST}; left out"
