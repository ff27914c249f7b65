"""Questions on the articles themselves: who wrote one, when it appeared, what its headline is."""

import re

from bot.corpus.patterns import pattern

# An answer on more articles than these would not tell which one is meant.
MOST = 5
_WRITER = r"(?:author|writer|reporter|journalist|correspondent)s?"
_PIECE = r"(?:articles?|stor(?:y|ies)|reports?|pieces?)"
_APPEARED = r"(?:publish(?:ed)?|appear(?:ed)?|c[ao]me out|written|posted|go online|went online)"
_ASKS = pattern(
    rf"^(?:who|(?:which|what) {_WRITER}) wrote (?:this|these|it|them)\W*$"
    rf"|^(?:who|(?:which|what) {_WRITER}) (?:wrote|has written|have written|penned)\b.*\b{_PIECE}\b"
    rf"|^who(?:['’]?s| is| are| was| were) the {_WRITER} (?:of|behind)\b.*\b{_PIECE}\b"
    rf"|^(?:by whom|who) (?:is|are|was|were)\b.*\b{_PIECE}\b.*\bwritten\b"
    rf"|^(?:when|(?:on )?(?:what|which) (?:day|date)) (?:is|are|was|were|did)\b"
    rf"(?=.*\b{_PIECE}\b).*\b{_APPEARED}\b"
    rf"|^what(?:['’]?s| is| are| was) the (?:headline|title|{_WRITER}|byline)s? of\b.*\b{_PIECE}\b",
    re.IGNORECASE,
)
_OF_ALL = pattern(
    r"\bwrote (?:this|these|it|them)\W*$"
    rf"|\b(?:the|this|that|these|those|your|all) (?:news )?articles?\W*(?:{_APPEARED}\W*)?$",
    re.IGNORECASE,
)


def asks_for_credits(question: str) -> bool:
    """Whether a question asks who wrote an article, when it appeared or what its headline is."""
    return bool(_ASKS.match(question))


def means_all(question: str) -> bool:
    """Whether such a question goes on all articles, or the only one: "who wrote the article?"."""
    return bool(_OF_ALL.search(question))
