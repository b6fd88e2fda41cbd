"""A Chromium for all tests of this folder, which verify files in the page."""

from collections.abc import Iterator

import pytest

from export import chromium


@pytest.fixture(scope="package", autouse=True)
def started() -> Iterator[None]:
    """The code under test takes this one instead of starting its own."""
    with chromium.browser():
        yield
