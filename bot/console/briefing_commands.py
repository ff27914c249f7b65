"""The commands that brief: brief, compare, coverage, who, timeline."""

from argparse import Namespace
from collections.abc import Callable
from functools import cached_property

from bot.answers.answer import Quote
from bot.answers.answering import Answerer
from bot.briefings.comparison import Comparer
from bot.briefings.coverage import coverage
from bot.briefings.edition import Length
from bot.briefings.editor import Editor
from bot.briefings.people import who
from bot.briefings.timeline import Timelines
from bot.briefings.topics import Topic, UnknownTopicError, find_topic, topics_of
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

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The topics of the story; raises CorpusError where their file is faulty."""
        return topics_of(self._answerer.index)

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
    def _editor(self) -> Editor:
        return Editor(self._answerer, self.topics)

    @cached_property
    def _comparer(self) -> Comparer:
        return Comparer(self._answerer, self.topics)

    @cached_property
    def _timelines(self) -> Timelines:
        return Timelines(self._answerer.index)

    def _timeline(self, arguments: Namespace) -> Shown:
        from bot.console.timeline import run_timeline

        return run_timeline(self._timelines, self._answerer, arguments, self._output)

    def _brief(self, arguments: Namespace) -> Shown:
        wanted = " ".join(arguments.topic)
        try:
            topic = find_topic(wanted, self.topics) if wanted else None
        except UnknownTopicError as error:
            raise UsageError(str(error)) from None
        edition = self._editor.edition(
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
        comparison = self._comparer.compare(" ".join(arguments.about), arguments.as_of)
        if arguments.json:
            self._output.record(contract.comparison_record(comparison))
        else:
            from bot.console.briefing_text import comparison_page

            self._output.page(comparison_page(comparison))
        return comparison.quotes or None

    def _coverage(self, arguments: Namespace) -> Shown:
        found = coverage(self._answerer, self.topics, arguments.as_of)
        if arguments.json:
            self._output.record(contract.coverage_record(found))
        else:
            from bot.console.briefing_text import coverage_page

            self._output.page(coverage_page(found))
        return () if found.most else None

    def _who(self, arguments: Namespace) -> Shown:
        within = self._answerer.within(as_of=arguments.as_of)
        found = who(" ".join(arguments.name), self._answerer.index, within)
        if arguments.json:
            self._output.record(contract.who_record(found))
        else:
            from bot.console.briefing_text import who_page

            self._output.page(who_page(found))
        return found.person.quotes if found.person else None
