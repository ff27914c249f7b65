"""Each limit of messages, components, modals, embeds and commands refuses what is over it."""

from typing import Any

import pytest

from tests.discord_server import LoopbackDiscord
from tests.discord_server.errors import RefusedError
from tests.discord_server.limits import commands, modals
from tests.discord_server.limits.messages import check_new
from tests.loopback.conftest import Rest
from tests.loopback.newsroom import Place

V2 = 1 << 15


def text(content: str = "text") -> dict[str, Any]:
    return {"type": 10, "content": content}


def button(number: int = 0, **more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "Press", "custom_id": f"b{number}", **more}


def link(url: str) -> dict[str, Any]:
    return {"type": 2, "style": 5, "label": "Read", "url": url}


def row(*inside: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(inside)}


def section(*inside: dict[str, Any], accessory: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"type": 9, "components": list(inside), "accessory": accessory}


def container(*inside: dict[str, Any]) -> dict[str, Any]:
    return {"type": 17, "components": list(inside)}


def select(many: int, **more: Any) -> dict[str, Any]:
    options = [{"label": f"o{n}", "value": f"v{n}"} for n in range(many)]
    return {"type": 3, "custom_id": "s", "options": options, **more}


def v2(*components: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"flags": V2, "components": list(components), **more}


FITS = {
    "2000 characters": {"content": "x" * 2000},
    "40 components": v2(*(text() for _ in range(40))),
    "4000 characters of text": v2(text("x" * 2000), container(text("y" * 2000))),
    "a section": v2(section(text(), text(), text(), accessory=button())),
    "five buttons": v2(row(*(button(n) for n in range(5)))),
    "a label of 80": v2(row(button(label="x" * 80))),
    "a link of 512": v2(row(link("https://e.org/" + "x" * 498))),
    "a select of 25": v2(row(select(25))),
    "an old row": {"content": "x", "components": [row(button())]},
    "embeds of 6000": {"embeds": [{"description": "x" * 3000}, {"description": "x" * 3000}]},
}
BREAKS: dict[str, dict[str, Any]] = {
    "2001 characters": {"content": "x" * 2001},
    "nothing": {},
    "only blanks": {"content": "  \n"},
    "no component in V2": v2(),
    "content beside V2": v2(text(), content="hello"),
    "embeds beside V2": v2(text(), embeds=[{"title": "x"}]),
    "V2 without its flag": {"components": [text()]},
    "41 components": v2(*(text() for _ in range(41))),
    "41 components, some inside": v2(container(*(text() for _ in range(39))), row(button())),
    "4001 characters of text": v2(text("x" * 2000), container(text("y" * 2001))),
    "an empty text": v2(text("")),
    "a section of four": v2(section(*(text() for _ in range(4)), accessory=button())),
    "a section of none": v2(section(accessory=button())),
    "a section without accessory": v2(section(text())),
    "a section with a row": v2(section(row(button(1)), accessory=button())),
    "six buttons": v2(row(*(button(n) for n in range(6)))),
    "an empty row": v2(row()),
    "a button on its own": v2(button()),
    "a container in a container": v2(container(container(text()))),
    "an empty container": v2(container()),
    "a colour out of range": v2({**container(text()), "accent_color": 0x1000000}),
    "a label of 81": v2(row(button(label="x" * 81))),
    "no label": v2(row(button(label=None))),
    "a custom id of 101": v2(row(button(custom_id="x" * 101))),
    "an empty custom id": v2(row(button(custom_id=""))),
    "a custom id twice": v2(row(button(1)), row(button(1))),
    "a custom id twice, once in a section": v2(
        row(button(1)), section(text(), accessory=button(1))
    ),
    "a component id twice": v2({**text(), "id": 7}, {**text(), "id": 7}),
    "a link of 513": v2(row(link("https://e.org/" + "x" * 499))),
    "a link to a file": v2(row(link("file:///etc/passwd"))),
    "a link in javascript": v2(row(link("javascript:alert(1)"))),
    "a link without a host": v2(row(link("https:///path"))),
    "a link with a custom id": v2(row({**link("https://e.org"), "custom_id": "x"})),
    "a button with a url": v2(row(button(url="https://e.org"))),
    "a select of 26": v2(row(select(26))),
    "a select of none": v2(row(select(0))),
    "a select with a value twice": v2(
        row({**select(0), "options": [{"label": "a", "value": "v"}, {"label": "b", "value": "v"}]})
    ),
    "a select and a button": v2(row(select(2), button())),
    "more values than options": v2(row(select(2, max_values=3))),
    "a placeholder of 151": v2(row(select(2, placeholder="x" * 151))),
    "six old rows": {"content": "x", "components": [row(button(n)) for n in range(6)]},
    "eleven embeds": {"embeds": [{"title": "x"}] * 11},
    "embeds of 6001": {"embeds": [{"description": "x" * 3000}, {"description": "x" * 3001}]},
    "a title of 257": {"embeds": [{"title": "x" * 257}]},
    "26 fields": {"embeds": [{"fields": [{"name": "n", "value": "v"}] * 26}]},
    "an empty field": {"embeds": [{"fields": [{"name": "n", "value": ""}]}]},
    "ephemeral in a channel": {"content": "x", "flags": 64},
    "an unknown flag": {"content": "x", "flags": 1 << 3},
    "a nonce of 26": {"content": "x", "nonce": "x" * 26},
    "a nonce enforced without one": {"content": "x", "enforce_nonce": True},
    "users parsed and listed": {
        "content": "x",
        "allowed_mentions": {"parse": ["users"], "users": ["1"]},
    },
    "101 users": {"content": "x", "allowed_mentions": {"users": [str(n) for n in range(101)]}},
}


