"""The downloads: every file for devices, with its address, its hash, and code that uses it."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

import catalog
from catalog import File, Model
from harness.server import ROOT
from tests.browser.litert import run_litert
from tests.browser.waiting import until

CATALOG = catalog.load()
FOLDER = catalog.PATH.parent
EXAMPLES = ROOT / "static" / "data" / "examples"
FORMATS = ("tflite", "tfjs")
TFLITES = [
    (model, file)
    for model in CATALOG.models
    for file in model.files
    if file.format == "tflite" and not file.withheld and not file.command
]
WRITE = """async ({ module, model, file }) => {
  const { snippetsOf } = await import(module);
  return Object.fromEntries(snippetsOf(model, file).map(({ platform, code }) => [platform, code]));
}"""


def files_of(model: Model) -> list[File]:
    return [file for format in FORMATS for file in model.files if file.format == format]


@pytest.fixture
def opened(context: BrowserContext, page: Page, static_server: str) -> Page:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{static_server}/index.html?view=downloads")
    page.wait_for_selector("#view-downloads table")
    return page


def clipboard(page: Page) -> str:
    return page.evaluate("() => navigator.clipboard.readText()")


def test_the_android_app_has_its_command(opened: Page):
    expect(opened.get_by_test_id("android")).to_contain_text("Build it with make android")
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "\nandroid:\n" in targets


def test_every_file_is_offered_or_says_why_not(opened: Page, static_server: str):
    for model in CATALOG.models:
        rows = opened.get_by_test_id(f"files-{model.name}").locator("tbody tr")
        files = files_of(model)
        expect(rows).to_have_count(len(files))
        for row, file in zip(rows.all(), files, strict=True):
            if file.withheld or file.command:
                expect(row).to_contain_text(file.withheld or file.command)
            else:
                hrefs = [link.evaluate("link => link.href") for link in row.locator("a").all()]
                assert hrefs == [f"{static_server}/models/{part.path}" for part in (file, *file.parts)]
                assert opened.request.get(hrefs[0]).ok
            hashes = [code.get_attribute("title") for code in row.locator("code").all()]
            assert hashes == ([] if file.withheld else [part.sha256 for part in (file, *file.parts)])
    one_file = opened.get_by_role("link", name="The page in one file")
    assert one_file.evaluate("link => link.href").endswith("/both-sides.html")


def test_a_hash_is_copied_whole(opened: Page):
    for part in (CATALOG.model().file("tflite"), *CATALOG.model().file("tfjs").parts):
        copy = opened.get_by_role("button", name=f"Copy the SHA-256 of {part.path}")
        copy.click()
        expect(copy).to_have_text("Copied")
        assert clipboard(opened) == part.sha256


def test_code_is_shown_by_format_and_copied(opened: Page):
    model = CATALOG.model()
    rows = opened.get_by_test_id(f"files-{model.name}").locator("tbody tr")
    code = opened.get_by_test_id("code")
    for file in (model.file("tflite"), model.file("tfjs")):
        platforms = rows.nth(files_of(model).index(file)).get_by_role("group", name="Code").get_by_role("button")
        offered = ["Android", "iOS", "Python", "JavaScript"] if file.format == "tflite" else ["JavaScript"]
        assert platforms.all_inner_texts() == offered
        for name in offered:
            platforms.get_by_text(name, exact=True).click()
            expect(code).to_be_visible()
            text = code.locator("pre").text_content()
            assert Path(file.path).stem in text
            code.get_by_test_id("copy-code").click()
            until(opened, "async (text) => (await navigator.clipboard.readText()) === text", text)
            opened.keyboard.press("Escape")
            expect(code).to_be_hidden()


def test_on_a_phone_no_column_is_cut_off(opened: Page):
    opened.set_viewport_size({"width": 360, "height": 640})
    cut = opened.evaluate(
        """() => [...document.querySelectorAll("#view-downloads :is(td, a, button)")]
             .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth)
             .map((each) => each.textContent)"""
    )
    assert cut == []


def test_a_refused_clipboard_is_said(opened: Page):
    opened.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    copy = opened.get_by_role("button", name="Copy the SHA-256").first
    copy.click()
    expect(copy).to_have_text("The clipboard is not available here")


@pytest.mark.parametrize(("model", "file"), TFLITES, ids=[Path(file.path).stem for _, file in TFLITES])
def test_the_python_code_runs_on_the_file(page: Page, static_server: str, tmp_path: Path, model: Model, file: File):
    page.goto(f"{static_server}/favicon.svg")  # any page of that origin
    raw = page.request.get(f"{static_server}/models/catalog.json").json()
    described = next(each for each in raw["models"] if each["name"] == model.name)
    given = {
        "module": f"{static_server}/js/views/downloads/snippets.js",
        "model": described,
        "file": next(each for each in described["files"] if each["path"] == file.path),
    }
    shutil.copy(FOLDER / file.path, tmp_path)
    example = EXAMPLES / ("digit-3.png" if model.task == "digit" else "cat.jpg")
    picture = Image.open(example).convert("RGB")
    picture.save(tmp_path / "picture.png")
    (tmp_path / "use.py").write_text(page.evaluate(WRITE, given)["Python"], encoding="utf-8")

    said = subprocess.run([sys.executable, "use.py"], cwd=tmp_path, capture_output=True, text=True)

    assert said.returncode == 0, said.stderr
    first = said.stdout.splitlines()[0]
    probabilities = run_litert(FOLDER / file.path, np.asarray(picture)[np.newaxis])[0]
    assert first == f"{model.labels[probabilities.argmax()]}: {probabilities.max():.2%}"
    assert model.task != "digit" or first.startswith("3: ")
