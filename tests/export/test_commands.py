"""Every `python -m` command in the documentation exists, and takes the options that it is documented with.

Here and not with `test_documents`, because most of these commands import TensorFlow.
"""

import importlib
import importlib.util
import re

import pytest

from tests.unit.test_documents import PAGES, code_of

SUBCOMMANDS: dict[str, set[str]] = {
    "demo": {"check", "deploy"},
    "deploy.cluster": set(),
    "export": {"page"},
    "models": {"list", "train", "evaluate", "hub-module"},
}
OF_OTHERS = {"pytest"}
"""Modules that do not belong to this project."""


def documented() -> dict[tuple[str, ...], set[str]]:
    """Module and subcommand, if any, of every command in the pages -> its options there."""
    found: dict[tuple[str, ...], set[str]] = {}
    for page in PAGES:
        for line in re.findall(r"python -m ([^\n#|]+)", code_of(page)):
            module, *words = line.replace("[", " ").replace("]", " ").split()
            subcommand = words[:1] if words and words[0] in SUBCOMMANDS.get(module, ()) else []
            options = {word.partition("=")[0] for word in words if word.startswith("--")}
            found.setdefault((module, *subcommand), set()).update(options)
    return found


COMMANDS = documented()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_takes_the_options_that_the_pages_name(command, capsys):
    module = command[0]
    assert importlib.util.find_spec(module), module
    if module not in OF_OTHERS and module in SUBCOMMANDS:
        # in this process, because a new one would import TensorFlow again
        found = importlib.util.find_spec(f"{module}.__main__") if "." not in module else None
        main = importlib.import_module(f"{module}.__main__" if found else module).main
        with pytest.raises(SystemExit, match="^0$"):
            main([*command[1:], "--help"])
        helped = capsys.readouterr().out
        assert {option for option in COMMANDS[command] if option not in helped} == set()
    else:
        assert not COMMANDS[command], "give this module its place in SUBCOMMANDS"
