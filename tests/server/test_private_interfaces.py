"""The undocumented interfaces of libraries that the server uses still exist."""

import pytest

from harness.server import ROOT
from tests.private_interfaces import INTERFACES, imported, names_of


@pytest.mark.parametrize("place", INTERFACES["server"])
def test_each_private_interface_is_still_there(place):
    assert set(INTERFACES["server"][place]) <= names_of(place)


def test_everything_from_inside_gradio_is_listed():
    """The package `gradio` is the public interface; everything imported from its submodules must be in the list."""
    used = imported(ROOT / "demo", ("gradio.", "gradio_client."))
    assert used and all(name in INTERFACES["server"].get(module, []) for module, name in used)
