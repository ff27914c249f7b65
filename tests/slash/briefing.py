"""What tests of briefings in Discord share: every page of a reply, and the quotes it cites."""

from dataclasses import dataclass

from bot.slash.limits import check_message, walk
from bot.slash.references import parse
from tests.slash.conftest import shown


@dataclass(frozen=True)
class Seen:
    """A page as a reader saw it: its text, its buttons, and the references in its menu."""

    text: str
    labels: tuple[str, ...]
    references: tuple[str, ...]

    def places(self, corpus) -> list[tuple[str, int, int]]:
        found = [parse(reference).resolve(corpus).sentence for reference in self.references]
        return [(one.file, one.start, one.end) for one in found]


def components(message) -> list[dict]:
    made = message.components
    return [item if isinstance(item, dict) else item.to_dict() for item in made]


def seen(message) -> Seen:
    """Return what a message shows, which must be legal."""
    top = components(message)
    assert check_message({"components": top, "flags": 1 << 15}) == ()
    items = list(walk(top))
    return Seen(
        shown(message),
        tuple(item["label"] for item in items if item.get("label")),
        tuple(o["value"] for i in items if i.get("custom_id") == "contexts" for o in i["options"]),
    )


async def pages(person, message, settle=None) -> list[Seen]:
    """Return every page from the one given on; `settle` is awaited before each turn."""
    found = [seen(message)]
    while "Next" in found[-1].labels:
        if settle:
            await settle()
        message = (await person.click(message, label="Next")).response
        found.append(seen(message))
    return found


def quotes_in(value):
    """Every quote object anywhere inside a record of the console."""
    if isinstance(value, dict):
        if "start" in value and "sentence" in value:
            yield value
        else:
            for item in value.values():
                yield from quotes_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from quotes_in(item)
