"""What can be wrong with a corpus folder, said so that its owner can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the file and field it stands in, what is wrong, and the cure."""

    file: str
    field: str
    fault: str
    cure: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.field}" if self.field else self.file
        return f"{where}: {self.fault}. {self.cure}"


class CorpusError(Exception):
    """The corpus folder can't be used; `problems` holds every fault found at once."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
