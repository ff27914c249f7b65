"""What the bot says in Discord, as pure functions from answers to views."""

from bot.slash.replies.answer import answer_view
from bot.slash.replies.around import around_view
from bot.slash.replies.comparison import comparison_view
from bot.slash.replies.coverage import coverage_view
from bot.slash.replies.edition import edition_view
from bot.slash.replies.findings import findings_view
from bot.slash.replies.following import closest_view, following_view
from bot.slash.replies.notice import Tone, notice_view
from bot.slash.replies.person import nobody_view, person_view, which_view
from bot.slash.replies.reading import reading_view
from bot.slash.replies.requested import requested
from bot.slash.replies.sources import sources_view
from bot.slash.replies.timeline import timeline_view
from bot.slash.replies.verification import verification_view

__all__ = [
    "Tone",
    "answer_view",
    "around_view",
    "closest_view",
    "comparison_view",
    "coverage_view",
    "edition_view",
    "findings_view",
    "following_view",
    "nobody_view",
    "notice_view",
    "person_view",
    "reading_view",
    "requested",
    "sources_view",
    "timeline_view",
    "verification_view",
    "which_view",
]
