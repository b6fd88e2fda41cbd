"""Short predictions are answered in the thread of the event loop, all others in threads of their own."""

import asyncio
import gc
import threading
import weakref

import numpy as np
import pytest
from PIL import Image
from starlette.testclient import TestClient

from demo import headless
from demo.api import worker_pool
from demo.api.worker_pool import Busy, TooLate, WorkerPool
from demo.inference.classifier import SHORT
from demo.inference.predictor import Predictor
from demo.settings import Settings
from tests.server.image_files import encoded

WHITE = Image.fromarray(np.full((224, 224, 3), 255, np.uint8))
PNG, JPEG = encoded(WHITE, "PNG"), encoded(WHITE, "JPEG")


@pytest.fixture
def threads(monkeypatch) -> list[bool]:
    """For each prediction, whether it was made in a thread of the pool."""
    seen, answer = [], Predictor.from_bytes

    def noted(*arguments):
        seen.append(threading.current_thread().name.startswith("worker"))
        return answer(*arguments)

    monkeypatch.setattr(Predictor, "from_bytes", noted)
    return seen


def test_only_a_small_picture_for_a_model_that_is_known_to_be_short_is_answered_on_the_loop(threads):
    settings = Settings(threads=1)
    predictor = headless.load(settings)
    app = headless.create(predictor, settings)
    client = TestClient(app)  # without its start, which would run a model

    def in_the_pool(body: bytes) -> bool:
        assert client.post("/api/predict", content=body).status_code == 200
        return threads.pop()

    classifiers = predictor.classifiers
    assert in_the_pool(PNG)  # nobody knows yet
    classifiers.load(classifiers.find()).note(SHORT / 2)  # as this machine may be too busy to learn it
    assert not in_the_pool(PNG)
    assert in_the_pool(JPEG)
    assert not classifiers.is_short(classifiers.find("photo"))


def test_a_model_that_has_never_been_short_is_not(monkeypatch):
    classifiers = headless.load(Settings(threads=1)).classifiers
    choice = classifiers.find()
    loaded = classifiers.load(choice)
    assert not classifiers.is_short(choice)
    loaded.note(SHORT * 1.1)
    assert not classifiers.is_short(choice)
    loaded.note(SHORT * 0.9)
    loaded.note(SHORT * 5)  # others had the core
    assert classifiers.is_short(choice)


def test_short_calls_are_made_in_their_order_and_the_loop_goes_on_between_two_bursts(monkeypatch):
    monkeypatch.setattr(worker_pool, "BURST", 0)

    async def ask() -> list:
        pool, order = WorkerPool(1, 9), []

        async def one(number: int) -> None:
            assert (await pool.run_here(20, order.append, number))[0] is None

        def tick() -> None:
            order.append("tick")
            if order.count("tick") < 20:
                asyncio.get_running_loop().call_soon(tick)

        tasks = [asyncio.create_task(one(number)) for number in range(3)]
        asyncio.get_running_loop().call_soon(tick)
        await asyncio.gather(*tasks)
        return order

    order = asyncio.run(ask())
    assert [each for each in order if each != "tick"] == [0, 1, 2]
    turns = [order.index(number) for number in range(3)]
    assert all("tick" in order[before:after] for before, after in zip(turns, turns[1:]))


def test_one_more_request_than_are_allowed_is_refused_among_short_ones_too():
    async def ask() -> list:
        pool = WorkerPool(1, 2)

        async def one() -> int:
            with pool.slot():
                return (await pool.run_here(20, pow, 2, 3))[0]

        return await asyncio.gather(*(one() for _ in range(3)), return_exceptions=True)

    *answered, refused = asyncio.run(ask())
    assert answered == [8, 8] and isinstance(refused, Busy)


def test_a_short_call_whose_turn_comes_too_late_is_not_made():
    made = []

    async def ask() -> None:
        with pytest.raises(TooLate, match="not ready in time"):
            await WorkerPool(1, 9).run_here(-1, made.append, 1)

    asyncio.run(ask())
    assert not made


def test_a_call_that_fails_or_is_given_up_does_not_hold_up_the_next():
    async def ask() -> list:
        pool, made = WorkerPool(1, 9), []
        tasks = [
            asyncio.create_task(pool.run_here(20, function, 4))
            for function in (made.append, made.index, made.append, made.append)
        ]
        await asyncio.sleep(0)  # all wait for their turns
        tasks[0].cancel()
        tasks[2].cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert [type(each) for each in results[:3]] == [asyncio.CancelledError, ValueError, asyncio.CancelledError]
        assert (await pool.run_here(20, len, made))[0] == 1  # nothing is left of them
        return made

    assert asyncio.run(ask()) == [4]


def test_a_loop_that_has_ended_does_not_hold_up_the_calls_of_another():
    pool, made = WorkerPool(1, 9), []

    async def leave() -> None:
        asyncio.create_task(pool.run_here(20, made.append, "left"))
        await asyncio.sleep(0)  # its turn has not come when the loop ends

    async def ask() -> int:
        return (await pool.run_here(20, pow, 2, 3))[0]

    asyncio.run(leave())
    assert asyncio.run(ask()) == 8


def test_what_a_call_was_given_is_not_kept_when_it_is_given_up():
    class Body:
        pass

    async def ask() -> None:
        pool, go_on, body = WorkerPool(1, 9), threading.Event(), Body()
        kept = weakref.ref(body)
        first = asyncio.create_task(pool.run(20, go_on.wait, 20))
        await asyncio.sleep(0)
        with pytest.raises(TooLate):
            await pool.run(0.01, id, body)
        del body
        gc.collect()
        assert kept() is None
        go_on.set()
        await first

    asyncio.run(ask())
