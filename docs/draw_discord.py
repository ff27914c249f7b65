"""Draw pictures of real replies: the real client in a simulated Discord, shown by Chromium.

Run from the project's folder, with `simcord[preview]` and `playwright` installed:
`python docs/draw_discord.py [path of Chromium]`.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import simcord
from playwright.async_api import Browser, async_playwright

from bot.app import build_answerer
from bot.briefings.desk import desk_of
from bot.corpus.loading import load
from bot.serving import build_services
from bot.settings import read_settings
from bot.slash.client import BriefingClient
from bot.slash.current import Current, story_of
from bot.slash.running import TrackedWork
from bot.store.database import open_database

DOCS = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
# Without these Chromium would look for Google's hosts at every start.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PICTURES: dict[str, tuple[str, dict[str, Any]]] = {
    "ask": ("ask", {"question": "When will Biegun travel to Russia?"}),
    "not-found": ("ask", {"question": "What did Macron say about the summit?"}),
    "brief": ("brief", {}),
}


@asynccontextmanager
async def client() -> AsyncIterator[BriefingClient]:
    """Build the client over the shipped articles and a database of its own."""
    settings = read_settings()
    corpus = load(settings.seeds, settings.cache)
    current = Current(story_of(desk_of(build_answerer(corpus, settings))))
    with tempfile.TemporaryDirectory() as folder:
        database = await open_database(f"sqlite:///{folder}/bot.db")
        services = build_services(current, settings, database, TrackedWork())
        yield BriefingClient(services, shard_count=1)
        await database.close()


async def draw(chromium: str) -> None:
    """Ask for each reply and take its picture."""
    async with client() as bot, simcord.run(bot) as env, async_playwright() as playwright:
        env.backend.bot_user.global_name = "Briefing Bot"
        guild = env.create_guild("Newsroom")
        channel, reader = (
            guild.create_text_channel("summit"),
            guild.add_member(env.create_user("Reader")),
        )
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, (command, options) in PICTURES.items():
            await reader.slash(channel, command, **options)
            await picture(env.preview(channel, viewers=[reader], width=720), browser, name)
        await browser.close()


async def picture(preview: Any, browser: Browser, name: str) -> None:
    """Write the newest message as a picture."""
    async with preview:
        page = await browser.new_page(viewport={"width": 1100, "height": 2400})
        await page.goto(preview.url)
        message = page.locator("article.message-surface")
        await message.wait_for()
        await page.wait_for_load_state("networkidle")
        await message.screenshot(path=DOCS / f"{name}.png")
        await page.close()


if __name__ == "__main__":
    asyncio.run(draw(sys.argv[1] if len(sys.argv) > 1 else CHROMIUM))
