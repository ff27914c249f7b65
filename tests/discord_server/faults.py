"""Trouble on the line, asked for by a test: errors, lost connections, slow answers."""

import re
from dataclasses import dataclass, field
from random import Random

KINDS = frozenset({"500", "502", "503", "429", "drop", "slow"})


@dataclass(slots=True)
class Fault:
    """One kind of trouble for the requests that match.

    `after` lets the request take effect first and spoils only the answer. `times` is how often
    it strikes at most, `chance` how likely, and `once_a_path` spares a path already struck.
    """

    kind: str
    method: str = ""
    route: str = ""
    times: int | None = 1
    chance: float = 1.0
    after: bool = False
    seconds: float = 0.05
    everywhere: bool = False
    once_a_path: bool = False
    struck: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault is called {self.kind!r}; there are {sorted(KINDS)}")

    def fits(self, method: str, route: str, path: str) -> bool:
        return (
            self.times != 0
            and (not self.method or self.method == method)
            and re.search(self.route, route) is not None
            and not (self.once_a_path and path in self.struck)
        )


@dataclass
class Faults:
    """All trouble still to come; the same seed gives the same trouble."""

    seed: int = 0
    waiting: list[Fault] = field(default_factory=list)
    random: Random = field(init=False)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)

    def add(self, fault: Fault) -> None:
        self.waiting.append(fault)

    def clear(self) -> None:
        self.waiting.clear()

    def pick(self, method: str, route: str, path: str) -> Fault | None:
        """The trouble that strikes this request, if any."""
        for fault in self.waiting:
            if fault.fits(method, route, path) and self.random.random() < fault.chance:
                if fault.times is not None:
                    fault.times -= 1
                fault.struck.add(path)
                return fault
        return None
