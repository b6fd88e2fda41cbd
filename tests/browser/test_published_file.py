"""A reader's own `.tflite`, published from the command line: the app and the page offer it and answer on both sides."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

import catalog
from harness import comparing
from harness.server import ROOT, started_server
from tests.browser import home
from tests.browser.own_models import COLOURS, colours, write

COPIED = ("bundle", "catalog", "demo", "export", "models", "static")
NAME = "colours"
RED = np.broadcast_to(np.uint8([[[230, 20, 20]]]), (224, 224, 3))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which the command has published a `.tflite` with open batch and no metadata."""
    root = tmp_path_factory.mktemp("published")
    for name in COPIED:
        shutil.copytree(ROOT / name, root / name, copy_function=os.link, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", root)
    (root / ".venv-oldest").symlink_to((ROOT / ".venv-oldest").resolve())
    model, labels = write(
        root / "mine",
        {f"{NAME}.tflite": colours(open_batch=True), "labels.txt": "\n".join(COLOURS).encode()},
    )
    (root / "samples").mkdir()
    for number, colour in enumerate(np.random.default_rng(0).integers(0, 256, (20, 1, 1, 3), np.uint8)):
        picture = np.broadcast_to(colour, (224, 224, 3))
        (root / "samples" / f"{number}.png").write_bytes(home.file_of(np.ascontiguousarray(picture)))
    command = [sys.executable, "-m", "export", model, "--labels", labels, "--input-range", "0,1"]
    ran = subprocess.run([*command, "--samples", root / "samples"], cwd=root, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert "LiteRT.js in Chromium: " in ran.stdout
    return root


@pytest.fixture(scope="module")
def server_with_it(published: Path) -> Iterator[str]:
    with started_server(folder=published) as (address, _):
        yield address


def test_the_entry_says_what_is_true_of_it(published: Path):
    model = catalog.load(published / "static" / "models" / "catalog.json").model(NAME)
    (file,) = model.files
    assert (model.origin, model.task, model.labels, model.input) == ("user", "photo", COLOURS, (1, 224, 224, 3))
    assert (file.format, file.precision, file.pictures, file.labels_differ) == ("tflite", "float32", 20, 0)
    assert file.exact and model.defaults == {"server": file.path, "tflite": file.path}
    assert catalog.load().default == catalog.load(published / "static" / "models" / "catalog.json").default


def test_both_sides_of_the_comparison_answer_with_it(page: Page, server_with_it: str):
    comparing.opened(page, server_with_it, f"&model={NAME}")
    picture = {"name": "red.png", "mimeType": "image/png", "buffer": home.file_of(RED)}
    page.get_by_test_id("upload").set_input_files(picture)
    comparing.agree(page)
    for side in ("browser", "server"):
        expect(page.get_by_test_id(f"{side}-label")).to_have_text("red")
    expect(page.get_by_test_id("versions")).to_have_attribute("data-behind", "none")
    engines = page.locator("#engine-picker option:not([disabled])").evaluate_all(
        "(all) => all.map(({ value }) => value)"
    )
    assert engines == ["auto", "litert", "litert-threads", "litert-webgpu"]


def test_an_engine_that_has_no_file_of_it_gives_way(page: Page, server_with_it: str):
    page.goto(f"{server_with_it}/offline/?lang=en&model={NAME}&engine=wasm")
    page.wait_for_selector("html[data-ready=true]")
    expect(page.get_by_test_id("notice")).to_contain_text(f"Model '{NAME}' has no file for engine 'wasm'.")


def test_the_app_answers_with_it_on_both_sides(browser: Browser, server_with_it: str, published: Path):
    model = catalog.load(published / "static" / "models" / "catalog.json").model(NAME)
    context = home.context(browser)
    page = context.new_page()
    home.opened(page, server_with_it)
    home.open_tab(page, "Upload")
    home.upload(page, home.file_of(RED))
    page.get_by_label("Model").locator("visible=true").click()
    page.get_by_role("option", name=f"{model.title} ({model.name})", exact=True).click()
    home.expect_both(page, "red")
    here, there = (home.probabilities(page, side) for side in ("browser", "server"))
    assert np.abs(np.subtract(list(here.values()), list(there.values()))).max() <= catalog.LIMITS.difference
    context.close()
