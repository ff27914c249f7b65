"""Questions all the time, and an article that is added in the middle of them."""

import asyncio
import shutil
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bot.answers.answering import Answerer
from bot.answers.thesaurus import read_lexicon
from bot.app import build_answerer
from bot.corpus.loading import load
from bot.corpus.stamp import stamp_of
from bot.index.analysis import Analyser
from bot.rebuilding import rebuild_apart
from bot.reloading import Reloader
from bot.schedule.planning import Wish
from bot.serving import make_story
from bot.settings import Settings
from bot.slash.posting.posts import Posts
from tests.answers.conftest import ROOT, answerer_of
from tests.benchmarks.folder_questions import questions_on
from tests.discord_server import remote_discord
from tests.loopback.bot import LoopWatch, expected, questions, running_bot, settled

NEW = (
    "Lighthouse of Zembla painted\n\n"
    "The lighthouse of Zembla was painted green by Ada Orr, the mayor said on Monday.\n"
)
NEW_ENTRY = (
    '\n[[article]]\nfile = "new.txt"\noutlet = "The Harbour Light"\npublished = 2019-04-20\n'
)
ASKED = "Who painted the lighthouse of Zembla?"
SHIPPED = ROOT / "seeds"
EVERY = 0.5  # seconds between two looks
PATIENCE = 600.0


@dataclass
class Reloaded:
    """What was seen of it: each question's reply, the replies to one on the new article."""

    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, Any]] = field(default_factory=list)
    before: str = ""
    after: str = ""
    posted: str = ""
    status: str = ""
    violations: list[str] = field(default_factory=list)
    seconds: float = 0.0
    watch: LoopWatch = field(default_factory=LoopWatch)


async def reloaded(folder: Path, many: int, within: float, articles: Path = SHIPPED) -> Reloaded:
    """Runs the bot on a copy of some articles, adds one, and asks so many questions."""
    seeds, cache = folder / "seeds", folder / "cache"
    shutil.copytree(articles, seeds)
    settings = Settings(_env_file=None, seeds=seeds, cache=cache)

    lexicon = read_lexicon(Analyser().stem_all)

    def read() -> Answerer:
        return build_answerer(load(seeds, cache), settings, lexicon=lexicon)

    found = Reloaded()
    stamp = stamp_of(seeds)
    old = read()
    async with remote_discord() as discord:
        await discord.set_deadline(60)
        guild = await discord.add_guild("Newsroom", rights=8)
        channel = await discord.add_channel(guild, "general")
        people = [await discord.add_member(guild, f"reader{n}") for n in range(many)]
        person = await discord.add_member(guild, "editor")
        async with running_bot(discord, old, folder) as client:
            current = client.services.current
            rebuild = partial(rebuild_apart, seeds, cache)
            reloader = Reloader(seeds, stamp, current, rebuild, partial(make_story, read))
            await discord.ready(guild)
            found.before = await _reply(discord, person, channel)
            async with found.watch.watching():
                looking = asyncio.create_task(reloader.run(EVERY))
                asked = questions(many) if articles == SHIPPED else questions_on(articles, many)
                sent = [
                    (one, channel, "ask", {"question": question})
                    for one, question in zip(people, asked, strict=True)
                ]
                asking = asyncio.create_task(discord.slash_many(sent, within))
                await asyncio.sleep(EVERY)
                first = current.story
                (seeds / "new.txt").write_text(NEW, encoding="utf-8")
                with (seeds / "articles.toml").open("a", encoding="utf-8") as manifest:
                    manifest.write(NEW_ENTRY)
                began = asyncio.get_running_loop().time()
                async with asyncio.timeout(PATIENCE):
                    while current.story is first:  # noqa: ASYNC110  # nothing tells of it
                        await asyncio.sleep(0.02)
                found.seconds = asyncio.get_running_loop().time() - began
                found.after = await _reply(discord, person, channel)
                outcomes = await settled(discord, await asking, PATIENCE)
                await asyncio.sleep(2 * EVERY)  # what was replaced is dropped a look later
            status = await discord.slash(person, channel, "status")
            found.status = (await status.answered(PATIENCE)).text
            found.posted = await _posted(discord, client, guild, person)
            looking.cancel()
            await asyncio.gather(looking, return_exceptions=True)
        found.violations = await discord.violations()
    new = answerer_of(seeds)
    for question, outcome in zip(asked, outcomes, strict=True):
        kinds = [name for name, one in (("old", old), ("new", new))
                 if outcome.text == expected(one, question)]  # fmt: skip
        found.outcomes["/".join(kinds) or "wrong"] += 1
        if not kinds:
            found.wrong.append((question, outcome))
    return found


async def _reply(discord: Any, person: int, channel: int) -> str:
    pending = await discord.slash(person, channel, "ask", question=ASKED)
    text: str = (await pending.answered(PATIENCE)).text
    return text


async def _posted(discord: Any, client: Any, guild: int, owner: int) -> str:
    """What a schedule with a standing question posts now."""
    channel = await discord.add_channel(guild, "posts")
    scheduling = client.services.scheduling
    far_off = datetime.now(UTC) + timedelta(hours=12)
    wish = Wish(f"daily {far_off:%H:%M}", "UTC", what=f"question:{ASKED}")
    made = await scheduling.planner.add(wish, guild=guild, channel=channel, owner=owner)
    assert await scheduling.planner.run_now(made)
    posts = Posts(client)
    await posts._runner.round()
    await posts._runner.finish()
    await posts.stop(5)
    return "\n".join(str(message["components"]) for message in await discord.messages(channel))
