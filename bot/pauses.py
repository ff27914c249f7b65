"""Pauses of the event loop that come from Python itself are kept short."""

import gc

# What is made and dropped by some hundred questions; looking through it takes a millisecond or so.
_NEW_OBJECTS = 10_000


def keep_pauses_short() -> None:
    """Count all that is there by now as kept for good: no search for garbage goes through it.

    Called once, when everything is loaded: a search through all of it takes a fifth of a second.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)
