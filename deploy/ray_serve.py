"""The API and the page on Ray Serve: replicas of the server without Gradio, added and removed with the load.

`application` is what `serve run`, a Serve config and KubeRay import.
"""

from collections.abc import Mapping

from ray import serve
from ray.serve.config import AutoscalingConfig, BackpressureConfig
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from demo import allocator, headless
from demo.middleware import request_log
from deploy import ray_proxy, releases
from deploy.ray_settings import ClusterSettings

NAME = "both-sides"
"""Of the application in the cluster."""


@serve.ingress()
class Replica:
    """One process that serves the releases, as `demo.serve` does without Gradio."""

    def __init__(self, settings: ClusterSettings, shares: Mapping[str, int]):
        allocator.keep_pages()
        if settings.request_log:
            request_log.to_standard_output()
        app, self._predictors = releases.create(settings, shares)
        app.add_middleware(Named, name=serve.get_replica_context().replica_id.unique_id)
        self._app = app

    def __serve_build_asgi_app__(self) -> ASGIApp:
        return self._app

    async def check_health(self) -> None:
        """Ray replaces a replica in which this raises, or does not end."""
        for predictor in self._predictors:
            await headless.check(predictor)


class Named:
    """Adds the header that names the replica."""

    def __init__(self, app: ASGIApp, name: str):
        self.app = app
        self._name = name

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_named(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[ray_proxy.REPLICA.decode()] = self._name
            await send(message)

        await self.app(scope, receive, send_named)


def application(arguments: dict) -> serve.Application:
    """What Ray Serve runs, configured by the environment.

    Args:
        arguments: `releases`, a list of `FOLDER` or `FOLDER=SHARE` (see `releases.parse`); without it `static/`.
    """
    settings = ClusterSettings.from_environment()
    shares = releases.parse(arguments.get("releases", []))
    return deployment(settings).bind(settings, shares)


def deployment(settings: ClusterSettings) -> serve.Deployment:
    """The replicas, with limits that are those of the server."""
    return serve.deployment(
        Replica,
        ray_actor_options={"num_cpus": settings.threads},
        max_ongoing_requests=settings.max_requests,
        max_queued_requests=settings.max_waiting,
        backpressure_config=BackpressureConfig(status_code=503, retry_after_s=1),
        autoscaling_config=AutoscalingConfig(
            min_replicas=settings.replicas,
            max_replicas=settings.max_replicas,
            target_ongoing_requests=settings.target_requests,
            upscale_delay_s=5,
            downscale_delay_s=120,
        ),
        max_surge_percent=50,  # an update starts new replicas before it stops old ones
        graceful_shutdown_timeout_s=2 * settings.request_seconds,  # the time for a body, and for its answer
        graceful_shutdown_wait_loop_s=1,
        health_check_period_s=5,
        health_check_timeout_s=3 * settings.request_seconds,
        logging_config={"log_level": "WARNING", "enable_access_log": False},  # the API has a log of its own
    )
