"""What the last edition in a channel showed, so that the next can tell what is new since."""

import logging
from collections.abc import Set as AbstractSet

from bot.slash.services import Services
from bot.store.errors import StoreError

log = logging.getLogger(__name__)

_KEY = "edition {channel}"
_BRIEFING = "briefing"


async def shown_last(services: Services, guild: int, channel: int) -> frozenset[str] | None:
    """Return what the last edition in a channel showed, and the last one posted there on schedule.

    None where there was neither, or where the store can't tell.
    """
    try:
        kept = await services.state.get(_KEY.format(channel=channel))
        schedules = await services.scheduling.schedules.of_guild(guild)
    except StoreError as error:
        log.warning("what is new since the last edition is not told: %s", error)
        return None
    posted = [
        reference
        for schedule in schedules
        if schedule.channel == channel and schedule.what == _BRIEFING
        for reference in schedule.previous
    ]
    return frozenset((*(kept or "").split(), *posted)) or None


async def keep_shown(services: Services, channel: int, references: AbstractSet[str]) -> None:
    """Keep what an edition showed in place of what the one before it did."""
    try:
        await services.state.put(_KEY.format(channel=channel), " ".join(sorted(references)))
    except StoreError as error:
        log.warning("what this edition showed is not kept: %s", error)
