"""What an operator may set, as environment variables; every one has a default."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from catalog import LIMITS


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))  # what this process may use, which a container may have narrowed
    return os.cpu_count() or 1


LEAST = {"request_log": 0}
"""Of the fields that may be less than 1."""

MOST = {"port": 65_535, "request_log": 1}
"""Of the fields that have an upper limit."""


@dataclass(frozen=True)
class Settings:
    """The limits within which the server answers; all are whole numbers, of 1 or more where nothing else is said.

    Attributes:
        port: where it listens.
        max_body_bytes: of a request; a longer one is refused while it arrives.
        max_pixels: of a picture, by its header; a larger one is refused before it is decoded.
        threads: pictures decoded and classified at once; each has an interpreter of its own.
        max_queue: visitors of the Gradio app that may wait; one more is turned away.
        max_requests: requests that the API handles at once, counted from their head on; one more is refused.
        request_seconds: until a body must have come, and until the API must have answered.
        request_log: 1 for a line on standard output for each request of the API, 0 for none.
        web_concurrency: processes, each a server of its own; every other limit is that of one process.
    """

    port: int = 7860
    max_body_bytes: int = LIMITS.upload_bytes
    max_pixels: int = LIMITS.pixels
    threads: int = _cores()
    max_queue: int = 100
    max_requests: int = 64
    request_seconds: int = 10
    request_log: int = 1
    web_concurrency: int = 1

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Each field from the variable of its name in capitals, where that is set and not empty.

        Raises:
            ValueError: a value is not a whole number, or below the least or above the most that is possible.
        """
        return cls(
            **{
                field.name: _count(field.name.upper(), value, LEAST.get(field.name, 1), MOST.get(field.name))
                for field in fields(cls)
                if (value := environment.get(field.name.upper()))
            }
        )


def _count(key: str, value: str, least: int, most: int | None) -> int:
    if not (value.isascii() and value.isdigit() and int(value) >= least):
        raise ValueError(f"Setting '{key}' has value '{value}'. Not a whole number of {least} or more.")
    if most and int(value) > most:
        raise ValueError(f"Setting '{key}' has value '{value}'. At most {most} is possible.")
    return int(value)
