"""Pauses of the event loop that come from Python itself are kept short."""

import gc

# What is made and dropped by some hundred questions; looking through it takes a millisecond or so.
_NEW_OBJECTS = 10_000
# Of the searches through those, every tenth goes further back, and one in a thousand through all
# that is not kept for good: the articles, and what is made of them.
_FURTHER, _SELDOM = 10, 100


def keep_pauses_short() -> None:
    """Count all that is there by now as kept for good: no search for garbage goes through it.

    Called once, when all code is loaded, which a search would take a tenth of a second for.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, _FURTHER, _SELDOM)


def drop_replaced() -> None:
    """Give back the memory of what was replaced, which a search would find only much later."""
    gc.collect()
