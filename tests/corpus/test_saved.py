"""What is kept is whole or not there, whenever the process that keeps it dies."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from bot.corpus.saved import kept_fingerprints, open_saved, save
from tests.corpus.saver import arrays_of, words_of

ROOT = Path(__file__).resolve().parents[2]


def is_whole(folder, number):
    found = open_saved(folder, str(number))
    return (
        found is not None
        and found.words == words_of(number)
        and found.arrays.keys() == arrays_of(number).keys()
        and all((found.arrays[name] == array).all() for name, array in arrays_of(number).items())
    )


def test_what_is_kept_is_read_back_from_mapped_files(tmp_path):
    save(tmp_path, "1", arrays_of(1), words_of(1))
    assert is_whole(tmp_path, 1)
    numbers = open_saved(tmp_path, "1").arrays["numbers"]
    assert isinstance(numbers.base, np.memmap)
    assert type(numbers) is np.ndarray
    with pytest.raises(ValueError, match="read-only"):
        numbers[0] = 5


def test_another_fingerprint_finds_nothing(tmp_path):
    assert open_saved(tmp_path, "1") is None
    save(tmp_path, "1", arrays_of(1), words_of(1))
    assert open_saved(tmp_path, "2") is None


def test_the_two_newest_stay(tmp_path):
    for number in range(4):
        save(tmp_path, str(number), arrays_of(number), words_of(number))
        os.utime(next(tmp_path.glob(f"index-{number}/contents.json")), (number, number))
    assert kept_fingerprints(tmp_path) == ["3", "2"]
    assert [is_whole(tmp_path, number) for number in range(4)] == [False, False, True, True]
    assert {path.name for path in tmp_path.iterdir()} == {"index-2", "index-3"}


@pytest.mark.parametrize("damage", ["cut", "gone", "contents"])
def test_what_is_damaged_counts_as_missing_and_is_made_anew(tmp_path, damage):
    save(tmp_path, "1", arrays_of(1), words_of(1))
    file = tmp_path / "index-1" / ("contents.json" if damage == "contents" else "weights.npy")
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:50])
    assert open_saved(tmp_path, "1") is None
    save(tmp_path, "1", arrays_of(1), words_of(1))
    assert is_whole(tmp_path, 1)


def test_what_a_crash_left_is_removed_in_time(tmp_path):
    for name, age in (("old", 7200), ("new", 60)):
        left = tmp_path / f".unfinished-{name}"
        left.mkdir()
        os.utime(left, (time.time() - age,) * 2)
    save(tmp_path, "1", arrays_of(1), words_of(1))
    assert {path.name for path in tmp_path.iterdir()} == {".unfinished-new", "index-1"}


def test_killed_at_any_moment_it_leaves_a_whole_index(tmp_path):
    """Fifty times, and what was kept last is there each time."""
    chance = random.Random(4)
    save(tmp_path, "0", arrays_of(0), words_of(0))
    last = killed = 0
    while killed < 50:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.corpus.saver", str(tmp_path), str(last + 1)],
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        )
        said = [process.stdout.readline()]
        # Many kills from one start, which takes longer than what is tested.
        time.sleep(chance.random() * 0.02)
        process.send_signal(signal.SIGKILL)
        said += process.communicate()[0].splitlines()
        killed += 1
        last = max(last, *[int(line) for line in said if line.strip()])
        newest = int(kept_fingerprints(tmp_path)[0])
        assert newest in {last, last + 1}
        assert is_whole(tmp_path, newest)
        last = newest
