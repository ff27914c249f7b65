"""Runs another module against a loopback Discord.

`python -m tests.discord_server.against http://127.0.0.1:4000 bot run` is `python -m bot run`, with
every route and every gateway at that address.
"""

import runpy
import sys

from tests.discord_server.pointing import point


def main() -> None:
    point(sys.argv[1])
    module = sys.argv[2]
    sys.argv = sys.argv[2:]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
