"""Requests and answers held against Discord's own OpenAPI document."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT.parent / "shared" / "discord" / "openapi.json"
SNOWFLAKE = "#/components/schemas/SnowflakeType"


class Exchange(Protocol):
    """What is checked of one request."""

    method: str
    route: str
    body: Any
    status: int

    @property
    def reply(self) -> Any: ...


class Schema:
    """Discord's document; validators are built on first use and kept."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self._validators: dict[tuple[str, ...], Any] = {}
        self._resolved: dict[str, Any] = {}
        self._asked = _validator(self._resolve, lenient=True)
        self._answered = _validator(self._resolve, lenient=False)

    def check(self, exchange: Exchange) -> Iterator[str]:
        """What is wrong with a request that was accepted, or with any answer."""
        operation = self._document["paths"].get(exchange.route, {}).get(exchange.method.lower())
        name = f"{exchange.method} {exchange.route}"
        if operation is None:
            yield f"{name}: not in Discord's document"
            return
        if exchange.status < 400 and exchange.body is not None:
            yield from self._hold(
                (name, "request"), self._body(operation), self._asked, exchange.body
            )
        answer = exchange.reply
        if isinstance(answer, dict) and exchange.status >= 400:
            # The document gives the codes of single fields as numbers; Discord sends words.
            answer = {key: value for key, value in answer.items() if key != "errors"}
        if answer is not None and exchange.status < 500:
            status = str(exchange.status)
            schema = self._answer(operation, status)
            if schema is None:
                yield f"{name}: answers with {status}, which is not in Discord's document"
            else:
                yield from self._hold((name, status), schema, self._answered, answer)

    def _body(self, operation: dict[str, Any]) -> Any:
        content = operation.get("requestBody", {}).get("content", {})
        return content.get("application/json", {}).get("schema")

    def _answer(self, operation: dict[str, Any], status: str) -> Any:
        answers = operation["responses"]
        found = answers.get(status) or answers.get(f"{status[0]}XX")
        if found is not None and "$ref" in found:
            found = self._resolve(found["$ref"])
        return (found or {}).get("content", {}).get("application/json", {}).get("schema")

    def _hold(self, key: tuple[str, ...], schema: Any, kind: Any, value: Any) -> Iterator[str]:
        if schema is None:
            return
        if key not in self._validators:
            self._validators[key] = kind(schema)
        for error in self._validators[key].iter_errors(value):
            place = "/".join(str(step) for step in error.absolute_path)
            yield f"{' '.join(key)}: at {place or 'the top'}: {error.message[:300]}"

    def _resolve(self, reference: str) -> Any:
        if reference not in self._resolved:
            found: Any = self._document
            for step in reference.removeprefix("#/").split("/"):
                found = found[step.replace("~1", "/").replace("~0", "~")]
            self._resolved[reference] = found
        return self._resolved[reference]


@cache
def discord_schema() -> Schema | None:
    """Discord's document from beside the project, or None where it is not there."""
    if not DOCUMENT.is_file():
        return None
    return Schema(json.loads(DOCUMENT.read_text(encoding="utf-8")))


def _validator(resolve: Any, *, lenient: bool) -> Any:
    """A validator in which `oneOf` means any of, and unions are told apart by `type`.

    A lenient one takes numbers for snowflakes and the other way round, as Discord does.
    """

    def reference(validator: Any, ref: str, value: Any, _schema: Any) -> Iterator[ValidationError]:
        if lenient and ref == SNOWFLAKE and isinstance(value, int):
            return
        yield from validator.descend(value, resolve(ref))

    def kinds(validator: Any, types: Any, value: Any, _schema: Any) -> Iterator[ValidationError]:
        names = [types] if isinstance(types, str) else types
        if any(validator.is_type(value, name) for name in names):
            return
        if lenient and "integer" in names and isinstance(value, str) and value.isdecimal():
            return
        yield ValidationError(f"{value!r} is not of type {', '.join(names)}")

    def union(validator: Any, parts: Any, value: Any, _schema: Any) -> Iterator[ValidationError]:
        fitting = [part for part in parts if _may_be(part, value)]
        errors: list[ValidationError] = []
        for part in fitting:
            found = list(validator.descend(value, part))
            if not found:
                return
            errors = found if not errors or len(found) < len(errors) else errors
        if errors:
            yield from errors
        else:
            yield ValidationError(f"{str(value)[:200]} is none of the {len(parts)} things allowed")

    def _may_be(part: dict[str, Any], value: Any) -> bool:
        """Whether the `type` of an object speaks for this member of a union."""
        kind = value.get("type") if isinstance(value, dict) else None
        if kind is None:
            return True
        target = resolve(part["$ref"]) if "$ref" in part else part
        choices = target.get("properties", {}).get("type", {}).get("enum")
        return choices is None or kind in choices

    return extend(
        Draft202012Validator,
        {"$ref": reference, "type": kinds, "oneOf": union, "anyOf": union},
    )
