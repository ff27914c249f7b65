"""Who is who: what the articles call someone, where they speak of them, and beside whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answers.answer import Quote
from bot.answers.describing import best_description, spans
from bot.answers.scope import Scope
from bot.corpus.blocks import plain
from bot.corpus.names import Name, NameKind
from bot.index.analysis import Analysis
from bot.index.index import SentenceIndex

_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class Mentions:
    """An outlet's sentences that speak of someone, by any spelling."""

    outlet: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone, or something, with a name: the role in a quote, mentions, and whom else."""

    name: Name
    role: Quote | None
    mentions: tuple[Mentions, ...]
    together: tuple[tuple[str, int], ...]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every sentence that mentions the name."""
        return tuple(quote for item in self.mentions for quote in item.quotes)


@dataclass(frozen=True, slots=True)
class Who:
    """The answer to who somebody is: a person, or those a name may mean, or neither.

    Beside a person, `choices` are those of the same spelling who must not be mixed up with it.
    """

    asked: str
    person: Person | None
    choices: tuple[str, ...] = ()


def who(asked: str, index: SentenceIndex, within: Scope) -> Who:
    """Say who a name means in the articles in scope; a spelling that several share asks which."""
    found = meant(asked, index)
    shared = _named(asked, index.corpus.names.entries)
    if len(found) != 1:
        return Who(asked, None, tuple(name.name for name in found))
    name = found[0]
    others = (one for one in shared if one.name in name.never or name.name in one.never)
    return Who(asked, _person(name, index, within), tuple(one.name for one in others))


def meant(asked: str, index: SentenceIndex) -> list[Name]:
    """Return the names of the story that somebody may mean by what they typed."""
    names = index.corpus.names.entries
    exact = [name for name in names if plain(name.name) == plain(asked)]
    return exact or _named(asked, names) or _names_in(asked, index)


def _named(asked: str, names: Sequence[Name]) -> list[Name]:
    """Return the names that a spelling may mean: one of theirs, or a word of the name itself."""
    wanted = plain(asked)
    if not wanted:
        return []
    return [
        name
        for name in names
        if any(wanted == plain(form) for form in (name.name, *name.aliases, *name.loose))
        or (name.kind is NameKind.PERSON and wanted in plain(name.name).split())
    ]


def _names_in(asked: str, index: SentenceIndex) -> list[Name]:
    """Return the names that a longer text mentions, as "who is the Kremlin's spokesman?"."""
    mentions = index.analyser.analyse(asked).mentions
    strict = [mention.name for mention in mentions if not mention.loose]
    roles = [
        mention.name for mention in mentions if mention.loose and mention.last - mention.first > 1
    ]
    known = set(index.corpus.names.entries)
    return list(dict.fromkeys(name for name in (roles or strict) if name in known))


def mentioned(name: Name, analysis: Analysis) -> bool:
    """Tell whether a text names someone outright, or by a description of several words."""
    return any(True for _ in spans(name, analysis))


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that names someone: its position, where it does so, and whom else it names."""

    at: int
    spans: tuple[tuple[int, int], ...]
    others: frozenset[str]


def _person(name: Name, index: SentenceIndex, within: Scope) -> Person:
    held = [
        told
        for at in index.array(f"@{name.name}").tolist()
        if index.sentences[at].article in within.articles and (told := _told(at, name, index)).spans
    ]
    quotes = {told.at: _quote(told, index, within) for told in held}
    outlets = dict.fromkeys(quote.article.outlet for quote in quotes.values())
    role = best_description(name, ((told.at, told.spans) for told in held), index)
    return Person(
        name,
        quotes[role] if role is not None else None,
        tuple(
            Mentions(outlet, tuple(q for q in quotes.values() if q.article.outlet == outlet))
            for outlet in outlets
        ),
        tuple(_together(held)),
    )


def _told(at: int, name: Name, index: SentenceIndex) -> _Told:
    """Read a sentence once: a large archive has too many for their analyses to be kept."""
    analysis = index.analyses[at]
    others = frozenset(
        mention.name.name
        for mention in analysis.mentions
        if mention.name.kind is NameKind.PERSON and not mention.loose and mention.name is not name
    )
    return _Told(at, tuple(spans(name, analysis)), others)


def _quote(told: _Told, index: SentenceIndex, within: Scope) -> Quote:
    sentence = index.sentences[told.at]
    article = index.corpus.by_id[sentence.article]
    return Quote(sentence, article, 0.0, told.spans, sentence.article in within.older)


def _together(held: Sequence[_Told]) -> Iterator[tuple[str, int]]:
    """Yield the people most often named in the same sentences."""
    counts: Counter[str] = Counter()
    for told in held:
        counts.update(sorted(told.others))
    yield from counts.most_common(_TOGETHER)
