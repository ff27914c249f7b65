"""Discord's refusals: an HTTP status, a code and a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a payload: where, and what."""

    path: tuple[str | int, ...]
    code: str
    message: str


@dataclass(slots=True)
class RefusedError(Exception):
    """A request that Discord answers with an error."""

    status: int
    code: int
    message: str
    problems: tuple[Problem, ...] = field(default=())

    def payload(self) -> dict[str, Any]:
        body: dict[str, Any] = {"message": self.message, "code": self.code}
        if self.problems:
            body["errors"] = _tree(self.problems)
        return body


def _tree(problems: Iterable[Problem]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for problem in problems:
        place = tree
        for step in problem.path or ("_",):
            place = place.setdefault(str(step), {})
        # Discord's schema allows a place either errors of its own or errors further in.
        if set(place) <= {"_errors"}:
            told = {"code": problem.code, "message": problem.message}
            place.setdefault("_errors", []).append(told)
    return tree


def unauthorized() -> RefusedError:
    return RefusedError(401, 0, "401: Unauthorized")


def unknown_route() -> RefusedError:
    return RefusedError(404, 0, "404: Not Found")


def unknown(what: str) -> RefusedError:
    codes = {
        "Channel": 10003,
        "Guild": 10004,
        "Member": 10007,
        "Message": 10008,
        "User": 10013,
        "Webhook": 10015,
        "Interaction": 10062,
        "Application Command": 10063,
    }
    return RefusedError(404, codes[what], f"Unknown {what}")


def missing_access() -> RefusedError:
    return RefusedError(403, 50001, "Missing Access")


def missing_permissions() -> RefusedError:
    return RefusedError(403, 50013, "Missing Permissions")


def invalid_form(problems: Iterable[Problem]) -> RefusedError:
    return RefusedError(400, 50035, "Invalid Form Body", tuple(problems))


def wrong(path: tuple[str | int, ...], code: str, message: str) -> RefusedError:
    return invalid_form((Problem(path, code, message),))
