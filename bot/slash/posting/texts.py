"""Every English text of posts and of what is told about them."""

from discord.app_commands import locale_str as _

# Why an edition was not posted, or not all of it.
IT = _("it")
A_RIGHT = _("a right")
LACKING = _("the bot lacks {rights} in {place}")
UNSEEN = _("the bot lacks {right} in its channel")
AWAY = _("Discord could not be reached")
DIRECT = _("direct messages are closed to the bot")
TROUBLE = _("Discord had trouble of its own")
TROUBLE_NUMBER = _("Discord had trouble of its own ({status})")
ASKED_TO_WAIT = _("Discord asked to wait")
BAD_TOKEN = _("Discord refuses the bot's token")
REFUSED = _("Discord refuses the post: {answer}")
CHANNEL_DELETED = _("the channel is deleted")
NAMED_DELETED = _("the channel {channel} is deleted")
POST_DELETED = _("the post is deleted")
NO_PLACE = _("{place} is no place for posts any more")
WRONG_KIND = _("the channel is of a kind that takes no posts")
ROLE_DELETED = _("the role to mention is deleted")
NO_SOURCES = _("without its sources: {because}")
NOT_PUBLISHED = _("not published: {because}")
NO_PICTURE = _("without its picture: {because}")
NOT_DRAWN = _("without its picture: it can't be drawn")

# What posts say.
NOTHING_NEW = _("Nothing new since the last edition.")
SPOTLIGHT = _("Spotlight: {title}")
SOURCES = _("Sources")
PLACE = _("{channel} ({server})")
CHANNEL_NUMBER = _("channel {number}")
PAUSED = _(
    "I have paused a schedule that you set up: {name}, in {place}.\n"
    "The reason: {because}.\n"
    "Everything is kept. Put it right, then use /schedule resume there."
)
SUBSCRIPTION_PAUSED = _(
    "I have paused your subscription: {name}.\n"
    "The reason: {because}.\n"
    "Use /subscribe to have it again, or /unsubscribe to end it."
)
