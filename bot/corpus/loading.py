"""A folder of articles to a Corpus."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bot.corpus.article import MANY, Article, Corpus, Kind, Sentence, pack
from bot.corpus.decoding import decode
from bot.corpus.errors import CorpusError, Problem
from bot.corpus.kept import KeptSentences
from bot.corpus.manifest import MANIFEST, Entry, entry_id, read_manifest
from bot.corpus.names import NAMES, Names, read_names
from bot.corpus.notes import NOTES, read_notes
from bot.corpus.progress import Progress, untold

_COMPANIONS = frozenset({MANIFEST, NAMES, NOTES, "topics.toml"})
_PAPERS = ("NOTICE", "README", "LICENSE", "PROVENANCE")


def load(
    folder: Path,
    kept: Path | None = None,
    progress: Progress = untold,
    anew: Progress = untold,
) -> Corpus:
    """Read a corpus folder; raise CorpusError with every fault that makes it unusable.

    `kept` is a folder in which the sentences found are kept for the next time; `anew` is told of
    each article whose sentences are not there, before they are cut.
    """
    keeper = KeptSentences(kept, anew)
    entries, problems = _manifest(folder)
    names = Names()
    try:
        names = read_names(folder)
    except CorpusError as error:
        problems.extend(error.problems)
    root = folder.resolve()
    articles: list[Article] = []
    warnings: list[str] = []
    cut = 0
    for done, (number, entry) in enumerate(entries.items(), 1):
        try:
            article, doubts = _article(folder, root, number, entry, keeper)
        except CorpusError as error:
            problems.extend(error.problems)
        else:
            articles.append(article)
            warnings.extend(f"{entry.file}: {doubt}" for doubt in doubts)
            cut += len(article.quotable)
        progress(cut, cut * len(entries) // done)
    if problems:
        raise CorpusError(*problems)
    keeper.save()
    if sum(len(article.sentences) for article in articles) <= MANY:
        articles = [replace(one, sentences=tuple(one.sentences)) for one in articles]
    warnings.extend(_strangers(folder, entries.values()))
    notes = read_notes(folder, {article.id: article.packed for article in articles})
    return Corpus(folder, tuple(articles), names, notes, tuple(warnings))


def _manifest(folder: Path) -> tuple[dict[int, Entry], list[Problem]]:
    try:
        return read_manifest(folder)
    except CorpusError as error:
        return {}, list(error.problems)


def _article(
    folder: Path, root: Path, number: int, entry: Entry, keeper: KeptSentences
) -> tuple[Article, list[str]]:
    data = _read(folder, root, number, entry)
    text, doubt = decode(data, entry.file)
    if not text.strip("\ufeff").strip():
        cure = f"Put the article's text in, or remove its table from {MANIFEST}"
        raise CorpusError(Problem(entry.file, "text", "the file is empty", cure))
    packed = pack(text)
    pieces = keeper.sentences(text, packed, entry)
    article = Article(
        id=entry_id(entry),
        file=entry.file,
        outlet=entry.outlet,
        packed=packed,
        sentences=pieces,
        title=entry.title or _headline(pieces),
        authors=entry.authors,
        published=entry.published,
        published_range=entry.published_range,
        published_basis=entry.published_basis,
        published_note=entry.published_note,
        via=entry.via,
        url=entry.url,
    )
    return article, list(_doubts(entry, data, doubt, article))


def _headline(sentences: Iterable[Sentence]) -> str | None:
    found = next((sentence for sentence in sentences if sentence.kind is Kind.HEADLINE), None)
    return " ".join(found.text.split()) if found else None


def _read(folder: Path, root: Path, number: int, entry: Entry) -> bytes:
    """Read an article's file; `root` is the folder with all links followed."""
    path = folder / entry.file
    place = f"article {number} ({entry.file}), field file"
    try:
        inside, there = path.resolve().is_relative_to(root), path.is_file()
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
    named = {folder / entry.file for entry in entries}
    others = [path for path in sorted(folder.rglob("*")) if path not in named]
    found = [path for path in others if path.is_file() and not _is_companion(path, folder)]
    # Following links costs as much as reading, and seldom has any to be followed.
    known = {path.resolve() for path in named} if found else set[Path]()
    for path in found:
        if path.resolve() not in known:
            inside = "/".join(path.relative_to(folder).parts)
            yield f"{inside}: in the folder, but not in {MANIFEST}; left out"


def _is_companion(path: Path, folder: Path) -> bool:
    """Whether a file of a folder is hidden, or goes with the articles."""
    parts = path.relative_to(folder).parts
    hidden = any(part.startswith((".", "__")) for part in parts)
    paper = path.name in _COMPANIONS or path.stem.upper() in _PAPERS
    return hidden or (len(parts) == 1 and paper)
