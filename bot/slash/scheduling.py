"""What commands need to work with schedules."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.schedule.issues import Issues
from bot.schedule.planning import Planner
from bot.slash.current import Current
from bot.slash.posting.rendering import Renderer
from bot.store.database import Database
from bot.store.ledger import Ledger
from bot.store.schedules import Schedules


@dataclass(frozen=True, slots=True)
class Scheduling:
    """The schedules, what became of each, and what makes their posts."""

    schedules: Schedules
    ledger: Ledger
    planner: Planner
    current: Current

    @property
    def issues(self) -> Issues:
        """What makes issues of the articles as they are now."""
        return self.current.story.issues

    @property
    def renderer(self) -> Renderer:
        """What makes posts of them."""
        return self.current.story.renderer

    async def channels(self, guild: int) -> Sequence[int]:
        """Return the channels of a server that are posted to."""
        found = await self.schedules.of_guild(guild)
        return tuple(dict.fromkeys(one.channel for one in found if one.channel is not None))

    async def next_post(self, guild: int) -> datetime | None:
        """Return when the next post of a server is due."""
        found = await self.schedules.of_guild(guild)
        times = [one.next_due for one in found if one.next_due and not one.paused]
        return min(times, default=None)


def scheduling_of(database: Database, current: Current, now: Callable[[], datetime]) -> Scheduling:
    """Return what works with the schedules of a database, on the articles as they are now."""
    schedules, ledger = Schedules(database), Ledger(database)
    return Scheduling(schedules, ledger, Planner(schedules, ledger, now), current)