@pytest.mark.parametrize("name", FITS)
def test_what_fits_is_taken(name: str) -> None:
    check_new(FITS[name], 0)


@pytest.mark.parametrize("name", BREAKS)
def test_what_does_not_fit_is_refused(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        check_new(BREAKS[name], 0)
    assert refused.value.status == 400
    assert refused.value.code in {50035, 50006}


def field(**more: Any) -> dict[str, Any]:
    return {"type": 4, "custom_id": "f", "style": 1, **more}


def label(inner: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": 18, "label": "Why", "component": inner, **more}


def modal(*components: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"title": "Why", "custom_id": "m", "components": list(components), **more}


def test_modals_that_fit() -> None:
    assert not list(modals.check(modal(label(field()), title="x" * 45)))
    assert not list(modals.check(modal(row(field(label="Why")))))


@pytest.mark.parametrize(
    "broken",
    [
        modal(label(field()), title="x" * 46),
        modal(label(field()), title=""),
        modal(label(field()), custom_id="x" * 101),
        modal(),
        modal(*(label(field(custom_id=f"f{n}")) for n in range(6))),
        modal(label(field()), label(field())),
        modal(label(field(), label="x" * 46)),
        modal(label(field(max_length=4001))),
        modal(label(field(min_length=9, max_length=3))),
        modal(label(field(placeholder="x" * 101))),
        modal(label(field(value="x" * 4001))),
        modal(label(field(style=3))),
        modal(label(field(label="twice"))),
        modal(row(field())),
        modal(row(button())),
        modal(container(text())),
    ],
)
def test_modals_that_break_a_limit(broken: dict[str, Any]) -> None:
    assert list(modals.check(broken))


def command(**more: Any) -> dict[str, Any]:
    return {"name": "ask", "description": "Asks", **more}


def option(**more: Any) -> dict[str, Any]:
    return {"type": 3, "name": "question", "description": "What to ask", **more}


CHOICE = {"name": "n", "value": "v"}


def test_commands_that_fit() -> None:
    assert not list(commands.check_all([command(options=[option()])]))
    assert not list(commands.check_all([command(name=f"c{n}") for n in range(100)]))
    assert not list(commands.check_all([{"name": "Find sources", "type": 3}]))


@pytest.mark.parametrize(
    "broken",
    [
        [command(name="Ask")],
        [command(name="ask me")],
        [command(name="x" * 33)],
        [command(name="")],
        [command(description="")],
        [command(description="x" * 101)],
        [command(), command()],
        [command(name=f"c{n}") for n in range(101)],
        [{"name": f"m{n}", "type": 3} for n in range(16)],
        [{"name": "menu", "type": 3, "description": "has one"}],
        [command(options=[option(name=f"o{n}") for n in range(26)])],
        [command(options=[option(), option()])],
        [command(options=[option(name="a"), option(name="b", required=True)])],
        [command(options=[option(choices=[CHOICE] * 26)])],
        [command(options=[option(choices=[{"name": "x" * 101, "value": "v"}])])],
        [command(options=[option(choices=[CHOICE], autocomplete=True)])],
        [command(options=[option(type=5, autocomplete=True)])],
        [command(options=[option(max_length=6001)])],
        [command(options=[option(), {**option(name="sub"), "type": 1}])],
        [command(contexts=[])],
        [command(contexts=[3])],
        [command(integration_types=[2])],
        [command(default_member_permissions="many")],
        [
            command(
                options=[
                    option(
                        name=f"o{n}",
                        description="x" * 100,
                        choices=[
                            {"name": "x" * 100, "value": f"{m}" + "y" * 98} for m in range(25)
                        ],
                    )
                    for n in range(2)
                ]
            )
        ],
    ],
)
def test_commands_that_break_a_limit(broken: list[dict[str, Any]]) -> None:
    assert list(commands.check_all(broken))


async def test_a_refusal_names_the_place_and_is_kept(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    path = f"/channels/{place.channel}/messages"
    status, body = await rest("POST", path, v2(row(button(label="x" * 81))))
    assert (status, body["code"]) == (400, 50035)
    inner = body["errors"]["components"]["0"]["components"]["0"]["label"]["_errors"][0]
    assert inner["code"] == "BASE_TYPE_BAD_LENGTH"
    (told,) = discord.violations()
    assert "BASE_TYPE_BAD_LENGTH" in told


async def test_the_flag_of_v2_stays(discord: LoopbackDiscord, place: Place, rest: Rest) -> None:
    path = f"/channels/{place.channel}/messages"
    _, old = await rest("POST", path, {"content": "old"})
    _, new = await rest("POST", path, v2(text()))
    assert (await rest("PATCH", f"{path}/{new['id']}", {"content": "x"}))[0] == 400
    assert (await rest("PATCH", f"{path}/{new['id']}", {"components": [text("y")]}))[0] == 200
    assert (await rest("PATCH", f"{path}/{old['id']}", v2(text())))[0] == 400
    assert (await rest("PATCH", f"{path}/{old['id']}", v2(text(), content=None)))[0] == 200


async def test_commands_are_stored_and_replaced(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    path = f"/applications/{discord.bot}/commands"
    _, first = await rest("PUT", path, [command(), command(name="read")])
    assert (await rest("PUT", path, [command(name="Ask")]))[0] == 400
    _, second = await rest("PUT", path, [command(description="Asks again")])
    assert second[0]["id"] == first[0]["id"]
    assert [one["name"] for one in discord.commands()] == ["ask"]
    own = f"/applications/{discord.bot}/guilds/{place.guild}/commands"
    assert (await rest("PUT", own, [command()]))[0] == 200
    assert len(discord.commands(place.guild)) == 1
