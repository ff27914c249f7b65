"""Commands are sent to Discord only when they differ from those sent before."""

import hashlib
import json
import logging
from typing import Any

import discord
from discord import app_commands

from bot.store.state import State

log = logging.getLogger(__name__)


async def sync_if_changed(tree: app_commands.CommandTree[Any], state: State) -> bool:
    """Sync the commands if their hash has changed; return whether it was done."""
    key = f"commands of {tree.client.application_id}"
    current = await tree_hash(tree)
    if await state.get(key) == current:
        return False
    try:
        await tree.sync()
    except discord.HTTPException as error:
        # The commands of before still work; the next start tries again.
        log.error("commands were not synced with Discord: %s", error)  # noqa: TRY400
        return False
    await state.put(key, current)
    log.info("commands synced with Discord")
    return True


async def tree_hash(tree: app_commands.CommandTree[Any]) -> str:
    """Return a hash of everything Discord is told of the commands, translations included."""
    payload = []
    for kind in discord.AppCommandType:
        for command in tree.get_commands(type=kind):
            if tree.translator:
                payload.append(await command.get_translated_payload(tree, tree.translator))
            else:
                payload.append(command.to_dict(tree))
    payload.sort(key=lambda command: (command.get("type", 1), command["name"]))
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
