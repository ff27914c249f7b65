"""What commands need to work with schedules."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.briefings.desk import Desk
from bot.schedule.issues import Issues
from bot.schedule.planning import Planner
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
    issues: Issues
    renderer: Renderer

    async def channels(self, guild: int) -> Sequence[int]:
        """Return the channels of a server that are posted to."""
        found = await self.schedules.of_guild(guild)
        return tuple(dict.fromkeys(one.channel for one in found if one.channel is not None))

    async def next_post(self, guild: int) -> datetime | None:
        """Return when the next post of a server is due."""
        found = await self.schedules.of_guild(guild)
        times = [one.next_due for one in found if one.next_due and not one.paused]
        return min(times, default=None)


def scheduling_of(
    database: Database, desk: Desk, now: Callable[[], datetime], *, pictures: bool = False
) -> Scheduling:
    """Return what works with the schedules of a database, on the articles of a desk."""
    schedules, ledger, issues = Schedules(database), Ledger(database), Issues(desk)
    planner = Planner(schedules, ledger, now)
    return Scheduling(schedules, ledger, planner, issues, Renderer(issues, pictures=pictures))
