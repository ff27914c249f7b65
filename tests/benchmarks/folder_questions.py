"""Questions on any folder of articles, drawn from their words by a seed."""

import random
import re
from pathlib import Path

from bot.settings import shipped_seeds
from tests.loopback.bot import questions

_BEGINNINGS = ("What was said of", "Who knows about", "When will it be that", "Why is it that")
_FILES = 200
_TRIES = 20  # for each question
_SENTENCE = re.compile(r"(?<=[.!?”])\s+")


def questions_on(folder: Path | None, count: int, seed: int = 1) -> list[str]:
    """Return different questions; on the shipped articles, those of the question set come first."""
    found = dict.fromkeys([] if folder else questions(count))
    chance = random.Random(seed)
    files = sorted((folder or shipped_seeds()).rglob("*.txt"))
    if not files:
        raise SystemExit(f"{folder}: no articles (*.txt) in this folder: give one that has some")
    texts = [
        file.read_text("utf-8", "replace") for file in chance.sample(files, min(_FILES, len(files)))
    ]
    sentences = [each.split() for text in texts for each in _SENTENCE.split(text)]
    long = [words for words in sentences if len(words) > 8]
    for _ in range(_TRIES * count if long else 0):
        words = chance.choice(long)
        size = chance.randint(4, 8)
        begin = chance.randrange(len(words) - size)
        asked = " ".join((chance.choice(_BEGINNINGS), *words[begin : begin + size]))
        found[f"{asked.rstrip('.,;:?!”')}?"] = None
        if len(found) >= count:
            return list(found)[:count]
    raise SystemExit(f"{folder}: too little text for {count} different questions: ask fewer")
