"""Buttons and menus that are made again from their custom_id whenever they are used."""

import re
from typing import Any, Self

import discord

Button = discord.ui.Button[Any]
Menu = discord.ui.Select[Any]


class Persistent:
    """What the items share: a subclass names its template and reads what it matched."""

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the item that a custom_id stands for."""
        raise NotImplementedError

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003
        item: discord.ui.Item[Any],  # noqa: ARG003
        match: re.Match[str],
        /,
    ) -> Self:
        """Return the item that was used."""
        return cls.read(match)

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Turn people away, kindly, once the client is being stopped."""
        from bot.slash import texts
        from bot.slash.failures import RefusalError, tell_failure
        from bot.slash.services import services_of

        if not services_of(interaction).work.stopping:
            return True
        await tell_failure(interaction, RefusalError(texts.RESTARTING))
        return False


class PersistentButton(Persistent, discord.ui.DynamicItem[Button], template=r"(?!)"):
    """A button that is made again when it is pressed."""


class PersistentMenu(Persistent, discord.ui.DynamicItem[Menu], template=r"(?!)"):
    """A menu that is made again when something is chosen."""
