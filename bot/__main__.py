"""`python -m bot`, and the installed script `briefing-bot`."""

import os
import sys

# rank-bm25 brings NumPy, whose threads the bot never uses and would only pay for at start.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def run() -> None:
    """Run the command line and leave with its status."""
    from bot.app import main

    sys.exit(main())


if __name__ == "__main__":
    run()
