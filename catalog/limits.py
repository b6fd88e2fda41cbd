"""Limits that hold on every side: in the server, in the page and in what is published."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Each is written into the catalog, for the page.

    Attributes:
        upload_bytes: of a picture's file. An operator may set another for the server.
        pixels: of a picture, width times height. An operator may set another for the server.
        difference: from the trained model, in any probability, within which a file answers just as that does. A file
            of float32 that differs by more is not published.
        file_bytes: a file of that many bytes or more is not committed: a Space refuses it without Git LFS.
    """

    upload_bytes: int = 10_000_000
    pixels: int = 50_000_000
    difference: float = 1e-5
    file_bytes: int = 10_000_000


LIMITS = Limits()
