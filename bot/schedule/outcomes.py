"""What became of an edition, told in one line."""

from typing import Final

from bot.phrase import Phrase, Say, in_english, said
from bot.schedule import texts
from bot.store.entries import Entry, State

_OUTCOMES: Final = {
    State.PENDING: texts.WAITING,
    State.CLAIMED: texts.ON_ITS_WAY,
    State.SENT: texts.POSTED,
    State.SKIPPED: texts.SKIPPED,
    State.FAILED: texts.FAILED,
}


def outcome_of(entry: Entry, say: Say = in_english) -> str:
    """Say what became of an edition, and why."""
    outcome = Phrase(_OUTCOMES[entry.state])
    if not entry.reason:
        return said(outcome, say)
    told = texts.POSTED_AND if entry.state is State.SENT else texts.NOT_POSTED
    return said(Phrase(told, outcome=outcome, reason=entry.reason), say)
