"""What protects a busy or misused server: limits on every body."""

import asyncio
from collections.abc import Mapping
from time import perf_counter

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send


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
        if announced_length(scope) > max_bytes:
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
            self.refusal = JSONResponse({"error": too_slow(self._seconds)}, 408, {"Connection": "close"})
            return {"type": "http.disconnect"}
        self._bytes += len(message.get("body", b""))
        if self._bytes > self._max_bytes:
            self.refuse_long()
            return {"type": "http.disconnect"}
        self._complete = not message.get("more_body", False)
        return message

    def refuse_long(self) -> None:
        self.refusal = JSONResponse({"error": too_long(self._max_bytes)}, 413)


def announced_length(scope: Scope) -> int:
    """The bytes of the body as the request's head says; 0 if it does not."""
    value = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
    return int(value) if value.isdigit() else 0


def too_long(max_bytes: int) -> str:
    """What a client is told whose body is too large."""
    return f"The body has more than {max_bytes:,} bytes, the most that is allowed."


def too_slow(seconds: float) -> str:
    """What a client is told whose body did not arrive in time."""
    return f"The body did not arrive within {seconds} s."
