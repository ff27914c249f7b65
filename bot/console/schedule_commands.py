"""The commands `schedule` and `serve --dry-run`, on the bot's own database."""

import asyncio
from argparse import Namespace
from collections.abc import Callable, Iterable
from contextlib import aclosing
from datetime import UTC, datetime, time, timedelta
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from bot.answers.answer import Answer
from bot.briefings.desk import Desk
from bot.briefings.edition import Edition
from bot.console import schedule_contract as contract
from bot.console.arguments import UsageError
from bot.console.output import Output
from bot.console.rehearsal import Rehearsal, Shown, trial
from bot.schedule.delivery import DeliveryError
from bot.schedule.issues import Issue, Issues, UnknownContentError, title_of
from bot.schedule.opening import next_slots
from bot.schedule.outcomes import outcome_of
from bot.schedule.post import NothingNew
from bot.schedule.recurrence import RecurrenceError
from bot.schedule.texts import NOTHING_NEW
from bot.schedule.times import read_times
from bot.schedule.wording import in_words
from bot.store.database import Database, open_database
from bot.store.guilds import Guilds
from bot.store.ledger import Ledger
from bot.store.schedules import Schedule, Schedules

_BATCH = 200
_MOST = 1000


class ScheduleCommands:
    """Runs the commands that look at schedules; none of them changes anything."""

    def __init__(self, desk: Callable[[], Desk], output: Output, url: str, now: datetime) -> None:
        self._desk = desk
        self._output = output
        self._url = url
        self._now = now

    def run(self, arguments: Namespace) -> bool:
        """Run one parsed command; say whether there was anything. Raises UsageError, StoreError."""
        return asyncio.run(self._run(arguments))

    async def _run(self, arguments: Namespace) -> bool:
        if arguments.command == "serve":
            return await self._rehearse(arguments)
        database = await open_database(self._url)
        try:
            verbs = {
                "list": self._list,
                "next": self._next,
                "preview": self._preview,
                "why": self._why,
            }
            return await verbs[arguments.verb](database, arguments)
        finally:
            await database.close()

    async def _list(self, database: Database, arguments: Namespace) -> bool:
        found = await every(Schedules(database))
        self._show(arguments, ((contract.schedule_record(one), line_of(one)) for one in found))
        return bool(found)

    async def _next(self, database: Database, arguments: Namespace) -> bool:
        schedules = Schedules(database)
        chosen = [await _one(schedules, arguments.number)] if arguments.number else ()
        found = [
            (slot, one)
            for one in chosen or await every(schedules)
            if arguments.number or not one.paused
            for slot in next_slots(one, self._now, arguments.count)
        ]
        found.sort(key=lambda pair: (pair[0].due, pair[1].id))
        self._show(
            arguments,
            (
                (contract.slot_record(one, slot), _times(one, slot.due, title_of(one.what)))
                for slot, one in found[: arguments.count]
            ),
        )
        return bool(found)

    async def _why(self, database: Database, arguments: Namespace) -> bool:
        one = await _one(Schedules(database), arguments.number)
        entries = await Ledger(database).of_schedule(one.id, _MOST)
        after = self._now - timedelta(days=arguments.days)
        recent = [entry for entry in entries if entry.due >= after]
        lines = []
        for entry in recent:
            link = f" {entry.message.link}" if entry.message else ""
            lines.append(_times(one, entry.due, f"{outcome_of(entry)}{link}"))
        records = (contract.entry_record(one, entry) for entry in recent)
        self._show(arguments, zip(records, lines, strict=True))
        return bool(recent)

    async def _preview(self, database: Database, arguments: Namespace) -> bool:
        one = await _one(Schedules(database), arguments.number)
        left_out = frozenset((await Guilds(database).get(one.guild or 0)).left_out)
        try:
            issue = Issues(self._desk()).issue(one, self._now, one.previous, left_out)
        except DeliveryError as error:
            raise UsageError(str(error)) from None
        made = NOTHING_NEW if isinstance(issue, NothingNew) else issue
        self._post(arguments, Shown(one, self._now, made))
        return not isinstance(issue, NothingNew)

    async def _rehearse(self, arguments: Namespace) -> bool:
        if not arguments.dry_run:
            raise UsageError("serve posts to the terminal with --dry-run; `run` posts in Discord")
        start = self._now.replace(second=0, microsecond=0)
        if arguments.first:
            start = datetime.combine(arguments.first, time(), UTC)
        issues = Issues(self._desk())
        if arguments.times:
            schedules: tuple[Schedule, ...] = (_trial(arguments, issues, start),)
        else:
            database = await open_database(self._url)
            schedules = await every(Schedules(database))
            await database.close()
        if not schedules:
            raise UsageError(
                "there are no schedules in the database; try one with --times “weekdays 08:00”"
            )
        until = start + timedelta(days=arguments.days)
        rehearsal = Rehearsal(issues, start, arguments.pace)
        # Closed here and now, whatever stops it, since its database may not outlive the loop.
        async with aclosing(rehearsal.run(schedules, until)) as posts:
            async for shown in posts:
                self._post(arguments, shown)
        return True

    def _post(self, arguments: Namespace, shown: Shown) -> None:
        one, made = shown.schedule, shown.made
        if isinstance(made, Issue):
            record = contract.issue_record(one, made, shown.at)
        else:
            record = contract.skipped_record(one, made, shown.at)
        if arguments.json:
            self._output.record(record)
            return
        said = made.title if isinstance(made, Issue) else f"skipped: {made}"
        self._output.page(Text(f"{_times(one, shown.at, said)} (schedule {one.id})", "bold"))
        if isinstance(made, Issue):
            self._output.page(page_of(made))

    def _show(self, arguments: Namespace, pairs: Iterable[tuple[dict[str, Any], str]]) -> None:
        for record, line in pairs:
            if arguments.json:
                self._output.record(record)
            else:
                self._output.page(Text(line))


