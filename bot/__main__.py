"""`python -m bot`, and the installed script `briefing-bot`."""

import gc
import importlib
import importlib.util
import os
import sys
from collections.abc import Collection
from types import ModuleType
from typing import Any

from bot.stopping import end_when_told

# rank-bm25 brings NumPy, whose threads the bot never uses and would only pay for at start.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Pydantic would look through every installed package for plugins; the bot uses none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class LaterModule(ModuleType):
    """Stands for a module until something of it is asked for, and is then replaced by it.

    Its `functions` may be asked for at no cost; the module is loaded when one is called.
    """

    def __init__(self, name: str, functions: Collection[str] = ()) -> None:
        super().__init__(name)
        self.__spec__ = importlib.util.find_spec(name)
        self.__path__ = (
            list(self.__spec__.submodule_search_locations or ()) if self.__spec__ else []
        )
        self._functions = functions

    def __getattr__(self, name: str) -> Any:
        def call(*given: Any, **named: Any) -> Any:
            return getattr(self._load(), name)(*given, **named)

        return call if name in self._functions else getattr(self._load(), name)

    def _load(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return importlib.import_module(self.__name__)


def run() -> None:
    """Run the command line and leave with its status."""
    if next((word for word in sys.argv[1:] if not word.startswith("-")), "") == "run":
        end_when_told()
    # Nearly all that is made at the start stays; searching it for garbage again and again is waste.
    gc.set_threshold(1_000_000)
    # Pydantic imports these for features not used here, at a fifth of a question's cost.
    sys.modules.setdefault("asyncio", LaterModule("asyncio"))
    if "importlib.metadata" not in sys.modules:
        metadata = LaterModule("importlib.metadata", ("entry_points", "version"))
        sys.modules["importlib.metadata"] = metadata
        vars(importlib)["metadata"] = metadata
    from bot.app import main

    sys.exit(main())


if __name__ == "__main__":
    run()
