"""The buttons and modals of replies: each holds in its custom_id what it needs, for years.

What a press does is imported when it is pressed, because the replies it sends hold these buttons.
"""

from typing import Any, Final

import discord

from bot.slash.buttons.context import ContextButton, ContextMenu
from bot.slash.buttons.feedback import HelpfulButton, WrongButton, WrongModal
from bot.slash.buttons.follow_up import FollowUpButton, FollowUpModal
from bot.slash.buttons.following import ClosestButton, MoreButton
from bot.slash.buttons.modal import PersistentModal
from bot.slash.buttons.paging import ReadingButton, SourcesButton
from bot.slash.buttons.turning import TurnButton

BUTTONS: Final[tuple[type[discord.ui.DynamicItem[Any]], ...]] = (
    ContextButton,
    ContextMenu,
    MoreButton,
    ClosestButton,
    HelpfulButton,
    WrongButton,
    FollowUpButton,
    SourcesButton,
    ReadingButton,
    TurnButton,
)
MODALS: Final[tuple[type[PersistentModal], ...]] = (WrongModal, FollowUpModal)
