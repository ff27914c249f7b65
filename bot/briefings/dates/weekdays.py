"""Days of the week, which mean the last one or the coming one."""

import re
from datetime import date

from bot.briefings.dates import calendar
from bot.briefings.dates.expression import Certainty, Resolution
from bot.briefings.dates.names_alike import is_weekday
from bot.briefings.dates.rule import Context, Match, Rule, stated
from bot.briefings.dates.verbs import Tense
from bot.briefings.dates.vocabulary import AND, TO, WEEKDAY, S, weekday_number

_SUNDAY = 6
_TO_COME = re.compile(r"\b(?:ahead of|until|till|by|before|due|for)\s+$", re.IGNORECASE)
_STEPS = {"last": -1, "this": 0, "next": 1}
_TIME = r"(?:\s+(?i:morning|afternoon|evening|night))?"


def _nearest(published: date, weekday: int, tense: Tense) -> date | None:
    """Return the last such day up to publication, or the first from it on."""
    if tense is Tense.FUTURE:
        return calendar.move_days(published, (weekday - published.weekday()) % 7)
    return calendar.move_days(published, -((published.weekday() - weekday) % 7))


def _tense(context: Context) -> Tense:
    if context.tense is Tense.UNKNOWN and _TO_COME.search(context.before):
        return Tense.FUTURE
    return context.tense


def _plain(match: Match, context: Context) -> Resolution | None:
    if context.published is None:
        return None
    when = _nearest(context.published, weekday_number(match["day"]), _tense(context))
    certainty = Certainty.INFERRED if _tense(context) is Tense.UNKNOWN else Certainty.STATED
    return stated(calendar.one_day(when), certainty)


def _span(match: Match, context: Context) -> Resolution | None:
    """Monday and Tuesday; Friday to Sunday."""
    if context.published is None:
        return None
    first, last = weekday_number(match["day"]), weekday_number(match["last"])
    length = (last - first) % 7
    if _tense(context) is Tense.FUTURE:
        begin = _nearest(context.published, first, Tense.FUTURE)
        end = begin and calendar.move_days(begin, length)
    else:
        end = _nearest(context.published, last, Tense.PAST)
        begin = end and calendar.move_days(end, -length)
    return stated(calendar.span(begin, end))


def _chosen(match: Match, context: Context) -> Resolution | None:
    """Last Friday, this Friday, next Friday, Friday of next week."""
    published = context.published
    if published is None:
        return None
    weekday, which = weekday_number(match["day"]), match["which"].lower()
    if which in ("past", "coming"):
        offset = (weekday - published.weekday()) % 7 or 7
        when = calendar.move_days(published, offset if which == "coming" else offset - 7 or -7)
        return stated(calendar.one_day(when))
    step = _STEPS[which]
    plain = "week" not in match.group().lower()
    if plain and step < 0 and published.weekday() == _SUNDAY and weekday != _SUNDAY:
        step = 0
    when = calendar.weekday_near(published, weekday, step)
    if plain and step == 0 and when and when < published and context.tense is Tense.FUTURE:
        when = calendar.move_days(when, 7)
    certainty = Certainty.INFERRED if plain and step else Certainty.STATED
    return stated(calendar.one_day(when), certainty)


def _weekend(_match: Match, context: Context) -> Resolution | None:
    """Over the weekend: the last one, or the coming one."""
    published = context.published
    if published is None:
        return None
    step = 0 if context.tense is Tense.FUTURE or published.weekday() >= 5 else -1
    saturday = calendar.weekday_near(published, 5, step)
    sunday = calendar.weekday_near(published, _SUNDAY, step)
    return stated(calendar.span(saturday, sunday))


RULES = (
    Rule(
        "WEEKDAY",
        rf"(?P<day>{WEEKDAY}){_TIME},?{S}(?:of{S})?(?P<which>(?i:last|this|next)){S}week\b",
        _chosen,
    ),
    Rule(
        "this past coming",
        rf"(?:(?i:this){S})?(?P<which>(?i:past|coming)){S}(?P<day>{WEEKDAY}){_TIME}",
        _chosen,
        is_weekday,
    ),
    Rule(
        "last this next",
        rf"(?P<which>(?i:last|this|next)){S}(?P<day>{WEEKDAY}){_TIME}",
        _chosen,
        is_weekday,
    ),
    Rule("WEEKDAY", rf"(?P<day>{WEEKDAY})(?:{TO}|{AND})(?P<last>{WEEKDAY})", _span, is_weekday),
    Rule("WEEKDAY", rf"(?P<day>{WEEKDAY}){_TIME}", _plain, is_weekday),
    Rule(
        "the",
        r"(?<=\bover )the weekend\b|(?<=\bat )the weekend\b|(?<=\bduring )the weekend\b",
        _weekend,
    ),
)
