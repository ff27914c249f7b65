"""Runs a loopback Discord until it is told to stop: `python -m tests.discord_server --port 4000`.

The first line on standard output is JSON with its address and the bot's token.
"""

import argparse
import asyncio
import json
import signal

from tests.discord_server.server import TOKEN, LoopbackDiscord


async def serve(port: int, token: str) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    async with LoopbackDiscord(port=port, token=token) as discord:
        print(json.dumps({"url": discord.url, "token": token}), flush=True)
        await stopping.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.discord_server", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes any free port")
    parser.add_argument("--token", default=TOKEN, help="the bot's token")
    given = parser.parse_args()
    asyncio.run(serve(given.port, given.token))


if __name__ == "__main__":
    main()
