"""What libraries do not promise, and the server uses all the same, is still there; `pyproject.toml` names it."""

import ast
import inspect
import textwrap
import tomllib
from importlib import import_module

import pytest

from tests.conftest import ROOT

INTERFACES: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "both-sides"
]["private-interfaces"]


@pytest.mark.parametrize("place", INTERFACES)
def test_each_private_interface_is_still_there(place):
    module, _, name = place.partition(":")
    owner = getattr(import_module(module), name) if name else import_module(module)
    there_are = set(dir(owner))
    if name:
        there_are |= {attribute for base in owner.__mro__[:-1] for attribute in _assigned(base)}
    assert set(INTERFACES[place]) <= there_are


def _assigned(owner: type) -> set[str]:
    """The attributes that a class's own methods give its objects."""
    try:
        nodes = ast.walk(ast.parse(textwrap.dedent(inspect.getsource(owner))))
    except TypeError:  # a class of the standard library, in C
        return set()
    return {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}


def test_all_that_a_module_of_gradio_gives_beside_its_package_is_named():
    """`gradio` itself is its public interface; whatever is imported from a module in it is named in the list."""
    for path in (ROOT / "demo").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("gradio.", "gradio_client.")):
                assert {alias.name for alias in node.names} <= set(INTERFACES.get(node.module, [])), path
