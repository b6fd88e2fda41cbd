"""The settings of the server: environment variables, each with a default."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self
from urllib.parse import urlsplit

from catalog import LIMITS


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))  # those that this process may use, which a container may limit
    return os.cpu_count() or 1


LEAST = {"request_log": 0, "isolated": 0}
"""The least value of a field, if it is not 1."""

MOST = {"port": 65_535, "request_log": 1, "isolated": 1}
"""The greatest value of a field, if there is one."""


@dataclass(frozen=True)
class Settings:
    """The limits of the server. All but `predict_url` are whole numbers, 1 or more unless stated otherwise.

    Attributes:
        port: where the server listens.
        max_body_bytes: the largest body of a request; a larger one is refused while it arrives.
        max_pixels: the largest picture, according to its header; a larger one is refused before it is decoded.
        threads: number of pictures decoded and classified at once, beside short ones on the event loop; each thread has
            its own interpreter.
        max_queue: number of visitors of the Gradio app who may wait; one more is refused. Also the number of sessions
            that Gradio remembers.
        max_requests: requests that the API handles at once, counted from their head on; one more is refused.
        request_seconds: time limit for a head to arrive, for its body, and for the API to answer.
        request_log: 1 prints a line for each request of the API, 0 prints none.
        isolated: 1 makes the page at /offline/ cross-origin isolated, as threads of WebAssembly need it; 0 does not.
        web_concurrency: number of processes, each with its own server; the other limits are per process. With more than
            one there is no Gradio app.
        predict_url: address of another server's `POST /api/predict`, which the Gradio app asks; empty for this one.
    """

    port: int = 7860
    max_body_bytes: int = LIMITS.upload_bytes
    max_pixels: int = LIMITS.pixels
    threads: int = _cores()
    max_queue: int = 100
    max_requests: int = 64
    request_seconds: int = 10
    request_log: int = 1
    isolated: int = 0
    web_concurrency: int = 1
    predict_url: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Reads each field from the variable of the same name in capitals, if it is set and not empty.

        Raises:
            ValueError: a value is not a whole number, is out of range, or is no address, or two exclude each other.
        """
        values: dict[str, Any] = {}
        for field in fields(cls):
            key = field.name.upper()
            if value := environment.get(key):
                is_text = isinstance(field.default, str)
                least, most = LEAST.get(field.name, 1), MOST.get(field.name)
                values[field.name] = _address(key, value) if is_text else _count(key, value, least, most)
        return cls(**values)

    def __post_init__(self) -> None:
        if self.predict_url and self.web_concurrency > 1:
            raise ValueError(
                f"Setting 'WEB_CONCURRENCY' has value '{self.web_concurrency}'. With PREDICT_URL only 1 is possible: "
                "that address is for the Gradio app, and several processes have none."
            )


def _address(key: str, value: str) -> str:
    try:
        parts = urlsplit(value)
        is_valid = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:  # a port that is none, or half an IPv6 address
        is_valid = False
    if not is_valid or parts.path in ("", "/") or parts.query or parts.fragment:
        raise ValueError(f"Setting '{key}' has value '{value}'. Not an address like 'http://HOST:PORT/api/predict'.")
    return value


def _count(key: str, value: str, least: int, most: int | None) -> int:
    if not (value.isascii() and value.isdigit() and int(value) >= least):
        raise ValueError(f"Setting '{key}' has value '{value}'. Not a whole number of {least} or more.")
    if most and int(value) > most:
        raise ValueError(f"Setting '{key}' has value '{value}'. At most {most} is possible.")
    return int(value)
