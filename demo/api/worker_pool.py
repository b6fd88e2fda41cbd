"""Threads that classify pictures, and a limit on the requests in progress."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import perf_counter
from typing import TypeVar

Result = TypeVar("Result")


class Busy(RuntimeError):
    """As many requests are in progress as are allowed."""


class TooLate(RuntimeError):
    """The answer was not ready in time."""


BURST = 0.01
"""Seconds for which the event loop makes short calls before it reads, counts and refuses what has come meanwhile."""

LATE = "The answer was not ready in time. Try again, or with a smaller picture."


class WorkerPool:
    """A fixed number of threads, and a limit on the requests in progress: running, waiting, or still arriving."""

    def __init__(self, threads: int, max_requests: int):
        self._pool = ThreadPoolExecutor(threads, "worker")
        self._max_requests = max_requests
        self._in_progress = 0
        self._short: deque[tuple[asyncio.Future, Callable[[], tuple]]] = deque()
        self._loop: asyncio.AbstractEventLoop | None = None  # which will make the short calls

    @contextmanager
    def slot(self) -> Iterator[None]:
        """A place for one request, held while it is in progress; raises `Busy` if none is free."""
        if self._in_progress >= self._max_requests:
            raise Busy(f"The server has {self._max_requests} requests in progress, the most that it takes. Try again.")
        self._in_progress += 1
        try:
            yield
        finally:
            self._in_progress -= 1

    async def run(self, seconds: float, function: Callable[..., Result], *arguments) -> tuple[Result, float]:
        """Calls the function in a thread. Returns its result, and the seconds that it waited for a thread.

        Raises:
            TooLate: it took longer than `seconds`. A call that has begun continues and keeps its thread until it ends,
                so stuck calls never use more threads than the pool has.
        """
        # until a thread is free the pool keeps even a call that was given up, with the frame of this function
        submitted, kept = perf_counter(), [arguments]
        del arguments

        def call() -> tuple[Result, float]:
            waited = perf_counter() - submitted
            return function(*kept.pop()), waited

        try:
            async with asyncio.timeout(seconds):
                return await asyncio.get_running_loop().run_in_executor(self._pool, call)
        except TimeoutError as error:
            kept.clear()
            raise TooLate(LATE) from error

    async def run_here(self, seconds: float, function: Callable[..., Result], *arguments) -> tuple[Result, float]:
        """Calls the function in the thread of the event loop; otherwise as `run`.

        That spares two changes of thread, which take about as long as a small model, but it holds up all else, and
        cannot be given up once it has begun. So it is for functions that are known to be short.

        Raises:
            TooLate: its turn came after `seconds`.
        """
        submitted, loop = perf_counter(), asyncio.get_running_loop()

        def call() -> tuple[Result, float]:
            if (waited := perf_counter() - submitted) > seconds:
                raise TooLate(LATE)
            return function(*arguments), waited

        result: asyncio.Future[tuple[Result, float]] = loop.create_future()
        self._short.append((result, call))
        if self._loop is not loop:
            self._loop = loop
            loop.call_soon(self._burst, loop)
        return await result

    def _burst(self, loop: asyncio.AbstractEventLoop) -> None:
        """Makes the short calls that have gathered, in their order, for about `BURST` seconds.

        One after the other, because each needs the caches of the core for itself: what reads a request and what writes
        an answer takes several times as long when a model has run just before.
        """
        until = perf_counter() + BURST
        while self._short:
            result, call = self._short.popleft()
            if not result.cancelled():
                try:
                    result.set_result(call())
                except Exception as error:
                    result.set_exception(error)
            if perf_counter() >= until:
                break
        if self._short:
            loop.call_soon(self._burst, loop)
        else:
            self._loop = None
