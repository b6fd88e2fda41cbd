"""The undocumented interfaces of libraries that this project uses; `pyproject.toml` lists them."""

import ast
import functools
import inspect
import os
import textwrap
import tomllib
from importlib import import_module
from pathlib import Path

from harness.server import ROOT

INTERFACES: dict[str, dict[str, list[str]]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "tool"
]["both-sides"]["private-interfaces"]


def names_of(place: str) -> set[str]:
    """All names in a module or a class (`module:Class`), with the attributes of its instances."""
    os.environ.setdefault("TFDF_DISABLE_WELCOME_MESSAGE", "1")  # tensorflowjs imports TF-DF; see `conversion._to_tfjs`
    module, _, name = place.partition(":")
    owner = getattr(import_module(module), name) if name else import_module(module)
    found = set(dir(owner))
    if name:
        found |= {attribute for base in owner.__mro__[:-1] for attribute in _assigned(base)}
    return found


@functools.cache
def _assigned(owner: type) -> set[str]:
    """The attributes that a class's own methods set on its instances."""
    try:
        nodes = ast.walk(ast.parse(textwrap.dedent(inspect.getsource(owner))))
    except TypeError:  # a class of the standard library, in C
        return set()
    return {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}


def imported(folder: Path, prefixes: tuple[str, ...]) -> set[tuple[str, str]]:
    """Module and name of each `from module import name` in a folder, for modules with one of the prefixes."""
    nodes = [node for path in folder.rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(prefixes)]
    return {(node.module or "", alias.name) for node in froms for alias in node.names}
