"""`python -m bot`, and the installed script `briefing-bot`."""

import gc
import importlib
import importlib.util
import os
import sys
from types import ModuleType

# rank-bm25 brings NumPy, whose threads the bot never uses and would only pay for at start.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Pydantic would look through every installed package for plugins; the bot uses none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class LaterModule(ModuleType):
    """Stands for a module until something of it is asked for, and is then replaced by it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__spec__ = importlib.util.find_spec(name)
        self.__path__ = (
            list(self.__spec__.submodule_search_locations or ()) if self.__spec__ else []
        )

    def __getattr__(self, name: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


def run() -> None:
    """Run the command line and leave with its status."""
    # Nearly all that is made at the start stays; searching it for garbage again and again is waste.
    gc.set_threshold(100_000)
    # pydantic-settings imports it for a feature not used here, at a sixth of a question's cost.
    sys.modules.setdefault("asyncio", LaterModule("asyncio"))
    from bot.app import main

    sys.exit(main())


if __name__ == "__main__":
    run()
