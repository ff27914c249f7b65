"""The command line: one command a verb, the same words as in the prompt."""

import argparse
from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from bot import __version__
from bot.console.schedule_arguments import add_schedules

DESCRIPTION = "Ask a small archive of news articles; every answer is a sentence that stands in one."


class UsageError(Exception):
    """The words of a command can't be understood; the message says what was expected."""


class HelpShown(Exception):  # noqa: N818  # nothing went wrong
    """Help or the version was asked for, and has been written."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}\n{self.format_usage().strip()}")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:  # noqa: ARG002
        raise HelpShown


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command; it raises UsageError or HelpShown and never leaves."""
    top = _Parser(prog="briefing-bot", description=DESCRIPTION)
    top.add_argument("--version", action="version", version=f"briefing-bot {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    ask = commands.add_parser("ask", help="answer a question with sentences of the articles")
    ask.add_argument("question", nargs="+", help='the question; "-" reads one a line from stdin')
    ask.add_argument("--outlet", help="let only this outlet answer")
    _as_of(ask)
    ask.add_argument("--top", type=_count, metavar="N", help="quotes at most")
    _json(ask)

    sources = commands.add_parser("sources", help="list the articles")
    _json(sources)

    read = commands.add_parser("read", help="show an article with numbered sentences")
    read.add_argument("article", nargs="*", help="id, outlet, file or number of the article")
    read.add_argument("--all", action="store_true", help="every sentence of every article")
    _json(read)

    context = commands.add_parser("context", help="show what stands around a sentence")
    context.add_argument("article", help="id, outlet, file or number of the article")
    context.add_argument("sentence", type=_count, help="number of the sentence")
    _json(context)

    verify = commands.add_parser("verify", help="check whether a quotation stands in an article")
    verify.add_argument("quotation", nargs="+", help="the quotation to check")
    _json(verify)

    _add_briefings(commands)

    check = commands.add_parser(
        "check", help="report on the articles: what is read, what is left out"
    )
    _json(check)

    index = commands.add_parser(
        "index", help="read the articles and keep what is made of them, so that a start is quick"
    )
    _json(index)

    add_schedules(commands, _day, _count)
    commands.add_parser("run", help="answer in Discord until stopped; needs BOT_TOKEN")
    commands.add_parser("console", help="open a prompt; a bare line is a question")
    commands.add_parser("help", help="show this help")
    return top


def _add_briefings(commands: "argparse._SubParsersAction[_Parser]") -> None:
    brief = commands.add_parser("brief", help="lay out what is known, topic by topic")
    brief.add_argument("topic", nargs="*", help="only this topic")
    brief.add_argument("--outlet", help="use only this outlet")
    _as_of(brief)
    brief.add_argument(
        "--length", choices=("short", "standard", "long"), default="standard", help="how long"
    )
    _json(brief)

    compare = commands.add_parser(
        "compare", help="set the outlets side by side and say who differs"
    )
    compare.add_argument("about", nargs="*", help="a question or a topic; all topics without one")
    _as_of(compare)
    _json(compare)

    coverage = commands.add_parser("coverage", help="which topics each outlet tells of")
    _as_of(coverage)
    _json(coverage)

    who = commands.add_parser("who", help="what someone is, and where the articles speak of them")
    who.add_argument("name", nargs="+", help="a name, by any spelling")
    _as_of(who)
    _json(who)

    timeline = commands.add_parser("timeline", help="what happened when, and what is planned")
    timeline.add_argument("--from", type=_day, dest="first", metavar="DATE", help="first day")
    timeline.add_argument("--to", type=_day, dest="last", metavar="DATE", help="last day")
    timeline.add_argument("--name", nargs="+", help="only events with this name, by any spelling")
    timeline.add_argument("--all", action="store_true", help="every expression, minor ones as well")
    _as_of(timeline)
    _json(timeline)


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Parse the words of a command line; raise UsageError where they make no sense."""
    return parser().parse_args(words)


def whole_number(text: str) -> int | None:
    """Return a number from 1 to 999,999, or None for any other text."""
    return int(text) or None if text.isascii() and text.isdigit() and len(text) < 7 else None


def _as_of(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-of", type=_day, metavar="DATE", help="use only what was published by then"
    )


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="one JSON object a line")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2019-04-18") from None


def _count(text: str) -> int:
    number = whole_number(text)
    if number is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 999999")
    return number
