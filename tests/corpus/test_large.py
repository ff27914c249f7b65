"""Large files and hostile lines take time in proportion to their length, no more."""

import time
from pathlib import Path

import pytest

from bot.corpus.loading import load
from bot.corpus.manifest import Entry
from bot.corpus.splitting import split
from tests.corpus.folders import entry, write

ENTRY = Entry(file="story.txt", outlet="The Daily Harbour", authors=("Jane Orr",))
MILLION = 1_000_000


def story(length: int) -> str:
    paragraphs = (
        f"Ship number {n} left the harbour at dawn on day {n % 365}, with {n % 90} tonnes of salt on "
        f"board, the harbour master said. “It was seen by {n} people,” said one of them. It has "
        f"not come back since, and nobody has asked for it in {n} days.\n\n"
        for n in range(length // 180)
    )
    return "Harbour loses ten thousand ships in a year\n\n" + "".join(paragraphs)


def seconds(text: str) -> float:
    started = time.perf_counter()
    split(text, ENTRY)
    return time.perf_counter() - started


def test_a_file_of_ten_megabytes_loads(tmp_path: Path) -> None:
    text = story(10 * MILLION)
    assert len(text) > 10 * MILLION
    one = seconds(text[:MILLION])
    write(tmp_path, entry(), story_txt=text)
    started = time.perf_counter()
    corpus = load(tmp_path)
    taken = time.perf_counter() - started
    ships = text.count("Ship number")
    assert len(corpus.sentences) == 1 + 3 * ships
    assert corpus.sentences[-1].paragraph == 1 + ships
    assert text[corpus.sentences[-1].end :] == "\n\n"
    assert taken < 40 * one + 5


@pytest.mark.parametrize(
    "repeated",
    [
        "a",
        "A",
        "Ab ",
        "May ",
        ".",
        "(",
        '"',
        "a@",
        "http:/",
        "\u200b",
        "\n",
        "a\n",
        "By Jane Orr and Bo Lane\n",
        "“We saw it all from the quay at dawn.”\n",
        "The board met again\n",
        "The board met and agreed on it. ",
    ],
)
def test_hostile_text_takes_time_in_proportion(repeated: str) -> None:
    short, long = 10_000, 100_000
    before = seconds(repeated * (short // len(repeated)))
    after = seconds(repeated * (long // len(repeated)))
    # Ten times the text; twice that squared would be two hundred times.
    assert after < 40 * before + 1


def test_a_long_menu_before_the_story_takes_time_in_proportion() -> None:
    before, after = (
        seconds("\n".join(f"Where to go on day number {n}" for n in range(lines)) + story(2000))
        for lines in (2_000, 20_000)
    )
    assert after < 25 * before + 1


def test_a_very_long_paragraph_is_cut_into_its_sentences() -> None:
    sentences = [f"Ship number {n} left the harbour at dawn." for n in range(20_000)]
    found = split(" ".join(sentences), ENTRY)
    assert [sentence.text for sentence in found] == sentences
    assert {sentence.paragraph for sentence in found} == {1}
