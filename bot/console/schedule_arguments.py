"""The command line of schedules: looking at them, and watching them run on a fast clock."""

import argparse
from collections.abc import Callable
from typing import Any

Day = Callable[[str], Any]


def add_schedules(commands: Any, day: Day, count: Callable[[str], int]) -> None:
    """Add the commands `schedule` and `serve` to a parser's."""
    schedule = commands.add_parser("schedule", help="look at what is posted in Discord by itself")
    verbs = schedule.add_subparsers(dest="verb", metavar="VERB", required=True)
    listed = verbs.add_parser("list", help="list the schedules")
    coming = verbs.add_parser("next", help="when schedules come round next")
    coming.add_argument("number", nargs="?", type=count, help="only this schedule")
    coming.add_argument("--count", type=count, default=5, metavar="N", help="how many times")
    preview = verbs.add_parser("preview", help="what a schedule would post now")
    preview.add_argument("number", type=count, help="number of the schedule")
    why = verbs.add_parser("why", help="what became of each time, and why")
    why.add_argument("number", type=count, help="number of the schedule")
    why.add_argument("--days", type=count, default=7, metavar="N", help="how far to look back")
    serve = commands.add_parser("serve", help="with --dry-run: post to the terminal, at speed")
    serve.add_argument("--dry-run", action="store_true", help="touch neither Discord nor ledger")
    serve.add_argument("--from", type=day, dest="first", metavar="DATE", help="day to begin with")
    serve.add_argument("--days", type=count, default=7, metavar="N", help="how many days")
    serve.add_argument(
        "--pace", type=_seconds, default=5.0, metavar="S", help="seconds that a day takes; 0: none"
    )
    serve.add_argument("--times", help="a schedule to try, such as “weekdays 08:00”")
    serve.add_argument("--zone", default="UTC", help="its time zone")
    serve.add_argument("--what", default="briefing", help="briefing, timeline, topic:… question:…")
    serve.add_argument(
        "--nothing-new", choices=("skip", "say", "spotlight"), default="skip", help="its choice"
    )
    for command in (listed, coming, preview, why, serve):
        command.add_argument("--json", action="store_true", help="one JSON object a line")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 3600:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0 to 3600")
    return seconds
