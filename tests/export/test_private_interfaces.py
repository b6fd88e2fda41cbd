"""The undocumented interfaces of libraries that the exporter uses still exist."""

import pytest

import export.formats.conversion  # noqa: F401, it prepares the import of tensorflowjs
from harness.server import ROOT
from tests.private_interfaces import INTERFACES, imported, names_of


@pytest.mark.parametrize("place", INTERFACES["export"])
def test_each_private_interface_is_still_there(place):
    assert set(INTERFACES["export"][place]) <= names_of(place)


def test_everything_from_inside_the_converters_is_listed():
    inside = (
        "ai_edge_litert.schema",
        "ai_edge_litert.tools",
        "ai_edge_quantizer.utils",
        "tensorflow.core",
        "tensorflowjs.",
    )
    used = imported(ROOT / "export", inside)
    listed = INTERFACES["export"]
    assert used and all(f"{module}.{name}" in listed or name in listed.get(module, []) for module, name in used)
