"""What became of an edition, told in one line of plain English."""

from bot.answers.citation import Say, in_english
from bot.store.entries import Entry, State

SAID = {
    State.PENDING: "waiting",
    State.CLAIMED: "on its way",
    State.SENT: "posted",
    State.SKIPPED: "skipped",
    State.FAILED: "failed",
}


def outcome_of(entry: Entry, say: Say = in_english) -> str:
    """Say what became of an edition, and why."""
    said, reason = say(SAID[entry.state]), say(entry.reason) if entry.reason else ""
    if entry.state is State.SENT:
        return f"{said}, {reason}" if reason else said
    return f"{said}: {reason}" if reason else said