def page_of(issue: Issue) -> RenderableType:
    """Return what is posted as the commands of the console show it."""
    from bot.console.answer_lines import answer_lines
    from bot.console.briefing_text import edition_page
    from bot.console.lines import styled
    from bot.console.timeline_text import timeline_page

    content = issue.content
    if content is None:
        return Text("Nothing new since the last edition.")
    if isinstance(content, Edition):
        return edition_page(content)
    return styled(answer_lines(content)) if isinstance(content, Answer) else timeline_page(content)


async def every(schedules: Schedules) -> tuple[Schedule, ...]:
    """Return all schedules there are, of every server and person."""
    kept: list[Schedule] = []
    while found := await schedules.after(kept[-1].id if kept else 0, _BATCH):
        kept += found
    return tuple(kept)


def line_of(one: Schedule) -> str:
    """Return a schedule in a line."""
    place = f"channel {one.channel}" if one.channel else f"person {one.user}"
    when = in_words(read_times(one.recurrence), one.zone)
    paused = f" · paused: {one.paused_because or 'by hand'}" if one.paused else ""
    return f"{one.id}. {place} · {title_of(one.what)} · {when}{paused}"


async def _one(schedules: Schedules, number: int) -> Schedule:
    found = await schedules.get(number)
    if found is None:
        raise UsageError(f"there is no schedule {number}; `schedule list` shows them all")
    return found


def _trial(arguments: Namespace, issues: Issues, start: datetime) -> Schedule:
    try:
        what = issues.check(arguments.what)
        return trial(arguments.times, arguments.zone, what, arguments.nothing_new, start)
    except (RecurrenceError, UnknownContentError) as error:
        raise UsageError(str(error)) from None


def _times(one: Schedule, moment: datetime, said: str) -> str:
    return f"{contract.local(one, moment).replace('T', ' ')} {one.zone} · {said}"
