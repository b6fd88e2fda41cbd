"""The settings of the API on Ray Serve: those of the server, for each replica, and those of the cluster."""

from dataclasses import dataclass

from demo.settings import Settings


@dataclass(frozen=True)
class ClusterSettings(Settings):
    """The limits of a replica, which is one process, and of the cluster. All are whole numbers, 1 or more.

    `max_queue`, `web_concurrency` and `predict_url` have no effect here, and `port` is that of the proxy.

    Attributes:
        threads: of a replica; it reserves as many CPUs.
        replicas: the least number of replicas, with which the cluster starts.
        max_replicas: the greatest number.
        target_requests: requests in progress for each replica, above which replicas are added.
        max_waiting: requests that wait at a proxy while every replica has `max_requests`; one more is refused.
    """

    threads: int = 1
    replicas: int = 2
    max_replicas: int = 4
    target_requests: int = 16
    max_waiting: int = 64

    def __post_init__(self) -> None:
        if self.max_replicas < self.replicas:
            raise ValueError(
                f"Setting 'MAX_REPLICAS' has value '{self.max_replicas}'. At least REPLICAS, which is {self.replicas}."
            )
