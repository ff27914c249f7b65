"""Names by other words: "the forum" for one of that kind, "Moscow" for Russia."""

from collections.abc import Mapping, Sequence

from bot.answers.thesaurus import Stems
from bot.corpus.names import NameKind
from bot.index.analysis import Analysis
from bot.index.index import SentenceIndex
from bot.index.tokens import fold


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


def by_word(analysis: Analysis) -> Mapping[int, Sequence[Stems]]:
    """Return the terms of names that a text speaks of by a single loose word, by its start."""
    found: dict[int, list[Stems]] = {}
    for mention in analysis.mentions:
        if mention.loose and mention.last - mention.first == 1:
            found.setdefault(mention.start, []).append(("@" + mention.name.name,))
    return found
