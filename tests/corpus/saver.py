"""Keeps one index after another, until it is killed: its place and its first number are given."""

import sys
from itertools import count
from pathlib import Path

import numpy as np

from bot.corpus.saved import save


def arrays_of(number):
    return {
        "numbers": np.full(20_000, number, np.int32),
        "weights": np.arange(20_000) * float(number),
        "none": np.zeros(0, np.int64),
    }


def words_of(number):
    return {"terms": [f"term {number}", 'a "quoted"\nline', "\ud800", "é"] * 500}


def main():
    for number in count(int(sys.argv[2])):
        save(Path(sys.argv[1]), str(number), arrays_of(number), words_of(number))
        print(number, flush=True)


if __name__ == "__main__":
    main()
