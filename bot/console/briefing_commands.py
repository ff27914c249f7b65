"""The commands that brief: brief, compare, coverage, who, timeline."""

from argparse import Namespace
from collections.abc import Callable
from functools import cached_property

from bot.answers.answer import Quote
from bot.answers.answering import Answerer
from bot.briefings.desk import Desk, desk_of
from bot.briefings.edition import Length
from bot.briefings.topics import Topic, UnknownTopicError, find_topic
from bot.console import briefing_contract as contract
from bot.console.arguments import UsageError
from bot.console.output import Output

# The quotes that were shown, in the order they are numbered; None where nothing was found.
Shown = tuple[Quote, ...] | None


class BriefingCommands:
    """Runs the commands that brief, over one answerer and its story's topics."""

    def __init__(self, answerer: Answerer, output: Output) -> None:
        self._answerer = answerer
        self._output = output
        self._previous: frozenset[str] | None = None

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics of the story; raises CorpusError where their file is faulty."""
        return self._desk.topics

    def run(self, arguments: Namespace) -> Shown:
        """Run one parsed command; raises UsageError."""
        run: dict[str, Callable[[Namespace], Shown]] = {
            "brief": self._brief,
            "compare": self._compare,
            "coverage": self._coverage,
            "who": self._who,
            "timeline": self._timeline,
        }
        return run[arguments.command](arguments)

    @cached_property
    def _desk(self) -> Desk:
        return desk_of(self._answerer)

    @cached_property
    def _asking(self) -> Desk:
        """The desk, made ready for the many questions that a briefing asks."""
        self._answerer.prepare()
        return self._desk

    def _timeline(self, arguments: Namespace) -> Shown:
        from bot.console.timeline import run_timeline

        return run_timeline(self._desk.timelines, self._answerer, arguments, self._output)

    def _brief(self, arguments: Namespace) -> Shown:
        wanted = " ".join(arguments.topic)
        try:
            topic = find_topic(wanted, self.topics) if wanted else None
        except UnknownTopicError as error:
            raise UsageError(str(error)) from None
        edition = self._asking.editor.edition(
            Length(arguments.length), topic, arguments.outlet, arguments.as_of, self._previous
        )
        if topic is None and arguments.outlet is None:
            self._previous = edition.references
        if arguments.json:
            self._output.record(contract.edition_record(edition))
        else:
            from bot.console.briefing_text import edition_page

            self._output.page(edition_page(edition))
        return edition.quotes or None

    def _compare(self, arguments: Namespace) -> Shown:
        comparison = self._asking.comparer.compare(" ".join(arguments.about), arguments.as_of)
        if arguments.json:
            self._output.record(contract.comparison_record(comparison))
        else:
            from bot.console.briefing_text import comparison_page

            self._output.page(comparison_page(comparison))
        return comparison.quotes or None

    def _coverage(self, arguments: Namespace) -> Shown:
        found = self._asking.coverage(arguments.as_of)
        if arguments.json:
            self._output.record(contract.coverage_record(found))
        else:
            from bot.console.briefing_text import coverage_page

            self._output.page(coverage_page(found))
        return () if found.most else None

    def _who(self, arguments: Namespace) -> Shown:
        found = self._desk.who(" ".join(arguments.name), arguments.as_of)
        if arguments.json:
            self._output.record(contract.who_record(found))
        else:
            from bot.console.briefing_text import who_page

            self._output.page(who_page(found))
        return found.person.quotes if found.person else None
