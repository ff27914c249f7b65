"""Every English text of posts and of what is told about them."""

from discord.app_commands import locale_str as _

NOTHING_NEW = _("Nothing new since the last edition.")
SPOTLIGHT = _("Spotlight: {title}")
SOURCES = _("Sources")
PAUSED = _(
    "I have paused a schedule that you set up: {name}, in {place}.\n"
    "The reason: {because}.\n"
    "Everything is kept. Put it right, then use /schedule resume there."
)
