"""Names by other words: "the forum" for one of that kind, "Moscow" for Russia, its capital."""

from collections.abc import Mapping, Sequence

from bot.answers.countries import capitals
from bot.answers.thesaurus import Stems
from bot.corpus.names import Name, NameKind
from bot.index.analysis import Analyser, Analysis
from bot.index.index import SentenceIndex
from bot.index.tokens import fold

# How many words the longest name of a country has.
_LONGEST = 5
# Titles of those who act for a country or a body as a whole.
_HEADS = frozenset(
    {
        *("president", "prime minister", "premier", "chancellor", "king", "queen", "ruler"),
        *("leader", "head", "chief", "director", "chairman", "chairwoman", "chair", "boss"),
    }
)


def by_head(index: SentenceIndex) -> Mapping[str, Sequence[Stems]]:
    """Return the terms of names by the stem of their noun: "bank" for the Bank of Lund."""
    found: dict[str, list[Stems]] = {}
    for name in index.corpus.names.entries:
        if name.kind is not NameKind.ORGANISATION:
            continue
        for spelling in dict.fromkeys((name.name, *name.aliases)):
            noun, _, whose = spelling.partition(" of ")
            *before, last = noun.split()
            if before or whose:
                found.setdefault(index.analyser.stem(fold(last)), []).append(("@" + name.name,))
    return found


def by_word(analysis: Analysis) -> dict[int, list[Stems]]:
    """Return the terms of names that a text speaks of by a single loose word, by its start."""
    found: dict[int, list[Stems]] = {}
    for mention in analysis.mentions:
        if mention.loose and mention.last - mention.first == 1:
            found.setdefault(mention.start, []).append(("@" + mention.name.name,))
    return found


def by_country(analysis: Analysis, analyser: Analyser) -> dict[int, list[Stems]]:
    """Return the cities that a text calls the capital of a country, by the start of "capital"."""
    words = [term for term in analysis.terms if term.form != "the"]
    forms = [term.form.lower() for term in words]
    found: dict[int, list[Stems]] = {}
    for at, word in enumerate(words):
        if word.form != "capital":
            continue
        before = [" ".join(forms[first:at]) for first in range(max(at - _LONGEST, 0), at)]
        behind = forms[at + 2 : at + 2 + _LONGEST] if forms[at + 1 : at + 2] == ["of"] else []
        after = [" ".join(behind[:last]) for last in range(len(behind), 0, -1)]
        cities = next(filter(None, map(capitals().get, (*before, *after))), ())
        if cities:
            found[word.start] = [tuple(analyser.analyse(city).keys) for city in cities]
    return found


def counterparts(name: Name, index: SentenceIndex) -> list[str]:
    """Return the place that somebody is the head of, or who is the head of a place."""
    if name.kind is NameKind.PERSON:
        return [role.of for role in name.roles if not _HEADS.isdisjoint(role.titles)]
    return [
        other.name
        for other in index.names
        for role in other.roles
        if role.of == name.name and not _HEADS.isdisjoint(role.titles)
    ]
