"""Processes that post to a recorder under fire."""

from collections import Counter

from tests.schedule import worker
from tests.schedule.killing import due_now, judged, kill_until_done


async def kill_until_recorded(url, recorder, editions, plan):
    """Let editions come round, each in a channel of its own, and post them under fire."""
    channels = range(1, editions + 1)
    await due_now(url, 1, channels)
    deaths = recorder.path.with_suffix(".deaths")
    kills = await kill_until_done(worker.run, (url, recorder.path), deaths, plan)
    posts = Counter(place for place, _ in recorder.posts())
    return await judged(url, {channel: posts[channel] for channel in channels}, kills)
