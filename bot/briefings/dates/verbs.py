"""Signs of tense in a text: verbs, and words that say what is planned or over."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple


class Tense(Enum):
    """Which way from the day of publication a time lies."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Sign(NamedTuple):
    """A word or two that show a tense.

    A participle may be no verb at all, so it is not strong. One that turns is past itself, of
    what is to come after it: "agreed to meet on Friday".
    """

    start: int
    end: int
    tense: Tense
    strong: bool = True
    turns: bool = False


_PAST = frozenset(
    """
    was were had did has have since ago says arose ate beat became began bent bit bled blew bore
    born bought bred broke brought built came caught chose clung crept dealt died drank drew drove
    dug fed fell felt fled flew forbade forgave forgot fought found froze gave got grew heard held
    hid hit hung kept knew laid lay led left lent lit lost made meant met mistook overcame overthrew
    paid quit ran rang rode rose said sank sat saw sent shook shot shrank slept slid sold sought
    spent spoke sprang stole stood strode struck stuck sung swam swept swore swung taught thought
    threw told took tore understood undertook upheld went wept withdrew withheld woke won wore wrote
    killed announced reported signed arrested confirmed launched published released founded elected
    i've we've you've they've
    """.split()
)
_AHEAD = frozenset(
    """
    upcoming forthcoming deadline planned plan plans planning expect expects expected expecting due
    scheduled slated poised likely intend intends intended intending wants proposed tentatively
    booked preparing begins starts opens resumes votes expires ends closes reopens plays meets hosts
    faces visits arrives leaves airs goes continues concludes follows appears holds
    """.split()
)
# A modal takes the verb after it along: "will be heard", "could cut".
_MODALS = frozenset("will won't shall would may might could should must can cannot".split())
_CARRIED = (
    r"(?: (?:not|also|then|still|again|soon|now|only|[a-z]+ly|be|have|been|get))*(?: [a-z]+)?"
)
_AFTER_MODAL = re.compile(_CARRIED)
# What follows a word to make it a sign of what is to come.
_PHRASES = {
    word: re.compile(rest)
    for words, rest in (
        ("is are be", r" (?:to|about to|going to|set to)(?: be)?(?: [a-z]+)?| [a-z]+ing"),
        ("to", r" be(?: [a-z]+)?"),
        ("going about ready", r" to [a-z]+"),
        ("ahead", r" of"),
        ("set", r" (?:to|for)"),
        ("hope hopes hoped hoping aim aims aiming", r" (?:to|for)"),
        ("want wanted seek seeks seeking promise promises vow vows pledge pledges", r" to"),
        ("takes", r" place"),
        ("kicks", r" off"),
        ("open last lasts", r" until"),
        ("run runs valid", r" (?:until|from|through)"),
        ("heads travels", r" to"),
        ("return returns", r" to court"),
        (
            (
                "postpone postponed delay delayed move moved reschedule rescheduled adjourn"
                " adjourned extend extended push pushed put"
            ),
            r"(?: [a-z]+){0,3} (?:until|till|to|for)\b",
        ),
        # The plural of these is a noun as often, so that a time has to follow.
        (
            (
                "begin start open meet play arrive return vote end close resume report leave go"
                " follow expire"
            ),
            r"(?: [a-z]+){0,3} (?:on|in|at|from|through|until|till) ",
        ),
    )
    for word in words.split()
}
_TURNS = frozenset(
    "agreed promised vowed pledged decided offered threatened refused invited urged".split()
)
_NOUNS = re.compile(r"\b(?:the|this|a|an|his|her|its|their) $")
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")


def signs(text: str, *, headline: bool = False) -> Iterator[Sign]:
    """Yield the signs of tense in a text; in a headline, "to" means what is to come."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    at = 0
    for found in _WORD.finditer(lowered):
        if found.start() >= at:
            sign = _sign(lowered, found, headline=headline)
            if sign:
                at = sign.end
                yield sign


def _sign(text: str, found: re.Match[str], *, headline: bool) -> Sign | None:
    word, start, end = found.group(), found.start(), found.end()
    if "’" in word:
        word = word.replace("’", "'")
    if word in _PAST:
        return Sign(start, end, Tense.PAST)
    if word in _AHEAD:
        return Sign(start, end, Tense.FUTURE)
    if word in _MODALS or word.endswith("'ll"):
        carried = _AFTER_MODAL.match(text, end)
        return Sign(start, carried.end() if carried else end, Tense.FUTURE)
    phrase = _PHRASES.get(word)
    if phrase and (rest := phrase.match(text, end)):
        plain = not _NOUNS.search(text[max(0, start - 6) : start])
        if plain:
            carried_to = rest.end() if word in ("is", "are", "be", "to") else end
            return Sign(start, carried_to, Tense.FUTURE)
    if word.endswith("ed") and len(word) > 3:
        goes_on = text.startswith(" to ", end)
        if goes_on and word in _TURNS:
            return Sign(start, end + 3, Tense.FUTURE, turns=True)
        return (
            None if text.startswith((" to ", " for "), end) else Sign(start, end, Tense.PAST, False)
        )
    if headline and word == "to" and start:
        return Sign(start, end, Tense.FUTURE)
    return None
