"""Discord's own OpenAPI document holds requests and answers to account."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.discord_server.openapi import Schema

SEND = "/channels/{channel_id}/messages"


@dataclass
class Told:
    method: str
    route: str
    body: Any
    status: int
    reply: Any


def test_good_requests_pass(schema: Schema) -> None:
    body = {"content": "x", "message_reference": {"message_id": 5}, "flags": 0}
    assert not list(schema.check(Told("POST", SEND, body, 204, None)))


@pytest.mark.parametrize(
    "body",
    [
        {"content": 5},
        {"embeds": {}},
        {"components": [{"type": 99}]},
        {"components": [{"type": 10, "content": 5}]},
        {"message_reference": {"message_id": "five"}},
    ],
)
def test_bad_requests_are_found(schema: Schema, body: Any) -> None:
    assert list(schema.check(Told("POST", SEND, body, 204, None)))


def test_bad_answers_are_found(schema: Schema) -> None:
    (told,) = schema.check(Told("GET", "/users/{user_id}", None, 404, {"message": "x"}))
    assert "code" in told
    assert list(schema.check(Told("GET", "/gateway", None, 200, {"url": 5})))


def test_routes_that_do_not_exist_are_found(schema: Schema) -> None:
    assert list(schema.check(Told("GET", "/nothing", None, 200, None)))
