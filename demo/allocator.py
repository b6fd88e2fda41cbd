"""How the C library gives memory back to the system: not after each picture."""

import ctypes
import sys

TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3
"""Parameters of `mallopt`, from glibc's `malloc.h`."""

LARGE = 2**20
"""Bytes. A larger piece, as a photograph needs, is a mapping of its own, which ends with it."""
SPARE = 2**23
"""Bytes that an arena keeps although they are free: more than answering takes with pictures of a model's size."""


def keep_pages() -> None:
    """Lets free memory stay with the process, up to `SPARE`; does nothing where the C library is not glibc.

    By its defaults glibc gives the pages of a picture back after each answer and asks for them again at the next one.
    The kernel then clears about 100 pages for each answer, which takes as long as a small model, and finds none of
    them in the cache.
    """
    if not sys.platform.startswith("linux"):
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt:
        mallopt(MMAP_THRESHOLD, LARGE)
        mallopt(TRIM_THRESHOLD, SPARE)
