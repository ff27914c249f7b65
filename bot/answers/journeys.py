"""Questions on who has been or gone somewhere, in words that tell of a journey."""

from collections.abc import Sequence

from bot.index.analysis import Analysis, Term

# Before "to" and a name, or before "abroad", these say that somebody travels there.
_GOING = frozenset(["be", "been", "go", "goes", "going", "gone", "went", "come", "came"])
_AWAY = frozenset(["abroad", "overseas"])


def in_plain_words(text: str, analysis: Analysis) -> str:
    """Return a question with "been to Lund" or "gone abroad" in words that tell of a journey."""
    terms = analysis.terms
    for at in range(len(terms) - 2, -1, -1):
        if terms[at].form not in _GOING:
            continue
        going, behind = terms[at], terms[at + 1]
        if behind.form in _AWAY:
            text = f"{text[: going.start]}travel{text[going.end :]}"
        elif behind.form == "to" and _is_place_or_person(terms[at + 2 :]):
            text = f"{text[: going.start]}visit{text[behind.end :]}"
    return text


def _is_place_or_person(terms: Sequence[Term]) -> bool:
    first = next((term for term in terms if term.form != "the"), None)
    return first is not None and (first.capital or first.key.startswith("@"))
