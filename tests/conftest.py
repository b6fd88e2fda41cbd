"""Shared fixtures: test digits, and the address of a running server."""

import gc
import sys
from collections.abc import Generator, Iterator

import numpy as np
import pytest

from harness.server import ROOT, started_server
from models.data import mnist

NEEDS = {
    "unit": [],
    "server": ["server"],
    "process": ["server"],
    "cluster": ["cluster", "server"],
    "models": ["tensorflow"],
    "export": ["tensorflow", "browser"],
    "browser": ["browser", "server"],
    "converters": ["tensorflow", "browser", "release"],
    "release": ["release"],
}
"""Folder -> the markers of its tests: what they need in addition to Python."""
LONGEST = ("test_threads", "test_benchmark", "test_own_file", "test_offline", "test_engines", "test_teach")
"""Files of `tests/browser`, the first folder, that are begun first, so that no process works alone at the end."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for marker in NEEDS[item.path.relative_to(ROOT / "tests").parts[0]]:
            item.add_marker(marker)
    items.sort(key=lambda item: item.path.stem not in LONGEST)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Keeps what the imports make from the garbage collector: it would look at a million objects again and again."""
    gc.disable()
    result = yield
    gc.freeze()
    gc.enable()
    return result


def pytest_collection_finish(session: pytest.Session) -> None:
    if "tensorflow" in sys.modules and not any(item.get_closest_marker("tensorflow") for item in session.items):
        raise pytest.UsageError("A test that is not marked 'tensorflow' imports it, which takes many seconds.")


@pytest.fixture(scope="session")
def digits() -> mnist.Digits:
    """The 10,000 MNIST test images and their labels."""
    return mnist.test()


@pytest.fixture(scope="session")
def pictures(digits: mnist.Digits) -> np.ndarray:
    """The first 200 test images as pictures, uint8 [200, 224, 224, 3]."""
    return mnist.on_canvas(digits[0][:200])


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a running server, without a slash at the end."""
    with started_server() as (address, _):
        yield address
