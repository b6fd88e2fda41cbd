"""Every format of the catalog can be produced and run, and nothing goes on after a run that failed."""

import threading

import pytest

from catalog import FORMATS
from export.formats.browser import served
from export.formats.handlers import HANDLERS
from harness.server import PATIENCE


def test_each_format_has_what_is_done_with_it():
    assert HANDLERS.keys() == FORMATS.keys()


def test_no_server_goes_on_after_its_files_failed():
    """A thread that polls a closed socket takes a whole core."""
    before = set(threading.enumerate())
    with pytest.raises(LookupError), served(lambda address: b""):
        (started,) = set(threading.enumerate()) - before
        raise LookupError
    started.join(PATIENCE)
    assert not started.is_alive()
