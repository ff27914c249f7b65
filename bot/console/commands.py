"""What each command does: take the answer from the core, write it as text or JSON."""

import time
from argparse import Namespace
from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO

from bot.answers.answer import Answer, Quote
from bot.answers.answering import Answerer
from bot.answers.conversation import Conversation
from bot.console import contract
from bot.console.arguments import UsageError, whole_number
from bot.console.output import Output
from bot.console.piped import piped_lines
from bot.corpus.article import Article, Corpus, Sentence

if TYPE_CHECKING:
    from bot.answers.verification import Verifier

if TYPE_CHECKING:
    from bot.console.briefing_commands import BriefingCommands

AROUND = 2


class Exit(IntEnum):
    """Exit statuses of one-shot commands."""

    ANSWERED = 0
    NOT_FOUND = 1
    USAGE = 2
    CONFIGURATION = 3
    OUT_OF_REACH = 4


class Commands:
    """The commands of the console over one corpus; parts are built when first needed."""

    def __init__(
        self,
        corpus: Corpus,
        answerer: Callable[[], Answerer],
        output: Output,
        questions: BinaryIO,
    ) -> None:
        self.corpus = corpus
        self._make_answerer = answerer
        self._output = output
        self._questions = questions
        self._conversation = Conversation()
        self.last: tuple[Quote, ...] = ()

    @cached_property
    def answerer(self) -> Answerer:
        """The answerer; its index is built at the first question."""
        return self._make_answerer()

    @cached_property
    def verifier(self) -> "Verifier":
        """The checker of quotations."""
        from bot.answers.verification import Verifier  # time that a question need not pay

        return Verifier(self.corpus)

    @cached_property
    def briefings(self) -> "BriefingCommands":
        """The commands that brief; a question alone has no need of them."""
        from bot.console.briefing_commands import BriefingCommands

        return BriefingCommands(self.answerer, self._output)

    def run(self, arguments: Namespace) -> Exit:
        """Run one parsed command and return its exit status; raises UsageError."""
        run: dict[str, Callable[[Namespace], Exit]] = {
            "ask": self._ask,
            "sources": self._sources,
            "read": self._read,
            "context": self._context,
            "verify": self._verify,
            "check": self._check,
            **dict.fromkeys(("brief", "compare", "coverage", "who", "timeline"), self._brief),
        }
        return run[arguments.command](arguments)

    def ask(self, question: str) -> Exit:
        """Answer a question of a conversation, which may lean on those before it, as text."""
        answer, self._conversation = self.answerer.converse(question, self._conversation)
        self._show_answer(answer)
        return Exit.ANSWERED if answer.answered else Exit.NOT_FOUND

    def around(self, number: int) -> Exit:
        """Show what stands around a quote of the last answer, counted from 1."""
        if not 1 <= number <= len(self.last):
            raise UsageError(
                f"there is no such quote; the last answer has {len(self.last)}"
                if self.last
                else "ask something first; /context N then shows what stands around quote N"
            )
        quote = self.last[number - 1]
        return self._show_context(quote.article, quote.sentence, as_json=False)

    def _ask(self, arguments: Namespace) -> Exit:
        if arguments.question == ["-"]:
            return self._ask_each(arguments)
        answer, elapsed = self._answer(" ".join(arguments.question), arguments)
        if arguments.json:
            self._output.record(contract.answer_record(answer, elapsed))
        else:
            self._show_answer(answer)
        return Exit.ANSWERED if answer.answered else Exit.NOT_FOUND

    def _ask_each(self, arguments: Namespace) -> Exit:
        self.answerer.prepare()
        for question in piped_lines(self._questions):
            answer, elapsed = self._answer(question, arguments)
            if arguments.json:
                self._output.record(contract.answer_record(answer, elapsed))
            else:
                self._show_answer(answer)
        return Exit.ANSWERED

    def _answer(self, question: str, arguments: Namespace) -> tuple[Answer, float]:
        answerer = self.answerer
        began = time.perf_counter()
        answer = answerer.ask(question, arguments.outlet, arguments.as_of, arguments.top)
        return answer, (time.perf_counter() - began) * 1000

    def _show_answer(self, answer: Answer) -> None:
        from bot.console.answer_lines import answer_lines

        self.last = answer.shown or answer.closest
        self._output.lines(answer_lines(answer))

    def _sources(self, arguments: Namespace) -> Exit:
        if arguments.json:
            self._records(contract.article_record(article) for article in self.corpus.articles)
            return Exit.ANSWERED
        from bot.console.text import sources_page

        self._output.page(sources_page(self.corpus))
        return Exit.ANSWERED

    def _read(self, arguments: Namespace) -> Exit:
        wanted = " ".join(arguments.article)
        if bool(wanted) == bool(arguments.all):
            raise UsageError("read needs an article, or --all; `sources` lists them")
        chosen = self.corpus.articles if arguments.all else (self._find(wanted),)
        for article in chosen:
            if arguments.json:
                sentences = article.sentences if arguments.all else article.quotable
                self._records(contract.sentence_record(sentence) for sentence in sentences)
            else:
                from bot.console.text import article_page

                shown = article.sentences if arguments.all else article.quotable
                self._output.page(article_page(article, shown))
        return Exit.ANSWERED

    def _context(self, arguments: Namespace) -> Exit:
        article = self._find(arguments.article)
        quotable = article.quotable
        if arguments.sentence > len(quotable):
            raise UsageError(f"{article.id} has {len(quotable)} sentences")
        return self._show_context(article, quotable[arguments.sentence - 1], arguments.json)

    def _show_context(self, article: Article, sentence: Sentence, as_json: bool) -> Exit:
        quotable = article.quotable
        at = quotable.index(sentence)
        around = quotable[max(0, at - AROUND) : at + AROUND + 1]
        if as_json:
            self._records(contract.sentence_record(item) for item in around)
            return Exit.ANSWERED
        from bot.console.text import context_page

        self._output.page(context_page(article, around, sentence))
        return Exit.ANSWERED

    def _verify(self, arguments: Namespace) -> Exit:
        from bot.answers.verification import Verdict

        verification = self.verifier.verify(" ".join(arguments.quotation))
        if arguments.json:
            self._output.record(contract.verification_record(verification))
        else:
            from bot.console.text import verification_page

            self._output.page(verification_page(verification))
        found = verification.verdict is not Verdict.NOT_FOUND
        return Exit.ANSWERED if found else Exit.NOT_FOUND

    def _brief(self, arguments: Namespace) -> Exit:
        quotes = self.briefings.run(arguments)
        self.last = quotes or ()
        return Exit.NOT_FOUND if quotes is None else Exit.ANSWERED

    def _check(self, arguments: Namespace) -> Exit:
        from bot.corpus.report import report

        result, topics = report(self.corpus), self.briefings.topics
        if arguments.json:
            self._records(contract.report_records(result, topics))
            return Exit.ANSWERED
        from bot.console.text import report_page

        self._output.page(report_page(result, topics))
        return Exit.ANSWERED

    def _records(self, records: Iterable[dict[str, object]]) -> None:
        for record in records:
            self._output.record(record)

    def _find(self, wanted: str) -> Article:
        """Find an article by id, number, file or outlet; raise UsageError with the choices."""
        articles = self.corpus.articles
        number = whole_number(wanted)
        if number and number <= len(articles):
            return articles[number - 1]
        sought = wanted.casefold()
        for article in articles:
            if sought in (article.id.casefold(), article.file.casefold()):
                return article
        outlet = self.answerer.outlet(wanted)
        found = [article for article in articles if outlet and article.outlet == outlet]
        if len(found) == 1:
            return found[0]
        choices = ", ".join(article.id for article in found or articles[:50])
        raise UsageError(f"no single article is called {wanted!r}; choose one of {choices}")
