"""From a question to quotes that answer it, or to an honest "the articles do not say"."""
