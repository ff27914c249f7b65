"""A briefing bot that answers only with sentences that stand in its articles."""

__version__ = "0.1.0"
