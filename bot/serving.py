"""The running bot: the core, the store and Discord put together."""

import asyncio
import logging
import time
from datetime import UTC, datetime, timedelta

from discord import VoiceClient

from bot.answers.answering import Answerer
from bot.answers.verification import Verifier
from bot.briefings.desk import Desk, desk_of
from bot.briefings.pictures.rendering import can_render
from bot.corpus.article import Corpus
from bot.pauses import keep_pauses_short
from bot.settings import Settings
from bot.slash.client import BriefingClient
from bot.slash.cooldown import Cooldown
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


def serve(corpus: Corpus, answerer: Answerer, settings: Settings, token: str) -> None:
    """Run the bot until it is told to stop; raises ServingError and LanguageError."""
    languages = read_languages()
    # What the first questions would do bit by bit is done before anybody waits.
    answerer.prepare()
    desk = desk_of(answerer)
    desk.prepare()
    # discord.py would warn of voice, which the bot has no part in.
    VoiceClient.warn_nacl = VoiceClient.warn_dave = False
    keep_pauses_short()
    try:
        asyncio.run(_serve(corpus, desk, settings, token, languages))
    except (StoreError, OutOfReachError) as error:
        raise ServingError(str(error)) from error


async def _serve(
    corpus: Corpus, desk: Desk, settings: Settings, token: str, languages: Languages = ENGLISH
) -> None:
    with StopSignals() as stop:
        url = settings.database_url.get_secret_value()
        database = await stop.unless_asked(open_database(url, upgrade_apart))
        if database is None:
            log.warning(STOPPED)
            return
        work = TrackedWork()
        services = build_services(corpus, desk, settings, database, work)
        forgetting = asyncio.create_task(_forget(services.conversations))
        try:
            client = BriefingClient(services, languages)
            client.writing.start()
            await run_until_stopped(client, token, stop, work, Posts(client))
        finally:
            forgetting.cancel()
            await asyncio.gather(forgetting, return_exceptions=True)
            await database.close()


def build_services(
    corpus: Corpus, desk: Desk, settings: Settings, database: Database, work: Work
) -> Services:
    """Put together what the client's commands work with."""
    pictures = can_render()
    scheduling = scheduling_of(database, desk, _now, pictures=pictures)
    return Services(
        answerer=desk.answerer,
        verifier=Verifier(corpus),
        desk=desk,
        guilds=Guilds(database),
        feedback=FeedbackLog(database),
        conversations=Conversations(database, timedelta(minutes=settings.conversation_minutes)),
        questions=Questions(database),
        state=State(database),
        scheduling=scheduling,
        now=_now,
        chat=settings.chat,
        cooldown=Cooldown(settings.questions_per_minute, time.monotonic),
        standing=desk.questions,
        pictures=pictures,
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
