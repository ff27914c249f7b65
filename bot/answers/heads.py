"""What bodies and events are by the noun of their names: people ask for "the forum"."""

from collections.abc import Mapping, Sequence

from bot.answers.thesaurus import Stems
from bot.corpus.names import NameKind
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
