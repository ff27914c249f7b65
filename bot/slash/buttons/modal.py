"""Modals that are understood by their custom_id, also when they were opened before a restart."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Final, Self

import discord

_INPUT: Final = 4


class PersistentModal(discord.ui.Modal):
    """A modal of one field; a subclass names its template and does what it is for."""

    template: ClassVar[re.Pattern[str]]

    def __init__(self, custom_id: str, title: str, label: discord.ui.Label[Any]) -> None:
        super().__init__(title=title, custom_id=custom_id, timeout=None)
        self.add_item(label)

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the modal that a custom_id stands for."""
        raise NotImplementedError

    async def answered(self, interaction: discord.Interaction[Any], given: str) -> None:
        """Do what the modal is for with what was written into it."""
        raise NotImplementedError

    async def open(self, interaction: discord.Interaction[Any]) -> None:
        """Show it to the one who pressed a button."""
        # A modal that is over is not remembered by discord.py, which would forget it at a restart
        # and would take two that are open at once for one.
        self.stop()
        await interaction.response.send_modal(self)


async def submit(
    interaction: discord.Interaction[Any], kinds: Sequence[type[PersistentModal]]
) -> None:
    """Do what a modal that was sent is for; say so where none of these kinds is meant."""
    from bot.slash import texts
    from bot.slash.failures import RefusalError, tell_failure
    from bot.slash.services import services_of

    data: Mapping[str, Any] = interaction.data or {}
    if services_of(interaction).work.stopping:
        await tell_failure(interaction, RefusalError(texts.RESTARTING))
        return
    for kind in kinds:
        if match := kind.template.fullmatch(str(data.get("custom_id"))):
            await kind.read(match).answered(interaction, "".join(_written(data)))
            return
    await tell_failure(interaction, RefusalError(texts.STALE_FORM))


def _written(part: Mapping[str, Any]) -> Iterator[str]:
    """Yield what was written into the fields of a modal."""
    if part.get("type") == _INPUT:
        yield str(part.get("value") or "")
    for inside in (*(part.get("components") or ()), part.get("component")):
        if inside:
            yield from _written(inside)
