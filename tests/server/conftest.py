"""Gradio is imported once, before the tests that use it; the application that most tests ask is started once."""

import pytest
from starlette.testclient import TestClient

import tests.import_gradio  # noqa: F401
from demo.app import create
from demo.settings import Settings


@pytest.fixture(scope="package")
def client():
    """The whole application, started, as a client sees it: an exception in the server becomes an answer."""
    with TestClient(create(Settings(threads=2)), raise_server_exceptions=False) as started:
        yield started
