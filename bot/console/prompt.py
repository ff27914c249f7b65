"""The prompt: a bare line is a question, a line with a slash is a command."""

import logging
import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answers.scope import UnknownOutletError
from bot.console.arguments import HelpShown, UsageError, parse, whole_number
from bot.console.commands import Commands
from bot.console.output import Output
from bot.corpus.errors import CorpusError

if TYPE_CHECKING:
    from prompt_toolkit.history import FileHistory, InMemoryHistory

log = logging.getLogger(__name__)

_COMMANDS = (
    *("/ask", "/brief", "/compare", "/coverage", "/who", "/timeline"),
    *("/sources", "/read", "/context", "/verify", "/check", "/help", "/quit"),
)
_WELCOME = "Ask about {articles} articles of {outlets}. /help shows the commands, /quit leaves."


def converse(commands: Commands, output: Output, lines: Iterable[str], greet: bool) -> None:
    """Run each line until /quit or the end of the lines."""
    if greet:
        corpus = commands.corpus
        output.page(
            _WELCOME.format(articles=len(corpus.articles), outlets=", ".join(corpus.outlets))
        )
    for line in lines:
        if line.split()[:1] in (["/quit"], ["/exit"]):
            return
        try:
            _run(line.strip(), commands, output)
        except (UsageError, UnknownOutletError, CorpusError) as error:
            output.page(str(error))
        except HelpShown:
            continue


def typed_lines(corpus_words: Iterable[str], history: Path) -> Iterator[str]:
    """Yield lines typed at a terminal, with history and completion; Ctrl-D ends them."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
    from prompt_toolkit.completion import WordCompleter

    completer = WordCompleter(
        [*_COMMANDS, *corpus_words], ignore_case=True, sentence=False, WORD=True
    )
    session: PromptSession[str] = PromptSession(
        completer=completer,
        complete_while_typing=False,
        auto_suggest=AutoSuggestFromHistory(),
        history=_history(history),
    )
    while True:
        try:
            yield session.prompt("? ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def words_to_complete(commands: Commands) -> list[str]:
    """Return topics, outlets, article ids and names, which the prompt completes."""
    from bot.briefings.topics import read_topics

    corpus = commands.corpus
    try:
        topics = read_topics(corpus.folder)
    except CorpusError:
        topics = ()  # said when a command needs them
    return [
        *(topic.name for topic in topics),
        *corpus.outlets,
        *(article.id for article in corpus.articles),
        *(name.name for name in corpus.names.entries),
    ]


def _run(line: str, commands: Commands, output: Output) -> None:
    if not line:
        return
    if not line.startswith("/"):
        commands.ask(line)
        return
    verb, _, rest = line[1:].partition(" ")
    if verb == "context" and len(rest.split()) == 1:
        commands.around(whole_number(rest.strip()) or 0)
    elif verb in ("help", ""):
        from bot.console.text import help_page

        output.page(help_page())
    elif f"/{verb}" in _COMMANDS:
        arguments = parse([verb, *_words(verb, rest)])
        if verb == "ask" and arguments.question == ["-"]:
            raise UsageError("/ask takes a question, not lines of a file")
        commands.run(arguments)
    else:
        raise UsageError(f"/{verb} is no command; /help shows them all")


def _words(verb: str, rest: str) -> list[str]:
    """Split the rest of a line at spaces; double quotes hold words together, apostrophes don't."""
    if verb == "verify":
        return ["--", rest] if rest else []
    lexer = shlex.shlex(rest, posix=True, punctuation_chars=False)
    lexer.whitespace_split, lexer.quotes, lexer.escape, lexer.commenters = True, '"', "", ""
    try:
        return list(lexer)
    except ValueError:
        return rest.split()


def _history(path: Path) -> "FileHistory | InMemoryHistory":
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    try:
        file = path.expanduser()
        file.parent.mkdir(parents=True, exist_ok=True)
        # Opened for writing now: what can't be written should not fail at the first line typed.
        with file.open("ab"):
            pass
    except (OSError, RuntimeError) as error:
        log.warning("lines typed will not be kept: %s", error)
        return InMemoryHistory()
    return FileHistory(str(file))
