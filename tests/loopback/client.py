"""A small client of discord.py, with one of everything, to test the loopback Discord itself."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import app_commands, ui

from tests.discord_server import LoopbackDiscord, pointed_at

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Why(ui.Modal, title="Why?"):
    reason: ui.Label[Any] = ui.Label(text="Reason", component=ui.TextInput(max_length=50))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        field = self.reason.component
        assert isinstance(field, ui.TextInput)
        await interaction.response.send_message(f"because {field.value}", ephemeral=True)


class Buttons(ui.LayoutView):
    def __init__(self, text: str) -> None:
        super().__init__(timeout=None)
        container: ui.Container[Any] = ui.Container()
        container.add_item(ui.TextDisplay(text))
        row: ui.ActionRow[Any] = ui.ActionRow()
        more: ui.Button[Any] = ui.Button(label="More", custom_id="more")
        wrong: ui.Button[Any] = ui.Button(label="Wrong", custom_id="wrong")
        more.callback = self.more  # type: ignore[method-assign]
        wrong.callback = self.wrong  # type: ignore[method-assign]
        row.add_item(more)
        row.add_item(wrong)
        row.add_item(ui.Button(label="Article", url="https://example.org/a"))
        container.add_item(row)
        self.add_item(container)

    async def more(self, interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(view=Buttons("and more"))

    async def wrong(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Why())


class SmallClient(discord.AutoShardedClient):
    """Commands: echo (deferred), now (at once), slow, picture; a menu; and it answers messages."""

    def __init__(self, **options: Any) -> None:
        super().__init__(intents=options.pop("intents", INTENTS), **options)
        self.tree = app_commands.CommandTree(self)
        self.heard: list[discord.Message] = []
        self.resumes = 0
        self.errors: list[BaseException] = []
        self._add_commands()

    async def setup_hook(self) -> None:
        self.add_view(Buttons("x"))
        await self.tree.sync()

    async def before_identify_hook(self, _shard: int | None, *, initial: bool = False) -> None:
        """The loopback takes any number of clients at once: no waiting between them."""

    async def on_message(self, message: discord.Message) -> None:
        if message.author != self.user:
            self.heard.append(message)

    async def on_shard_resumed(self, _shard: int) -> None:
        self.resumes += 1

    def _add_commands(self) -> None:
        tree = self.tree

        @tree.command(description="Says it again, after a while")
        @app_commands.allowed_installs(guilds=True, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def echo(interaction: discord.Interaction, text: str) -> None:
            await interaction.response.defer(thinking=True)
            await interaction.followup.send(view=Buttons(text))

        @echo.autocomplete("text")
        async def texts(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
            return [app_commands.Choice(name=f"{typed}{n}", value=f"{typed}{n}") for n in range(3)]

        @tree.command(description="Says it at once, for you alone")
        async def now(interaction: discord.Interaction, text: str) -> None:
            await interaction.response.send_message(text, ephemeral=True)

        @tree.command(description="Takes its time")
        async def slow(
            interaction: discord.Interaction, seconds: app_commands.Range[float, 0, 60]
        ) -> None:
            await asyncio.sleep(seconds)
            await interaction.response.send_message("at last")

        @tree.command(description="Only for those who manage the server")
        @app_commands.default_permissions(manage_guild=True)
        @app_commands.guild_only()
        async def manage(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("managed")

        group = app_commands.Group(name="settings", description="Settings")

        @group.command(description="Shows them")
        async def show(interaction: discord.Interaction, channel: discord.TextChannel) -> None:
            await interaction.response.send_message(f"{channel.name} of {interaction.guild}")

        tree.add_command(group)

        @tree.context_menu(name="Find sources")
        async def find(interaction: discord.Interaction, message: discord.Message) -> None:
            await interaction.response.send_message(f"found {message.content}", ephemeral=True)

        @tree.error
        async def failed(_: discord.Interaction, error: app_commands.AppCommandError) -> None:
            self.errors.append(error)


@asynccontextmanager
async def running(
    server: LoopbackDiscord, client: discord.Client | None = None
) -> AsyncIterator[Any]:
    """A client that is connected to the loopback and closed at the end."""
    made = client or SmallClient()
    logging.getLogger("discord").setLevel(logging.ERROR)
    with pointed_at(server.url):
        task = asyncio.create_task(made.start(server.token))
        try:
            ready = asyncio.create_task(made.wait_until_ready())
            await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED, timeout=20)
            if task.done():
                ready.cancel()
                task.result()
            yield made
        finally:
            await made.close()
            await asyncio.gather(task, return_exceptions=True)
