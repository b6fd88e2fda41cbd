"""One or several published versions behind one address: each release is a folder like `static/`, with a share of the
predictions."""

import itertools
import math
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from demo import headless
from demo.inference.predictor import Predictor
from demo.settings import Settings

SHARED = "/api/predict"
"""The address that the releases share. Everything else comes from the first one: a page is never made of two."""

MOST = 1_000
"""The largest share: the turns of all predictions are listed."""


def parse(arguments: Sequence[str]) -> dict[str, int]:
    """`FOLDER` or `FOLDER=SHARE` for each release -> folder as an absolute path -> share. Without any: `static/`.

    Raises:
        ValueError: a share is not a whole number from 1 to `MOST`, a folder is named twice, or it has no catalog.
    """
    shares: dict[str, int] = {}
    for argument in arguments or [str(headless.STATIC)]:
        name, separator, share = argument.rpartition("=") if "=" in argument else (argument, "", "1")
        folder = Path(name).resolve()
        if not (share.isascii() and share.isdigit() and len(share) <= len(str(MOST)) and 1 <= int(share) <= MOST):
            raise ValueError(f"Release '{argument}' has the share '{share}'. Not a whole number from 1 to {MOST:,}.")
        if not (folder / "models" / "catalog.json").is_file():
            raise ValueError(f"Release '{argument}' has no 'models/catalog.json'. Not a folder like 'static/'.")
        if str(folder) in shares:
            raise ValueError(f"Release '{folder}' is named twice. Once is possible, with one share.")
        shares[str(folder)] = int(share)
    return shares


class Shares:
    """Gives each application its share of the predictions, exactly, and everything else to the first one."""

    def __init__(self, apps: Sequence[ASGIApp], shares: Sequence[int]):
        self._first = apps[0]
        divisor = math.gcd(*shares)
        self._turns = itertools.cycle([app for app, share in zip(apps, shares) for _ in range(share // divisor)])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # a browser asks first whether it may send a PNG, by OPTIONS, which is no prediction
        is_prediction = scope["type"] == "http" and scope["path"] == SHARED and scope["method"] == "POST"
        app = next(self._turns) if is_prediction else self._first
        await app(scope, receive, send)


def create(settings: Settings, shares: Mapping[str, int]) -> tuple[Starlette, list[Predictor]]:
    """The application that serves the releases, and what answers in each; / leads to the page."""
    predictors = [headless.load(settings, Path(folder)) for folder in shares]
    apps = [headless.create(predictor, settings, Path(folder)) for predictor, folder in zip(predictors, shares)]

    @asynccontextmanager
    async def started(app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            for release in apps:
                await stack.enter_async_context(release.router.lifespan_context(release))
            yield

    routes = [Route("/", headless.to_page), Mount("/", Shares(apps, list(shares.values())))]
    return Starlette(routes=routes, lifespan=started), predictors
