"""A button that is made again from its custom_id whenever it is pressed."""

import re
from typing import Any, Self

import discord

Button = discord.ui.Button[Any]


class PersistentButton(discord.ui.DynamicItem[Button], template=r"(?!)"):
    """What the buttons share: a subclass names its template and reads what it matched."""

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the button that a custom_id stands for."""
        raise NotImplementedError

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003
        item: discord.ui.Item[Any],  # noqa: ARG003
        match: re.Match[str],
        /,
    ) -> Self:
        """Return the button that was pressed."""
        return cls.read(match)

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Turn presses away, kindly, once the client is being stopped."""
        from bot.slash import texts
        from bot.slash.failures import RefusalError, tell_failure
        from bot.slash.services import services_of

        if not services_of(interaction).work.stopping:
            return True
        await tell_failure(interaction, RefusalError(texts.RESTARTING))
        return False
