"""The running bot: the core, the store and Discord put together."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from discord import VoiceClient

from bot.answers.answering import Answerer
from bot.briefings.desk import desk_of
from bot.briefings.pictures.rendering import can_render
from bot.corpus.stamp import stamp_of
from bot.pauses import keep_pauses_short
from bot.rebuilding import rebuild_apart
from bot.reloading import Reloader
from bot.settings import Settings
from bot.slash.client import BriefingClient
from bot.slash.cooldown import Cooldown
from bot.slash.current import Current, Story, story_of
from bot.slash.languages import read_languages
from bot.slash.posting.posts import Posts
from bot.slash.running import OutOfReachError, StopSignals, TrackedWork, run_until_stopped
from bot.slash.scheduling import scheduling_of
from bot.slash.services import Services
from bot.slash.translating import ENGLISH, Languages
from bot.slash.work import Work
from bot.stopping import STOPPED
from bot.store.apart import upgrade_apart
from bot.store.conversations import Conversations
from bot.store.database import Database, open_database
from bot.store.errors import StoreError
from bot.store.feedback import FeedbackLog
from bot.store.guilds import Guilds
from bot.store.questions import Questions
from bot.store.state import State

log = logging.getLogger(__name__)

_FORGETTING = 300  # seconds between two looks for conversations that are over


class ServingError(Exception):
    """Discord or the database is out of reach; the message says which, and the cure."""


def serve(read: Callable[[], Answerer], settings: Settings, token: str) -> None:
    """Run the bot until it is told to stop; raises ServingError and LanguageError.

    `read` reads the articles: at the start, and each time they have changed.
    """
    languages = read_languages()
    # discord.py would warn of voice, which the bot has no part in.
    VoiceClient.warn_nacl = VoiceClient.warn_dave = False
    keep_pauses_short()
    make = partial(make_story, read)
    stamp = stamp_of(settings.seeds)
    current = Current(make())
    rebuild = partial(rebuild_apart, settings.seeds, settings.cache)
    reloader = Reloader(settings.seeds, stamp, current, rebuild, make)
    try:
        asyncio.run(_serve(current, settings, token, languages, reloader))
    except (StoreError, OutOfReachError) as error:
        raise ServingError(str(error)) from error


def make_story(read: Callable[[], Answerer]) -> Story:
    """Make a story of the articles, with all done that its first questions would else wait for."""
    answerer = read()
    answerer.prepare()
    desk = desk_of(answerer)
    desk.prepare()
    return story_of(desk, pictures=can_render())


async def _serve(
    current: Current,
    settings: Settings,
    token: str,
    languages: Languages = ENGLISH,
    reloader: Reloader | None = None,
) -> None:
    with StopSignals() as stop:
        url = settings.database_url.get_secret_value()
        database = await stop.unless_asked(open_database(url, upgrade_apart))
        if database is None:
            log.warning(STOPPED)
            return
        work = TrackedWork()
        services = build_services(current, settings, database, work)
        beside = [asyncio.create_task(_forget(services.conversations))]
        if reloader and settings.reload_seconds:
            beside.append(asyncio.create_task(reloader.run(settings.reload_seconds)))
        try:
            client = BriefingClient(services, languages)
            client.writing.start()
            await run_until_stopped(client, token, stop, work, Posts(client))
        finally:
            for task in beside:
                task.cancel()
            await asyncio.gather(*beside, return_exceptions=True)
            await database.close()


def build_services(
    current: Current, settings: Settings, database: Database, work: Work
) -> Services:
    """Put together what the client's commands work with."""
    scheduling = scheduling_of(database, current, _now)
    return Services(
        current=current,
        guilds=Guilds(database),
        feedback=FeedbackLog(database),
        conversations=Conversations(database, timedelta(minutes=settings.conversation_minutes)),
        questions=Questions(database),
        state=State(database),
        scheduling=scheduling,
        now=_now,
        chat=settings.chat,
        cooldown=Cooldown(settings.questions_per_minute, time.monotonic),
        pictures=can_render(),
        posting=scheduling.channels,
        next_post=scheduling.next_post,
        work=work,
    )


async def _forget(conversations: Conversations) -> None:
    """Delete conversations that are over, for as long as the bot runs."""
    while True:
        try:
            await conversations.expire(_now())
        except StoreError as error:
            log.warning("conversations that are over are still kept: %s", error)
        await asyncio.sleep(_FORGETTING)


def _now() -> datetime:
    return datetime.now(UTC)
