"""Limits that hold everywhere: in the server, in the page and in the exporter."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The catalog contains them, for the page.

    Attributes:
        upload_bytes: the largest file of a picture. The operator of a server may set another limit.
        pixels: the largest picture, width times height. The operator of a server may set another limit.
        difference: a file is exact if no probability differs from the trained model's by more than this. A float32
            file that is not exact is not published.
        file_bytes: a file of this size or more is not committed, because a Space refuses it without Git LFS.
    """

    upload_bytes: int = 10_000_000
    pixels: int = 50_000_000
    difference: float = 1e-5
    file_bytes: int = 10_000_000


LIMITS = Limits()
