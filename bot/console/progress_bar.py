"""How far a long build has come, shown as a bar on a terminal while it goes on."""

from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from bot.corpus.progress import Progress, untold

if TYPE_CHECKING:
    from rich.progress import Progress as Bars

# Sentences from which on reading and indexing take long enough for a bar.
LARGE = 20_000
READING, INDEXING = "Reading articles", "Indexing sentences"


class ProgressBar:
    """Shows one stage of work after another; of each nothing is left behind.

    A stage of fewer than `least` sentences shows none: it is over before a bar can be read.
    """

    def __init__(self, stream: TextIO | None, least: int) -> None:
        self._stream, self._least = stream, least
        self._bars: Bars | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def stage(self, what: str) -> Progress:
        """Return what is told how far a stage has come; where no terminal is, nobody is."""
        if self._stream is None or not self._stream.isatty():
            return untold

        def told(done: int, total: int) -> None:
            if self._bars is None and done < total >= self._least:
                self._bars = self._started(what, done, total)
            elif self._bars is not None:
                self._bars.update(self._bars.task_ids[0], completed=done, total=total)
                if done >= total:
                    self._stop()

        return told

    def _started(self, what: str, done: int, total: int) -> "Bars":
        from rich.console import Console  # time that an answer need not pay
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:,} of {task.total:,} sentences"),
            TimeElapsedColumn(),
            console=Console(file=self._stream),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        bars.add_task(what, completed=done, total=total)
        bars.start()
        return bars

    def _stop(self) -> None:
        if self._bars is not None:
            self._bars.stop()
            self._bars = None
