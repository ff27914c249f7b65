"""Every limit is held from both sides: at the limit all is well, one more is a breach."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simcord.components import ComponentValidationError, validate_components, validate_embeds

from bot.slash import limits
from bot.slash.limits import (
    check_choices,
    check_components,
    check_embeds,
    check_message,
    check_modal,
    length,
)

ACTION_ROW, BUTTON, MENU, INPUT, SECTION, DISPLAY, GALLERY, SEPARATOR, CONTAINER, LABEL = (
    1,
    2,
    3,
    4,
    9,
    10,
    12,
    14,
    17,
    18,
)


def display(content="text", **more):
    return {"type": DISPLAY, "content": content, **more}


def button(custom_id="id", label="label", **more):
    return {"type": BUTTON, "style": 2, "label": label, "custom_id": custom_id, **more}


def link(url):
    return {"type": BUTTON, "style": 5, "label": "label", "url": url}


def row(*buttons):
    return {"type": ACTION_ROW, "components": list(buttons)}


def section(*texts, accessory=None):
    return {"type": SECTION, "components": list(texts), "accessory": accessory or button()}


def container(*items):
    return {"type": CONTAINER, "components": list(items)}


def buttons(count):
    return [button(f"id{number}") for number in range(count)]


def menu(*options, **more):
    return {"type": MENU, "custom_id": "menu", "options": list(options), **more}


def options(count, **more):
    return [{"label": "label", "value": f"value {number}"} | more for number in range(count)]


def gallery(count, **more):
    return {
        "type": GALLERY,
        "items": [{"media": {"url": "https://example.com/a.png"}} | more] * count,
    }


SOUND = [
    [row(menu(*options(limits.OPTIONS), placeholder="x" * limits.PLACEHOLDER))],
    [row(menu(*options(1, label="x" * limits.OPTION, description="x" * limits.OPTION)))],
    [container(gallery(limits.PICTURES, description="x" * limits.PICTURE_ABOUT))],
    [display("x" * limits.TEXT)],
    [display()] * limits.COMPONENTS,
    [container(*[display()] * (limits.COMPONENTS - 1))],
    [row(*buttons(limits.ROW_BUTTONS))],
    [row(button("x" * limits.CUSTOM_ID, "x" * limits.LABEL))],
    [row(link("https://" + "x" * (limits.LINK - 8)))],
    [section(*[display()] * limits.SECTION_TEXTS)],
    [display(id=limits.COMPONENT_ID), {"type": SEPARATOR}],
]
BROKEN = [
    ([row(menu())], "options of a menu"),
    ([row(menu(*options(limits.OPTIONS + 1)))], "options of a menu"),
    ([row(menu(*options(1), *options(1)))], "value 'value 0' stands twice"),
    ([row(menu(*options(1, label="x" * (limits.OPTION + 1))))], "label of an option"),
    ([row(menu(*options(1, value="x" * (limits.OPTION + 1))))], "value of an option"),
    ([row(menu(*options(1, description="x" * (limits.OPTION + 1))))], "text of an option"),
    ([row(menu(*options(1), placeholder="x" * (limits.PLACEHOLDER + 1)))], "placeholder"),
    ([row(menu(*options(1), custom_id="x" * (limits.CUSTOM_ID + 1)))], "custom_id"),
    ([row(menu(*options(1)), button())], "a menu shares its row"),
    ([gallery(0)], "pictures"),
    ([gallery(limits.PICTURES + 1)], "pictures"),
    ([gallery(1, description="x" * (limits.PICTURE_ABOUT + 1))], "text for a picture"),
    ([], "no components"),
    ([display("x" * limits.TEXT), display("x")], "characters of text"),
    ([display()] * (limits.COMPONENTS + 1), "components, 40"),
    ([container(*[display()] * limits.COMPONENTS)], "components, 40"),
    ([row(*buttons(limits.ROW_BUTTONS + 1))], "buttons in a row"),
    ([row()], "buttons in a row"),
    ([row(button("x" * (limits.CUSTOM_ID + 1)))], "custom_id"),
    ([row(button(""))], "no custom_id"),
    ([row(button(label="x" * (limits.LABEL + 1)))], "label"),
    ([row(link("https://" + "x" * (limits.LINK - 7)))], "link"),
    ([section(*[display()] * (limits.SECTION_TEXTS + 1))], "texts in a section"),
    ([section()], "texts in a section"),
    ([section(button())], "something else than text"),
    ([{"type": SECTION, "components": [display()]}], "no button at its side"),
    ([section(display(), accessory=button("a")), row(button("a"))], "custom_id 'a' stands twice"),
    ([display(id=7), display(id=7)], "id 7 stands twice"),
    ([display(id=limits.COMPONENT_ID + 1)], "an id of"),
    ([button()], "at the top"),
    ([container(container(display()))], "a container"),
    ([container()], "a container"),
    ([display("")], "empty"),
]


def test_the_limits_are_those_that_discord_documents():
    assert (limits.CONTENT, limits.TEXT, limits.COMPONENTS) == (2000, 4000, 40)
    assert (limits.SECTION_TEXTS, limits.ROW_BUTTONS) == (3, 5)
    assert (limits.LABEL, limits.CUSTOM_ID, limits.LINK) == (80, 100, 512)
    assert (limits.CHOICES, limits.CHOICE) == (25, 100)
    assert (limits.MODAL_TITLE, limits.MODAL_PARTS, limits.MODAL_LABEL) == (45, 5, 45)
    assert (limits.MODAL_DESCRIPTION, limits.MODAL_PLACEHOLDER) == (100, 100)
    assert limits.MODAL_INPUT == 4000
    assert (limits.EMBEDS, limits.EMBED_FIELDS, limits.EMBED_TOTAL) == (10, 25, 6000)
    assert (limits.EMBED_TITLE, limits.EMBED_DESCRIPTION) == (256, 4096)
    assert (limits.EMBED_FIELD_NAME, limits.EMBED_FIELD_VALUE) == (256, 1024)
    assert (limits.EMBED_FOOTER, limits.EMBED_AUTHOR) == (2048, 256)


@pytest.mark.parametrize("components", SOUND)
def test_at_the_limit_all_is_well(components):
    assert check_components(components) == ()
    validate_components(components, flags=limits.COMPONENTS_V2)


@pytest.mark.parametrize(("components", "said"), BROKEN)
def test_one_more_is_a_breach(components, said):
    assert said in "; ".join(check_components(components))


# The simulation has no limit to what is empty, nor for the last characters of a label.
SEEN_ELSEWHERE = [
    case for case, said in BROKEN if said not in {"label", "a container", "no components"}
]


@pytest.mark.parametrize("components", SEEN_ELSEWHERE)
def test_a_simulated_discord_sees_the_same_breaches(components):
    with pytest.raises(ComponentValidationError):
        validate_components(components, flags=limits.COMPONENTS_V2)


@given(st.text(st.characters(exclude_categories=())))
def test_a_length_is_that_of_the_greater_count(text):
    assert length(text) >= len(text)
    assert length(text) == sum(2 if ord(letter) > 0xFFFF else 1 for letter in text)


def test_messages():
    assert check_message({"content": "x" * limits.CONTENT, "components": [display()]}) == ()
    too_long = {"content": "x" * (limits.CONTENT + 1), "components": [display()]}
    assert "content" in check_message(too_long)[0]
    alone = {"flags": limits.COMPONENTS_V2, "components": [display()]}
    assert check_message(alone) == ()
    assert "alone" in check_message(alone | {"content": "x"})[0]
    assert check_message(alone | {"embeds": [{"title": "x"}]})
    assert check_message(alone | {"components": []})


def test_choices():
    choice = {"name": "x" * limits.CHOICE, "value": "x" * limits.CHOICE}
    assert check_choices([choice] * limits.CHOICES) == ()
    assert check_choices([choice] * (limits.CHOICES + 1))
    assert check_choices([choice | {"name": "x" * (limits.CHOICE + 1)}])
    assert check_choices([choice | {"value": "x" * (limits.CHOICE + 1)}])
    assert check_choices([choice | {"name": ""}])


def modal(title="title", part=None, parts=1, **more):
    field = {"type": INPUT, "custom_id": "input", **more}
    part = part or {"type": LABEL, "label": "label", "component": field}
    return {"title": title, "custom_id": "modal", "components": [part] * parts}


def test_modals():
    most = modal("x" * limits.MODAL_TITLE, placeholder="x" * limits.MODAL_PLACEHOLDER)
    assert check_modal(most) == ()
    for broken in (
        modal("x" * (limits.MODAL_TITLE + 1)),
        modal(parts=0),
        modal(parts=2),  # one custom_id in two parts
        modal(placeholder="x" * (limits.MODAL_PLACEHOLDER + 1)),
        modal(value="x" * (limits.MODAL_INPUT + 1)),
        modal(max_length=limits.MODAL_INPUT + 1),
        modal(part={"type": LABEL, "label": "x" * (limits.MODAL_LABEL + 1)}),
        modal(part={"type": LABEL, "label": "x", "description": "x" * 101}),
        modal(part={"type": LABEL, "label": "x"}, parts=limits.MODAL_PARTS + 1),
    ):
        assert len(check_modal(broken)) == 1


def embed(**texts):
    fields = [{"name": texts.pop("name", "x"), "value": texts.pop("value", "x")}]
    return {
        "fields": fields * texts.pop("fields", 1),
        "footer": {"text": texts.pop("footer", "x")},
        "author": {"name": texts.pop("author", "x")},
        **texts,
    }


def test_embeds():
    for name, most in (
        ("title", limits.EMBED_TITLE),
        ("description", limits.EMBED_DESCRIPTION),
        ("name", limits.EMBED_FIELD_NAME),
        ("value", limits.EMBED_FIELD_VALUE),
        ("footer", limits.EMBED_FOOTER),
        ("author", limits.EMBED_AUTHOR),
    ):
        assert check_embeds([embed(**{name: "x" * most})]) == ()
        assert len(check_embeds([embed(**{name: "x" * (most + 1)})])) == 1
    assert check_embeds([embed()] * limits.EMBEDS) == ()
    assert check_embeds([embed()] * (limits.EMBEDS + 1))
    assert check_embeds([embed(fields=limits.EMBED_FIELDS)]) == ()
    assert check_embeds([embed(fields=limits.EMBED_FIELDS + 1)])
    full = [{"description": "x" * 3000}, {"description": "x" * (limits.EMBED_TOTAL - 3000)}]
    assert check_embeds(full) == ()
    validate_embeds(full)
    assert check_embeds([*full, {"title": "x"}])
