"""Every `python -m` command in the documentation exists, takes its options, and ends with what is wrong.

Here and not with `test_documents`, because most of these commands import TensorFlow.
"""

import importlib
import importlib.util
import re
from types import SimpleNamespace

import pytest

from export import __main__ as command
from export import checking, samples
from export.report import report
from export.sources import ours
from export.verify.verification import VerificationError
from tests.documents import PAGES, code_of
from tests.export.user_models import run_in_process

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


@pytest.mark.parametrize("faults", [[], ["a.tflite is missing.", "b.tflite is missing."]])
def test_a_check_ends_with_what_is_wrong(faults, monkeypatch):
    run_in_process(monkeypatch)
    monkeypatch.setattr(checking, "check", lambda *_: faults)
    with pytest.raises(SystemExit) as ended:
        command.main(["--check"])
    assert ended.value.code == ("\n".join(faults) or 0)


def test_a_removed_model_takes_its_report_with_it(tmp_path, monkeypatch, capsys):
    run_in_process(monkeypatch)
    monkeypatch.setattr(command, "remove", lambda _: None)
    monkeypatch.setattr(report, "REPORTS", tmp_path)
    report.place_of("mine").touch()
    report.place_of("other").touch()
    for _ in range(2):  # the second time there is none
        command.main(["mine", "--remove"])
    assert [each.name for each in tmp_path.iterdir()] == ["other.html"]
    assert capsys.readouterr().out == "Removed 'mine'.\n" * 2


def test_what_excludes_each_other_is_refused(capsys):
    with pytest.raises(SystemExit, match="^2$"):
        command.main(["mine", "--remove", "--check"])
    assert "not allowed with argument" in capsys.readouterr().err


@pytest.mark.parametrize("kind", [VerificationError, ValueError, LookupError, OSError])
def test_if_one_of_several_models_fails_the_others_are_still_published(kind, monkeypatch):
    run_in_process(monkeypatch)
    published = []

    def publish(source, *_, **__) -> list:
        if source.name == "cnn":
            raise kind("cnn differs.")
        published.append(source.name)
        return []

    monkeypatch.setattr(command, "publish", publish)
    monkeypatch.setattr(command, "_names", lambda _: ["cnn", "mlp"])
    monkeypatch.setattr(ours, "of_registry", lambda name: SimpleNamespace(name=name, task="digit"))
    monkeypatch.setitem(samples.OF_TASK, "digit", lambda: None)
    with pytest.raises(SystemExit, match=r"^cnn differs\.$"):
        command.main([])
    assert published == ["mlp"]
