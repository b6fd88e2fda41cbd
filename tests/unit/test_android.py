"""What the build of the Android app refuses, and that its files agree. `make android-test` runs the app itself."""

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

import catalog
from android import assets, downloads, layout, native, programs
from android.errors import AndroidError

GRADLE = (layout.FOLDER / "build.gradle").read_text(encoding="utf-8")
POM = (layout.FOLDER / "pom.xml").read_text(encoding="utf-8")


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog beside copies of the files that the app takes; assets are written into a folder of their own."""
    monkeypatch.setattr(assets, "ASSETS", tmp_path / "assets")
    listed = catalog.load(catalog.PATH)
    paths = [listed.model(name).defaults["tflite"] for name in layout.MODELS]
    paths += [file.path for file in listed.front_end.files if file.format == "tflite"]
    for path in paths:
        (tmp_path / "models" / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(catalog.PATH.parent / path, tmp_path / "models" / path)
    return Path(shutil.copy(catalog.PATH, tmp_path / "models" / "catalog.json"))


def test_a_missing_program_is_named_with_its_package():
    with pytest.raises(AndroidError, match=r"needs no-such-program, .* apt-get install no-such-package$"):
        programs.require({"no-such-program": "no-such-package", "sh": "dash"})


def test_what_a_program_says_is_in_the_error():
    with pytest.raises(AndroidError, match="said\n'sh' ended with status 3"):
        programs.run("sh", "-c", "echo said; exit 3")


def test_the_app_has_the_files_of_the_catalog(published: Path):
    assets.write(published)
    written = json.loads((assets.ASSETS / "models.json").read_text(encoding="utf-8"))
    for entry in [*written["models"], written["front_end"]]:
        file = assets.ASSETS / entry["path"]
        assert (file.stat().st_size, downloads.sha256(file)) == (entry["bytes"], entry["sha256"])
    assert [entry["task"] for entry in written["models"]] == ["digit", "photo"]
    assert written["models"][0]["has_front_end"]


def test_a_file_that_is_not_the_catalogs_is_refused(published: Path):
    file = next(published.parent.rglob("compact-*.tflite"))
    file.write_bytes(file.read_bytes() + b"\0")
    with pytest.raises(AndroidError, match=r"must have the SHA-256 [0-9a-f]{64}, as in the catalog, and has"):
        assets.write(published)


def test_a_file_that_is_missing_is_named(published: Path):
    next(published.parent.rglob("compact-*.tflite")).unlink()
    with pytest.raises(AndroidError, match="is missing. The catalog says: it is committed"):
        assets.write(published)


@pytest.mark.parametrize("names", [[], ["a.jar"], ["a.jar", "b.jar"]])
def test_a_download_with_another_hash_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[str]):
    """Nothing comes, another file comes, or one that nobody asked for."""
    (tmp_path / "hashes.json").write_text(json.dumps({"apk": {"a.jar": "0" * 64}}))

    def download(*command: object) -> None:
        (tmp_path / "apk").mkdir()
        for name in names:
            (tmp_path / "apk" / name).write_bytes(b"other")

    monkeypatch.setattr(downloads, "HASHES", tmp_path / "hashes.json")
    monkeypatch.setattr(downloads, "LIBRARIES", tmp_path)
    monkeypatch.setattr(downloads, "run", download)
    with pytest.raises(AndroidError, match="a.jar' must have the SHA-256 0{64}, and has"):
        downloads.fetch("apk")


def test_a_library_that_changed_is_refused():
    with pytest.raises(AndroidError, match="must name 'liblog.so' once, and does so 2 times"):
        native.renamed(bytearray(2 * b"\0liblog.so\0"))


def texts(folder: str) -> set[str]:
    """Names of the texts of a language."""
    return {text.get("name") for text in ElementTree.parse(layout.SOURCES / "res" / folder / "strings.xml").getroot()}


def test_every_text_is_in_both_languages():
    assert texts("values") == texts("values-ko")


@pytest.mark.parametrize("path", sorted((layout.SOURCES / "res" / "layout").glob("*.xml")), ids=lambda path: path.name)
def test_a_layout_names_its_texts_and_holds_none(path: Path):
    shown = {f"{{http://schemas.android.com/apk/res/android}}{name}" for name in ("text", "hint", "contentDescription")}
    found = [value for view in ElementTree.parse(path).iter() for name, value in view.items() if name in shown]
    assert {value.removeprefix("@string/") for value in found} <= texts("values")


def test_only_the_ci_needs_java():
    """`make test` passes on a machine without Java, and `.ci/run` also builds and tests the app."""
    targets = dict(re.findall(r"^([\w-]+):.*\n((?:\t.*\n)*)", (layout.ROOT / "Makefile").read_text(), re.MULTILINE))
    assert "android test" in targets["android-test"] and "android.test_apk" in targets["android-test"]
    assert "android" not in targets["check"] + targets["test"] + targets["release"]
    assert (layout.ROOT / ".ci" / "run").read_text().rstrip().endswith("make android-test")


def test_gradle_builds_the_same_app():
    numbers = dict(re.findall(r"(namespace|minSdk|targetSdk|versionCode|versionName) '?([\w.]+)'?", GRADLE))
    assert numbers == {
        "namespace": layout.PACKAGE,
        "minSdk": str(layout.MIN_SDK),
        "targetSdk": str(layout.TARGET_SDK),
        "versionCode": str(layout.VERSION_CODE),
        "versionName": layout.VERSION_NAME,
    }


def test_every_version_is_fixed_once():
    """Maven, Gradle and the hashes name the same interpreter."""
    (version,) = re.findall(r"<tensorflow-lite>([\d.]+)<", POM)
    assert f"'org.tensorflow:tensorflow-lite:{version}'" in GRADLE
    assert f"tensorflow-lite-{version}.aar" in json.loads(downloads.HASHES.read_text(encoding="utf-8"))["apk"]
