"""When things happen: temporal expressions of a text, resolved from its publication date."""
