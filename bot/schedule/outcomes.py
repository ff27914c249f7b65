"""What became of an edition, told in one line of plain English."""

from bot.store.entries import Entry, State

_SAID = {
    State.PENDING: "waiting",
    State.CLAIMED: "on its way",
    State.SENT: "posted",
    State.SKIPPED: "skipped",
    State.FAILED: "failed",
}


def outcome_of(entry: Entry) -> str:
    """Say what became of an edition, and why."""
    said = _SAID[entry.state]
    if entry.state is State.SENT:
        return f"{said}, {entry.reason}" if entry.reason else said
    return f"{said}: {entry.reason}" if entry.reason else said
