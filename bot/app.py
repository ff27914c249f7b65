"""The one place where the parts are wired together."""

import io
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from bot.answers.answering import Answerer, Options
from bot.answers.scope import UnknownOutletError
from bot.console.arguments import HelpShown, UsageError, parse, parser
from bot.console.commands import Commands, Exit
from bot.console.output import Output
from bot.console.piped import piped_lines
from bot.console.progress_bar import INDEXING, LARGE, READING, ProgressBar
from bot.console.safety import blank_controls
from bot.corpus.article import Corpus
from bot.corpus.errors import CorpusError
from bot.corpus.loading import load
from bot.corpus.progress import Progress, untold
from bot.logs import set_up_logs
from bot.settings import (
    Settings,
    SettingsError,
    TokenError,
    read_settings,
    read_token,
    secrets,
)

if TYPE_CHECKING:
    from bot.answers.thesaurus import Lexicon
    from bot.answers.wordnet import WordNet
    from bot.index.analysis import Analyser
    from bot.index.index import SentenceIndex

log = logging.getLogger("bot")


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status; never raises."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return _run(list(sys.argv[1:] if words is None else words), sys.stdout)
    except UsageError as error:
        return _complain(str(error), Exit.USAGE)
    except UnknownOutletError as error:
        return _complain(str(error), Exit.USAGE)
    except (SettingsError, CorpusError) as error:
        return _complain(str(error), Exit.CONFIGURATION)
    except TokenError as error:
        return _complain(str(error), Exit.OUT_OF_REACH)
    except BrokenPipeError:
        # The reader has seen enough; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.ANSWERED
    except KeyboardInterrupt:
        return 130
    except Exception:
        reference = os.urandom(4).hex()
        log.debug("error %s", reference, exc_info=True)
        return _complain(f"something went wrong (BOT_LOG_LEVEL=debug shows what; {reference})", 70)


def build_answerer(
    corpus: Corpus,
    settings: Settings,
    progress: Progress = untold,
    lexicon: "Lexicon | None" = None,
) -> Answerer:
    """Index a corpus and return what answers from it."""
    from bot.index.index import SentenceIndex

    index = SentenceIndex(corpus, kept=settings.cache, progress=progress)
    options = Options(settings.quotes, timedelta(days=settings.older_after_days))
    return Answerer(index, lexicon or _lexicon(settings, index.analyser), options)


def _lexicon(settings: Settings, analyser: "Analyser") -> "Lexicon":
    from bot.answers.thesaurus import read_lexicon

    wordnet = _wordnet(settings.wordnet) if settings.wordnet else None
    return read_lexicon(analyser.stem_all, wordnet)


def _wordnet(folder: Path) -> "WordNet":
    from bot.answers.wordnet import open_wordnet

    found = open_wordnet(folder)
    if found is None:
        raise SettingsError(
            f"BOT_WORDNET: {folder} lacks WordNet's files, index.noun and the others."
            " Name the folder that holds them, or leave the setting out"
        )
    return found


def _run(words: Sequence[str], stdout: TextIO) -> int:
    try:
        arguments = parse(words)
    except HelpShown:
        stdout.flush()
        return Exit.ANSWERED
    command = arguments.command or ("console" if _is_typed() else "help")
    if command == "help":
        stdout.write(parser().format_help())
        stdout.flush()
        return Exit.ANSWERED if arguments.command else Exit.USAGE
    settings = read_settings()
    set_up_logs(settings.log_level, settings.log_format)
    output = Output(stdout)
    if command == "run":
        return _serve(settings, read_token(settings))
    # An index is made for its own sake where it is asked for, and however small it is.
    with ProgressBar(sys.stderr, 1 if command == "index" else LARGE) as bar:
        if command == "index":
            return _index(arguments, output, settings, bar)
        return _answer(command, arguments, output, settings, bar)


def _answer(
    command: str, arguments: Namespace, output: Output, settings: Settings, bar: ProgressBar
) -> int:
    corpus = load(settings.seeds, settings.cache, bar.stage(READING))
    answerer = partial(build_answerer, corpus, settings, bar.stage(INDEXING))
    if command in {"schedule", "serve"}:
        return _schedules(arguments, answerer, output, settings)
    typed = _is_typed()
    piped = sys.stdin.buffer if sys.stdin else io.BytesIO()
    commands = Commands(corpus, answerer, output, piped)
    if command != "console":
        return commands.run(arguments)
    from bot.console.prompt import converse, typed_lines, words_to_complete

    history = settings.history
    lines = typed_lines(words_to_complete(commands), history) if typed else piped_lines(piped)
    converse(commands, output, lines, greet=typed)
    return Exit.ANSWERED


def _is_typed() -> bool:
    return bool(sys.stdin) and sys.stdin.isatty()  # there is no stdin where it was closed


def _index(arguments: Namespace, output: Output, settings: Settings, bar: ProgressBar) -> int:
    from bot.console.contract import index_record
    from bot.console.indexing import NotKeptError, index_kept
    from bot.console.lines import Line

    def make() -> "SentenceIndex":
        from bot.index.index import SentenceIndex

        corpus = load(settings.seeds, settings.cache, bar.stage(READING))
        return SentenceIndex(corpus, kept=settings.cache, progress=bar.stage(INDEXING))

    try:
        made = index_kept(make, settings.cache)
    except NotKeptError as error:
        return _complain(str(error), Exit.CONFIGURATION)
    if arguments.json:
        output.record(index_record(made))
    else:
        output.lines([Line(str(made))])
    return Exit.ANSWERED


def _serve(settings: Settings, token: str) -> int:
    # Discord and the database are for this command alone, and dear to import.
    from bot.index.analysis import Analyser
    from bot.rebuilding import NotMadeError, build_apart, kept_only
    from bot.serving import ServingError, serve
    from bot.slash.languages import LanguageError

    set_up_logs(settings.log_level, settings.log_format, secrets(settings, token))
    # Other words for a word are the same whatever the articles say, and dear to read.
    lexicon = _lexicon(settings, Analyser())

    def read() -> Answerer:
        with ProgressBar(sys.stderr, LARGE) as bar, suppress(NotMadeError):
            corpus = load(settings.seeds, settings.cache, bar.stage(READING), kept_only)
            return build_answerer(corpus, settings, kept_only, lexicon)
        build_apart(settings.seeds, settings.cache)
        with ProgressBar(sys.stderr, LARGE) as bar:
            corpus = load(settings.seeds, settings.cache, bar.stage(READING))
            return build_answerer(corpus, settings, bar.stage(INDEXING), lexicon)

    try:
        serve(read, settings, token)
    except LanguageError as error:
        return _complain(str(error), Exit.CONFIGURATION)
    except ServingError as error:
        return _complain(str(error), Exit.OUT_OF_REACH)
    return Exit.ANSWERED


def _schedules(
    arguments: Namespace, answerer: Callable[[], Answerer], output: Output, settings: Settings
) -> int:
    # The database is dear to import, and a question has no need of it.
    from bot.briefings.desk import desk_of
    from bot.console.schedule_commands import ScheduleCommands
    from bot.store.errors import StoreError

    url = settings.database_url.get_secret_value()
    commands = ScheduleCommands(lambda: desk_of(answerer()), output, url, datetime.now(UTC))
    try:
        return Exit.ANSWERED if commands.run(arguments) else Exit.NOT_FOUND
    except StoreError as error:
        return _complain(str(error), Exit.OUT_OF_REACH)


def _complain(message: str, status: int) -> int:
    for line in message.splitlines():
        print(f"error: {blank_controls(line)}", file=sys.stderr)
    return status
