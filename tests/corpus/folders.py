"""Corpus folders made on the spot."""

from pathlib import Path

from bot.corpus.article import Corpus
from bot.corpus.errors import CorpusError, Problem
from bot.corpus.loading import load

STORY = (
    "Council agrees to mend the harbour bridge\n\n"
    "The council agreed on Monday to mend the harbour bridge, which has been closed to all traffic "
    "since the storm of last winter. The work is to take a year.\n\n"
    "Nobody will lose a job over it, the mayor told a meeting in the town hall on Monday night.\n"
)


def entry(file: str = "story.txt", /, **fields: str) -> str:
    """Return an `[[article]]` table; fields are given as TOML stands in a file."""
    told = {"file": f'"{file}"', "outlet": '"The Harbour Light"', **fields}
    return "\n".join(["[[article]]", *(f"{key} = {value}" for key, value in told.items()), ""])


def write(folder: Path, manifest: str | bytes, **files: str | bytes) -> Path:
    """Write a folder of articles; a file is named with an underscore for its dot."""
    named = {name.replace("_", "."): content for name, content in files.items()}
    for name, content in {"articles.toml": manifest, **named}.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(data)
    return folder


def load_one(folder: Path, story: str | bytes, **fields: str) -> Corpus:
    """Load a folder that holds one article."""
    return load(write(folder, entry(**fields), story_txt=story))


def faults(folder: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a folder that can't be loaded."""
    try:
        load(folder)
    except CorpusError as error:
        return error.problems
    raise AssertionError("the folder was loaded")
