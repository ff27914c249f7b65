"""Channels that outlive every process: a file in which each post that arrives is written down.

It takes whatever is sent, the same nonce twice as well, so that it shows every double.
"""

import sqlite3
from collections import Counter
from contextlib import closing

from bot.store.entries import MessageReference


class Recorder:
    def __init__(self, path):
        self.path = path
        with self._open() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS posts (id INTEGER PRIMARY KEY, place INTEGER,"
                " mark TEXT, nonce TEXT, body TEXT)"
            )
        self.failures = {}
        """What sending or finding raises, by place: an error, or a list of one for each request."""
        self.searches = 0

    def _open(self):
        return closing(sqlite3.connect(self.path, timeout=60, isolation_level=None))

    def place(self, schedule):
        return Place(self, schedule.channel or schedule.user)

    def posts(self):
        """Return (place, body) of every post in the order they arrived."""
        with self._open() as connection:
            return connection.execute("SELECT place, body FROM posts ORDER BY id").fetchall()

    def doubles(self):
        with self._open() as connection:
            marks = [mark for (mark,) in connection.execute("SELECT mark FROM posts")]
        return [mark for mark, count in Counter(marks).items() if count > 1]

    def write(self, place, post, nonce):
        with self._open() as connection:
            done = connection.execute(
                "INSERT INTO posts (place, mark, nonce, body) VALUES (?, ?, ?, ?)",
                (place, post.mark.text, nonce, post.body),
            )
            return _reference(place, done.lastrowid)

    def read(self, place, mark):
        with self._open() as connection:
            found = connection.execute(
                "SELECT id FROM posts WHERE place = ? AND mark = ?", (place, mark.text)
            ).fetchone()
        return _reference(place, found[0]) if found else None


class Place:
    def __init__(self, recorder, number):
        self.recorder = recorder
        self.number = number

    def _fail(self):
        failure = self.recorder.failures.get(self.number)
        if isinstance(failure, list):
            failure = failure.pop(0) if failure else None
        if failure:
            raise failure

    async def send(self, post, nonce):
        self._fail()
        return self.recorder.write(self.number, post, nonce)

    async def find(self, mark):
        self._fail()
        self.recorder.searches += 1
        return self.recorder.read(self.number, mark)

    async def complete(self, post, message):
        self._fail()
        return ""


def _reference(place, number):
    return MessageReference(place, number, f"https://discord.example/{place}/{number}")
