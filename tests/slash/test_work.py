"""Work is done in turn off the event loop, and brought to an end at a stop."""

import asyncio
import threading

import pytest

from bot.slash.work import Work


async def test_only_so_many_answers_are_worked_out_at_once_and_the_loop_stays_free():
    work = Work(2)
    at_once, most, loop_thread = 0, 0, threading.get_ident()
    lock, two_begun, go_on = threading.Lock(), threading.Event(), threading.Event()

    def answer() -> int:
        nonlocal at_once, most
        assert threading.get_ident() != loop_thread
        with lock:
            at_once += 1
            most = max(most, at_once)
            if at_once == 2:
                two_begun.set()
        go_on.wait(10)
        with lock:
            at_once -= 1
        return 1

    tasks = [asyncio.create_task(work.run(answer)) for _ in range(6)]
    await asyncio.to_thread(two_begun.wait, 10)
    go_on.set()
    assert sum(await asyncio.gather(*tasks)) == 6
    assert most == 2


async def test_a_stop_waits_for_what_is_in_flight_and_no_longer_than_allowed():
    work = Work()
    done = asyncio.Event()

    async def piece() -> None:
        with work.item():
            await done.wait()

    task = asyncio.create_task(piece())
    await asyncio.sleep(0)
    work.stop()
    assert work.stopping
    assert not await work.finish(0.01)
    assert work.in_flight == 1
    done.set()
    assert await work.finish(10)
    await task
    assert work.in_flight == 0


async def test_a_failure_ends_its_piece_of_work():
    work = Work()
    with pytest.raises(ZeroDivisionError), work.item():
        _ = 1 / 0
    assert await work.finish(0)


async def test_hundreds_at_once_wait_in_the_order_they_came():
    work = Work(1)
    inside, most, begun = 0, 0, []

    async def piece(number: int) -> None:
        nonlocal inside, most
        async with work.queued():
            begun.append(number)
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*map(piece, range(200)))
    assert begun == list(range(200))
    assert most == 4
