"""What protects a busy or misused server: a worker pool, and limits on every body."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import perf_counter
from typing import TypeVar

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
        submitted = perf_counter()

        def call() -> tuple[Result, float]:
            waited = perf_counter() - submitted
            return function(*arguments), waited

        try:
            async with asyncio.timeout(seconds):
                return await asyncio.get_running_loop().run_in_executor(self._pool, call)
        except TimeoutError as error:
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


class BodyLimits:
    """Answers 413 to a body that is too large and 408 to one that is too slow, at every address.

    Args:
        app: the application. If its body is refused, it is told that the client has left.
        max_bytes: prefix of an address -> the largest body, or None where the application has limits of its own. The
            first match counts.
        seconds: the time limit for its arrival.
    """

    def __init__(self, app: ASGIApp, max_bytes: Mapping[str, int | None], seconds: float):
        self.app = app
        self._max_bytes = max_bytes
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        max_bytes = next(most for start, most in self._max_bytes.items() if scope["path"].startswith(start))
        if max_bytes is None:
            return await self.app(scope, receive, send)
        body = _Body(receive, max_bytes, self._seconds)
        if (announced := _announced(scope)) and announced > max_bytes:
            body.refuse_long()
        else:
            await self._guarded(scope, body, send)
        if body.refusal and not body.answered:
            await body.refusal(scope, receive, send)

    async def _guarded(self, scope: Scope, body: "_Body", send: Send) -> None:
        async def send_unless_refused(message: Message) -> None:
            if not body.refusal or body.answered:
                body.answered = True
                await send(message)

        try:
            await self.app(scope, body.receive, send_unless_refused)
        except Exception:
            if not body.refusal:  # otherwise the reason is that the client seems to have left
                raise


class _Body:
    """The body of one request as it arrives, and the refusal if it is too large or too slow."""

    def __init__(self, receive: Receive, max_bytes: int, seconds: float):
        self.refusal: JSONResponse | None = None
        self.answered = False
        self._receive = receive
        self._max_bytes, self._bytes = max_bytes, 0
        self._seconds, self._deadline = seconds, perf_counter() + seconds
        self._complete = False

    async def receive(self) -> Message:
        if self._complete:
            return await self._receive()
        if self.refusal:
            return {"type": "http.disconnect"}
        try:
            async with asyncio.timeout(max(0, self._deadline - perf_counter())):
                message = await self._receive()
        except TimeoutError:
            sentence = f"The body did not arrive within {self._seconds} s."
            self.refusal = JSONResponse({"error": sentence}, 408, {"Connection": "close"})
            return {"type": "http.disconnect"}
        self._bytes += len(message.get("body", b""))
        if self._bytes > self._max_bytes:
            self.refuse_long()
            return {"type": "http.disconnect"}
        self._complete = not message.get("more_body", False)
        return message

    def refuse_long(self) -> None:
        sentence = f"The body has more than {self._max_bytes:,} bytes, the most that is allowed."
        self.refusal = JSONResponse({"error": sentence}, 413)


def _announced(scope: Scope) -> int | None:
    value = dict(scope["headers"]).get(b"content-length", b"")
    return int(value) if value.isdigit() else None
