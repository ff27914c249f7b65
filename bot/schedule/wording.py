"""Saying in plain words when a schedule comes round."""

from collections.abc import Sequence
from datetime import time, timedelta
from itertools import pairwise

from bot.phrase import Phrase, Say, in_english, joined, said
from bot.schedule import texts
from bot.schedule.recurrence import LAST, Daily, Days, Every, Recurrence

_MANY = 6


def in_words(recurrence: Recurrence, zone: str, say: Say = in_english) -> str:
    """Say when, as in "Monday to Friday at 08:00, Europe/Paris"."""
    if isinstance(recurrence, Daily):
        days, times = _days(recurrence.days), _times(recurrence.times)
        when = said(Phrase(texts.WHEN, days=days, times=times, zone=zone), say)
    else:
        when = said(Phrase(texts.INTERVAL, interval=_interval(recurrence), zone=zone), say)
    return when[:1].upper() + when[1:]


def _interval(every: Every) -> Phrase:
    minutes = every.interval // timedelta(minutes=1)
    if minutes % 60:
        return Phrase(texts.EVERY_MINUTES, count=minutes)
    hours = minutes // 60
    return Phrase(texts.EVERY_HOURS, count=hours) if hours > 1 else Phrase(texts.EVERY_HOUR)


def _days(days: Days) -> str:
    weekdays = _runs([texts.WEEKDAYS[day] for day in sorted(days.weekdays)], days.weekdays)
    months = _runs([texts.MONTHS[month - 1] for month in sorted(days.months)], days.months)
    order = _order(days)
    if order:
        if months:
            return Phrase(texts.ON_WEEKDAY_OF, order=order, weekday=weekdays, months=months)
        return Phrase(texts.ON_WEEKDAY, order=order, weekday=weekdays)
    if not days.month_days:
        every = weekdays or Phrase(texts.EVERY_DAY)
        return Phrase(texts.IN_MONTHS, days=every, months=months) if months else every
    dates = _dates(days, months)
    if not weekdays:
        return dates
    if not days.either:
        return Phrase(texts.IF_IT_IS, dates=dates, weekdays=weekdays)
    both = Phrase(texts.OR_ON, dates=dates, weekdays=weekdays)
    return Phrase(texts.IN_MONTHS, days=both, months=months) if months else both


def _order(days: Days) -> Phrase | None:
    """Say "second" where it is the Tuesday among the days 8 to 14; None where it is not so."""
    if days.either or len(days.weekdays) != 1 or len(days.month_days) != 7:
        return None
    if days.month_days == frozenset(range(-7, 0)):
        return Phrase(texts.ORDERS[LAST])
    week, left = divmod(min(days.month_days) - 1, 7)
    whole = days.month_days == frozenset(range(7 * week + 1, 7 * week + 8))
    found = texts.ORDERS.get(week + 1)
    return Phrase(found) if found and whole and not left else None


def _dates(days: Days, months: str) -> Phrase:
    from_start = sorted(day for day in days.month_days if day > 0)
    from_end = sorted((day for day in days.month_days if day < 0), reverse=True)
    named = [Phrase(texts.NUMBERED[day]) for day in from_start]
    named += [_from_end(-day) for day in from_end]
    dates = joined(named)
    if months:
        return Phrase(texts.ON_DATES_OF, dates=dates, months=months)
    return Phrase(texts.ON_DATES, dates=dates)


def _from_end(day: int) -> Phrase:
    if day == -LAST:
        return Phrase(texts.LAST_DAY)
    return Phrase(texts.BEFORE_LAST_DAY, number=Phrase(texts.NUMBERED[day]))


def _runs(names: Sequence[str], numbers: frozenset[int]) -> str:
    """Join names, as "Monday to Friday" where they follow one another."""
    named = [Phrase(name) for name in names]
    if len(named) > 2 and max(numbers) - min(numbers) == len(named) - 1:
        return Phrase(texts.RANGE, first=named[0], last=named[-1])
    return joined(named)


def _times(times: Sequence[time]) -> Phrase:
    minutes = [moment.hour * 60 + moment.minute for moment in times]
    steps = {later - earlier for earlier, later in pairwise(minutes)}
    if len(times) > 3 and len(steps) == 1:
        return _steps(steps.pop(), f"{times[0]:%H:%M}", f"{times[-1]:%H:%M}")
    shown = [f"{moment:%H:%M}" for moment in times[:_MANY]]
    if len(times) > _MANY:
        shown.append(Phrase(texts.MORE_TIMES, count=len(times) - _MANY))
    return Phrase(texts.AT, times=joined(shown))


def _steps(step: int, first: str, last: str) -> Phrase:
    if step == 60:
        return Phrase(texts.EVERY_HOUR_FROM, first=first, last=last)
    if step % 60:
        return Phrase(texts.EVERY_MINUTES_FROM, count=step, first=first, last=last)
    return Phrase(texts.EVERY_HOURS_FROM, count=step // 60, first=first, last=last)
