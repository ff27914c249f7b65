"""`python -m bot`, and the installed script `briefing-bot`."""

import gc
import os
import sys

# rank-bm25 brings NumPy, whose threads the bot never uses and would only pay for at start.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Pydantic would look through every installed package for plugins; the bot uses none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def run() -> None:
    """Run the command line and leave with its status."""
    # Nearly all that is made at the start stays; searching it for garbage costs a tenth of it.
    gc.set_threshold(100_000)
    from bot.app import main

    sys.exit(main())


if __name__ == "__main__":
    run()
