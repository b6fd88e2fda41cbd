"""The rules of the house: who may import whom, and what may be committed."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from huggingface_hub import RepoCard

from tests.conftest import ROOT

TRAINING = {"tensorflow", "keras", "tf_keras", "tensorflow_hub", "tensorflowjs"}
FORBIDDEN = {
    "demo": TRAINING | {"export", "tests"},
    "export": {"demo", "gradio", "tests"},
    "models": {"demo", "export", "gradio", "tests"},
}
TEN_MEGABYTES = 10_000_000


def committed() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("without git nobody can tell what is committed")
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]


def imports(path: Path) -> set[str]:
    """Full names of all modules that a file imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute here"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("package", FORBIDDEN)
def test_no_package_imports_what_it_must_not(package):
    files = sorted((ROOT / package).rglob("*.py"))
    assert files
    for path in files:
        roots = {name.partition(".")[0] for name in imports(path)}
        assert not roots & FORBIDDEN[package], path


def test_the_server_takes_the_catalog_alone_from_models():
    for path in [*(ROOT / "demo").rglob("*.py"), ROOT / "app.py"]:
        taken = {name for name in imports(path) if name.partition(".")[0] == "models"}
        assert all(name == "models.catalog" or name.startswith("models.catalog.") for name in taken), path


def test_the_catalog_needs_the_standard_library_alone():
    used = {
        name.partition(".")[0] for path in ("catalog.py", "__init__.py") for name in imports(ROOT / "models" / path)
    }
    assert used <= {"dataclasses", "json", "os", "pathlib", "typing"}


def test_no_committed_file_is_too_large_for_a_space():
    assert [path for path in committed() if path.stat().st_size >= TEN_MEGABYTES] == []


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-dev.txt", "requirements-mediapipe.txt", "package-lock.json"]
)
def test_locks_name_no_package_index(name):
    assert "://" not in "".join(
        line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if '"url": "https://' not in line
    )


def test_both_locks_hold_the_same_versions():
    def versions(name: str) -> dict[str, str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return dict(line.split(" ")[0].split("==") for line in lines if line and line[0].isalpha())

    server, dev = versions("requirements.txt"), versions("requirements-dev.txt")
    assert server and server.items() <= dev.items()


def test_a_space_can_install_the_servers_lock():
    """It installs it in one command with packages that have no hash, and one hash makes pip demand them for all."""
    assert "--hash" not in (ROOT / "requirements.txt").read_text(encoding="utf-8")


def test_the_front_matter_of_the_readme_is_true():
    fields = RepoCard.load(ROOT / "README.md").data.to_dict()
    assert fields["sdk"] == "gradio"
    assert f"gradio=={fields['sdk_version']}\n" in (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert (ROOT / fields["app_file"]).is_file()
    assert len(fields["short_description"]) <= 60


def test_the_readme_is_whole():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (ROOT / link).exists(), link
    tables = re.findall(r"<!-- (\w+) -->\n(.*?)<!-- /\1 -->", text, re.DOTALL)
    assert len(tables) >= 3 and all(table.count("|") > 10 for _, table in tables)
