"""The rules of the repository: which package may import which, and what may be committed."""

import ast
import graphlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from huggingface_hub import RepoCard

from catalog import LIMITS
from harness.server import ROOT

TRAINING = {"tensorflow", "keras", "tf_keras", "tensorflow_hub", "tensorflowjs"}
ROOMS = {"catalog", "models", "export", "demo", "deploy", "bundle", "android", "harness", "tools", "tests"}
MAY_IMPORT = {
    "catalog": set(),
    "models": {"catalog"},
    "export": {"catalog", "models", "bundle"},
    "demo": {"catalog"},
    "deploy": {"catalog", "demo"},
    "bundle": {"catalog"},
    "android": {"catalog", "demo", "models"},
    "harness": {"export"},
    "tools": ROOMS - {"tools", "tests"},
}
"""Package -> the packages of this project that it may import."""
DOORS = {ROOT / "demo" / "__main__.py"}
"""An old command that the README has named, and that now belongs to another package."""
FORBIDDEN = {"demo": TRAINING, "deploy": TRAINING, "export": {"gradio"}, "models": {"gradio"}}


def committed() -> list[Path]:
    """Files that git tracks. In a copy without git, all files but those that were installed."""
    if not (ROOT / ".git").exists():
        installed = [ROOT / "node_modules", *ROOT.glob(".venv*")]
        files = (path for path in ROOT.rglob("*") if path.is_file())
        return [path for path in files if not any(path.is_relative_to(folder) for folder in installed)]
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]


def imports(path: Path) -> set[str]:
    """Full names of all modules that a file imports, anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute here"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_no_package_imports_what_it_must_not(package):
    files = sorted((ROOT / package).rglob("*.py"))
    assert files
    forbidden = ROOMS - MAY_IMPORT[package] - {package} | FORBIDDEN.get(package, set())
    for path in files:
        roots = {name.partition(".")[0] for name in imports(path)}
        assert path in DOORS or not roots & forbidden, path


def test_no_test_is_imported():
    """What two tests share has a module of its own."""
    for path in (ROOT / "tests").rglob("*.py"):
        assert not [name for name in imports(path) if re.search(r"^tests\..*\btest_", name)], path


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_no_import_has_effects(package):
    """A module only imports and defines: it calls nothing for its effect, and changes nothing of another module."""
    passive = ast.Import | ast.ImportFrom | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.If
    for path in (ROOT / package).rglob("*.py"):
        if path.name == "__main__.py" or path.parent.name == "snippets":  # these are run, and never imported
            continue
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            match statement:
                case ast.Expr(value=ast.Constant()) | ast.AnnAssign(target=ast.Name()):
                    pass
                case ast.Assign(targets=[ast.Name() | ast.Tuple()]):
                    pass
                case _:
                    assert isinstance(statement, passive), f"{path}:{statement.lineno}"


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_no_folders_of_a_package_import_each_other_over_however_many_steps(package):
    """A module at the top of a package counts as a folder."""
    modules = {path: path.relative_to(ROOT).with_suffix("").parts for path in (ROOT / package).rglob("*.py")}
    arrows: dict[str, set[str]] = {}
    for path, (_, place, *_) in modules.items():
        used = {parts[1] for name in imports(path) if (parts := name.split("."))[0] == package and len(parts) > 1}
        arrows.setdefault(place, set()).update(used - {place})
    places = {place for _, place, *_ in modules.values()}
    graph = {place: used & places for place, used in arrows.items() if place != "__init__"}
    tuple(graphlib.TopologicalSorter(graph).static_order())  # raises CycleError, which names the cycle


def test_the_table_in_the_architecture_has_the_same_rules():
    rows = re.findall(
        r"^\| `(\w+)/` \|.*\| (.*) \|$", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    written = {package: set(re.findall(r"`(\w+)`", allowed)) or allowed for package, allowed in rows}
    assert {package: written[package] for package in MAY_IMPORT} == {
        package: allowed or "nothing" for package, allowed in MAY_IMPORT.items()
    }


def test_the_catalog_needs_the_standard_library_alone():
    used = {name.partition(".")[0] for path in (ROOT / "catalog").rglob("*.py") for name in imports(path)}
    assert used <= {*sys.stdlib_module_names, "catalog"}


def test_no_test_waits_for_a_promise_which_playwright_takes_for_true():
    browser_tests = [path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "browser").glob("*.py")]
    waits = [wait for text in browser_tests for wait in re.findall(r"wait_for_function\([^\n]*", text)]
    assert waits and [wait for wait in waits if re.search(r"\basync\b|\.then\(", wait)] == []


def test_no_committed_file_is_too_large_for_a_space():
    assert [path for path in committed() if path.stat().st_size >= LIMITS.file_bytes] == []


@pytest.mark.parametrize(
    "name",
    [
        "requirements.txt",
        "requirements-dev.txt",
        "requirements-mediapipe.txt",
        "requirements-oldest.txt",
        "requirements-onnx.txt",
        "requirements-ray.txt",
        "requirements-rivals.txt",
        "requirements-torch.txt",
        "package-lock.json",
    ],
)
def test_locks_name_no_package_index(name):
    assert "://" not in "".join(
        line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if '"url": "https://' not in line
    )


def versions(name: str) -> dict[str, str]:
    """Package -> version in a lock; the one of the oldest Python if there are two."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    found = [line.split(" ")[0].split("==") for line in lines if line and line[0].isalpha()]
    return {package: version for package, version in reversed(found)}


def test_both_locks_hold_the_same_versions():
    server, dev = versions("requirements.txt"), versions("requirements-dev.txt")
    assert server and server.items() <= dev.items()


def test_a_cluster_has_the_versions_of_the_server():
    """Ray needs a newer `packaging`, which no answer depends on."""
    server, cluster = versions("requirements.txt"), versions("requirements-ray.txt")
    shared = (server.keys() & cluster.keys()) - {"packaging"}
    assert {"ai-edge-litert", "numpy", "pillow", "fastapi", "starlette", "uvicorn"} <= shared
    assert {package: cluster[package] for package in shared} == {package: server[package] for package in shared}


def test_the_rivals_run_on_the_versions_of_the_server():
    server, rivals = versions("requirements.txt"), versions("requirements-rivals.txt")
    shared = ["ai-edge-litert", "numpy", "pillow", "fastapi", "starlette", "uvicorn", "uvloop", "httptools"]
    assert {package: rivals[package] for package in shared} == {package: server[package] for package in shared}


def test_a_space_can_install_the_servers_lock():
    """It is installed together with packages that have no hash, and one hash makes pip require hashes for all."""
    assert "--hash" not in (ROOT / "requirements.txt").read_text(encoding="utf-8")


def test_the_front_matter_of_the_readme_is_true():
    fields = RepoCard.load(ROOT / "README.md").data.to_dict()
    assert fields["sdk"] == "gradio"
    assert f"gradio=={fields['sdk_version']}\n" in (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert (ROOT / fields["app_file"]).is_file()
    assert len(fields["short_description"]) <= 60
