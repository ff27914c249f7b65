"""What the bot says of settings, schedules, feedback and faults, and offers, with odd texts."""

from collections.abc import Callable, Coroutine, Iterator, Mapping
from random import Random
from string import Formatter
from types import SimpleNamespace
from typing import Any, Final

from discord.app_commands import Choice, locale_str
from discord.ui import LayoutView
from discord.utils import format_dt

from bot.slash import autocomplete, texts
from bot.slash.commands.feedback import _line
from bot.slash.commands.privacy import EraseButton
from bot.slash.commands.scheduling import texts as schedule_texts
from bot.slash.commands.scheduling.group import choices
from bot.slash.commands.scheduling.pages import card, line, next_times, outcomes, title
from bot.slash.commands.scheduling.removing import KeepButton, RemoveButton
from bot.slash.commands.settings import _page
from bot.slash.pages import page
from bot.slash.posting import texts as posting_texts
from bot.slash.replies import Tone, notice_view
from bot.slash.speaking import say
from bot.store.feedback import Feedback
from bot.store.guilds import GuildSettings
from tests.odd.articles import odd_corpus
from tests.odd.judging import Payload, payload_of
from tests.odd.schedules import CHANNEL, LINK, NOW, OWNER, ROLE, odd_entry, odd_schedule
from tests.odd.texts import odd_text

# What the bot itself puts into its pages.
_MEANT = (f"<#{CHANNEL}>", f"<@{OWNER}>", f"<@&{ROLE}>", LINK)
_TIMES = tuple(format_dt(NOW, style) for style in "FdR")
_TEXTS = [
    one
    for module in (texts, schedule_texts, posting_texts)
    for one in vars(module).values()
    if isinstance(one, locale_str) and "{" in one.message
]


def _sent(view: LayoutView, *meant: str) -> Iterator[Payload]:
    yield payload_of(view, *_MEANT, *_TIMES, *meant)


def _refusal(random: Random) -> Iterator[Payload]:
    """A refusal as `tell` shows it, whatever stands in its blanks."""
    text = random.choice(_TEXTS)
    blanks = [name for _, name, _, _ in Formatter().parse(text.message) if name]
    said = say(text, **{name: odd_text(random) for name in blanks})
    yield payload_of(notice_view(said, random.choice(list(Tone))))


def _settings(random: Random) -> Iterator[Payload]:
    names = [odd_text(random, 3) for _ in range(random.choice((0, 1, 200)))]
    current = GuildSettings(odd_text(random, 2), tuple(names), tuple(names), True, ROLE)
    services: Any = SimpleNamespace(chat=True)
    yield from _sent(page(_page(services, current)))


def _feedback(random: Random) -> Iterator[Payload]:
    given = [
        Feedback(1, OWNER, *(odd_text(random) for _ in "ab"), True, odd_text(random), NOW)
        for _ in range(random.choice((1, 25)))
    ]
    yield from _sent(page("\n".join([say(texts.FEEDBACK_LIST), *map(_line, given)])))


def _schedules(random: Random) -> Iterator[Payload]:
    known = [odd_schedule(random, number) for number in range(random.choice((1, 25)))]
    yield from _sent(page("\n".join(map(line, known))))


def _schedule(random: Random) -> Iterator[Payload]:
    one = odd_schedule(random)
    lines = [card(one), *outcomes(one, [odd_entry(random, n) for n in range(60)])]
    yield from _sent(page("\n".join(lines), RemoveButton(one.id), KeepButton()))


def _next_times(random: Random) -> Iterator[Payload]:
    shown = list(next_times(odd_schedule(random), NOW))
    moments = [moment.partition(" · ")[2] for moment in shown]
    yield from _sent(page("\n".join(shown)), *moments)


def _welcome(random: Random) -> Iterator[Payload]:
    shown = title(odd_schedule(random))
    yield from _sent(page(say(schedule_texts.WELCOME, title=shown, when="Every day at 08:00")))


def _privacy(random: Random) -> Iterator[Payload]:
    yield from _sent(page(say(texts.PRIVACY_PAGE), EraseButton()))


def _help(random: Random) -> Iterator[Payload]:
    yield from _sent(page(say(texts.HELP_PAGE)))


def _choices(random: Random) -> Iterator[Payload]:
    """What is offered for each option while something odd is typed."""
    corpus = odd_corpus(random)
    named = tuple(SimpleNamespace(name=odd_text(random), aliases=(), loose=()) for _ in range(27))
    desk = SimpleNamespace(
        topics=named,
        questions=tuple(one.name for one in named),
        corpus=SimpleNamespace(names=SimpleNamespace(entries=named)),
    )
    services = SimpleNamespace(
        answerer=SimpleNamespace(corpus=corpus), desk=desk, standing=desk.questions
    )
    interaction: Any = SimpleNamespace(client=SimpleNamespace(services=services), guild_id=None)
    typed = random.choice(("", odd_text(random, 1)))
    for offer in (
        autocomplete.questions,
        autocomplete.topics,
        autocomplete.topics_and_questions,
        autocomplete.names,
        autocomplete.outlets,
        autocomplete.all_outlets,
        autocomplete.days,
        autocomplete.articles,
    ):
        yield _offered(_now(offer(interaction, typed)))
    yield _offered(choices([odd_schedule(random, number) for number in range(30)], typed))


def _now(coroutine: Coroutine[Any, Any, list[Choice[str]]]) -> list[Choice[str]]:
    """Return what is offered by a coroutine that has nothing to wait for."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        found: list[Choice[str]] = done.value
        return found
    raise AssertionError("it waits for something")


def _offered(found: list[Choice[str]]) -> Payload:
    return Payload(choices=[one.to_dict() for one in found])


SAYINGS: Final[Mapping[str, Callable[[Random], Iterator[Payload]]]] = {
    "refusal": _refusal,
    "settings": _settings,
    "feedback": _feedback,
    "schedules": _schedules,
    "schedule": _schedule,
    "next times": _next_times,
    "welcome": _welcome,
    "privacy": _privacy,
    "help": _help,
    "choices": _choices,
}
