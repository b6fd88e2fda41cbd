"""Checking: every difference from the catalog is reported, and files that match it pass."""

import dataclasses
import functools
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest

import catalog
from export import checking, publishing, samples
from export.checking import Reference, check, differences
from export.formats.handlers import HANDLERS
from export.samples import Answers, Samples
from export.sources import ours
from export.verify import oldest, verification
from export.verify.verification import Comparison
from models import trained_files
from models.data import mnist

FORMS = (("tflite", "float32"), ("tflite", "int8"), ("tfjs", "float32"))
FLOAT32, INT8, TFJS = "cnn/cnn-float32.tflite", "cnn/cnn-int8.tflite", "cnn/tfjs-float32/model.json"


@pytest.fixture(scope="module")
def few_digits():
    """The first 50 test images instead of 10,000: checking runs every one in a browser."""
    images, labels = mnist.test()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mnist, "test", lambda: (images[:50], labels[:50]))
        yield


def once(run: Callable) -> Callable:
    """Runs the same bytes on the same pictures once, and gives the same answers again."""
    answers = {}

    def answer(path: Path, pictures: Samples):
        parts = [path] if path.suffix == ".tflite" else sorted(path.parent.iterdir())
        shown = b"".join(batch.tobytes() for batch in pictures.batches())
        asked = tuple(hashlib.sha256(content).digest() for content in (shown, *(part.read_bytes() for part in parts)))
        if asked not in answers:
            answers[asked] = run(path, pictures)
        return answers[asked]

    return answer


@pytest.fixture(scope="module", autouse=True)
def quick(few_digits):
    """Each check runs the files that the test before ran; only what a test has changed needs a runtime again."""
    with pytest.MonkeyPatch.context() as patch:
        for format in ("tflite", "tfjs"):
            patch.setitem(HANDLERS, format, dataclasses.replace(HANDLERS[format], run=once(HANDLERS[format].run)))
        patch.setattr(checking, "run_litert_js", once(checking.run_litert_js))
        patch.setattr(oldest, "run", once(oldest.run))
        patch.setattr(ours, "of_registry", functools.cache(ours.of_registry))  # no test here changes what is trained
        yield


@pytest.fixture(scope="module")
def published(few_digits, tmp_path_factory):
    """The folder of a catalog with one small model."""
    folder = tmp_path_factory.mktemp("published")
    publishing.publish(ours.of_registry("cnn"), samples.digits(), folder / "catalog.json", FORMS)
    return folder


@pytest.fixture
def in_browser(published, tmp_path):
    """The path of a copy of that catalog with its files."""
    return shutil.copytree(published, tmp_path / "models") / "catalog.json"


@pytest.fixture(scope="module")
def published_small(few_digits, tmp_path_factory):
    """The same without the TF.js files, which take seconds to run."""
    folder = tmp_path_factory.mktemp("small")
    publishing.publish(ours.of_registry("cnn"), samples.digits(), folder / "catalog.json", FORMS[:2])
    return folder


@pytest.fixture
def small(published_small, tmp_path):
    """The path of a copy of that catalog with its files."""
    return shutil.copytree(published_small, tmp_path / "models") / "catalog.json"


def change(path, edit) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    edit(content["models"][0])
    path.write_text(json.dumps(content), encoding="utf-8")


def flip(path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_what_is_as_the_catalog_says_has_no_fault(in_browser, capsys):
    assert check(path=in_browser) == []
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in rows[1:]] == [FLOAT32, TFJS, INT8]
    assert all("of     50" in row or "of 50" in row for row in rows[1:])


def test_a_sample_is_that_of_the_first_pictures(small, capsys):
    assert check("cnn", 7, small) == []
    assert capsys.readouterr().out.count("0 of 7") == 2


def test_a_flipped_byte_is_named(in_browser):
    flip(in_browser.parent / INT8)
    flip(in_browser.parent / "cnn/tfjs-float32/group1-shard1of1.bin")
    int8, weights = check(sample=1, path=in_browser)
    assert int8.startswith(f"{INT8} was changed: its SHA-256 is ")
    assert weights.startswith("cnn/tfjs-float32/group1-shard1of1.bin was changed: its SHA-256 is ")


def test_a_file_of_another_size_is_named(small):
    with (small.parent / INT8).open("ab") as file:
        file.write(b"more")
    (fault,) = check(sample=1, path=small)
    size = (small.parent / INT8).stat().st_size
    assert fault == f"{INT8} has {size:,} bytes; the catalog says {size - 4:,}."


def test_a_missing_file_or_part_is_named(in_browser):
    (in_browser.parent / INT8).unlink()
    (in_browser.parent / "cnn/tfjs-float32/group1-shard1of1.bin").unlink()
    assert check(sample=1, path=in_browser) == [
        f"{INT8} is missing.",
        "cnn/tfjs-float32/group1-shard1of1.bin is missing.",
    ]


@pytest.mark.parametrize(("size", "faults"), [(10_000_000, 0), (9_999_999, 1)])
def test_only_what_is_too_large_to_be_committed_may_be_missing(small, size, faults):
    (small.parent / INT8).unlink()
    change(small, lambda model: model["files"][1].update(command="make it", bytes=size))
    found = check(sample=1, path=small)
    assert len(found) == faults and all(fault.startswith(f"{INT8} is missing. Only a file of 10,") for fault in found)


def test_a_withheld_file_that_is_there_is_named(small):
    change(small, lambda model: model["files"][1].update(withheld="Loses too much."))
    assert check(sample=1, path=small) == [f"{INT8} exists, but the catalog withholds it."]
    (small.parent / INT8).unlink()
    (fault,) = check(sample=1, path=small)
    assert fault.startswith("Model 'cnn' has the version "), "which was that of both files"


@pytest.mark.parametrize(
    "stray", ["cnn/notes.txt", ".export-1/cnn.keras", "other/other-float32.tflite", "cnn/gone-float32.tflite.br"]
)
def test_a_file_that_the_catalog_does_not_know_is_named(small, stray):
    (small.parent / stray).parent.mkdir(exist_ok=True)
    (small.parent / stray).write_text("left")
    assert check(sample=1, path=small) == [f"{stray} is not in the catalog."]


def test_a_compressed_file_beside_its_original_is_none_too_many(small):
    for original in (small, small.parent / INT8):
        for end in (".br", ".gz"):
            original.with_name(original.name + end).write_bytes(b"what the server sends")
    assert check(sample=1, path=small) == []


@pytest.mark.parametrize("file", [0, 1], ids=["float32", "int8"])
@pytest.mark.parametrize(
    ("figure", "value", "sentence"),
    [
        ("accuracy", 0.9, "has an accuracy of 100.00%, on 50 pictures; the catalog says an accuracy of 90.00%."),
        ("accuracy", None, "has an accuracy of 100.00%, on 50 pictures; the catalog says no accuracy."),
        ("max_difference", 0.5, "in a probability, on 50 pictures; the catalog says 0.5, and at most"),
        ("labels_differ", 3, "another label than the trained model for 0 of 50 pictures; the catalog says 3."),
        ("pictures", 10_000, "was run on 50 pictures; the catalog says 10000."),
    ],
)
def test_a_falsified_figure_is_named(small, file, figure, value, sentence):
    change(small, lambda model: model["files"][file].update({figure: value}))
    (fault,) = check(path=small)
    assert fault.startswith((FLOAT32, INT8)[file]) and sentence in fault


def test_a_difference_said_to_be_less_is_found_on_a_sample_too(small):
    change(small, lambda model: model["files"][1].update(max_difference=1e-9))
    (fault,) = check(sample=20, path=small)
    assert fault.startswith(f"{INT8} differs from the trained model by ")


def test_a_falsified_accuracy_of_the_model_is_named(small):
    change(small, lambda model: model.update(accuracy=0.5))
    assert check(path=small) == [
        "Model 'cnn' has an accuracy of 100.00%, on 50 pictures; the catalog says an accuracy of 50.00%."
    ]


def test_files_of_another_trained_model_are_named(small):
    change(small, lambda model: model.update(weights="0" * 12))
    version, weights = check(sample=1, path=small)
    assert version.startswith("Model 'cnn' has the version ")
    assert weights.startswith("Trained model 'cnn', weights: ") and weights.endswith("; the catalog says 000000000000.")


def test_a_falsified_version_is_named(small):
    change(small, lambda model: model.update(version="0" * 12))
    (fault,) = check(sample=1, path=small)
    assert "has one version of 12 characters; '000000000000' is there 0 times" in fault


def test_a_file_that_answers_otherwise_in_the_oldest_runtime_is_named(small, monkeypatch):
    monkeypatch.setattr(oldest, "run", lambda path, pictures: np.roll(np.eye(10)[pictures.labels], 1, axis=1))
    float32, int8 = check(path=small)
    assert float32.startswith(f"{FLOAT32} gives another label in tflite-runtime 2.14 than in LiteRT for 50 of 50 ")
    assert int8.startswith(f"{INT8} gives another label in tflite-runtime 2.14")


def test_without_the_trained_model_a_float32_file_stands_in(small, tmp_path, monkeypatch):
    monkeypatch.setattr(trained_files, "TRAINED", tmp_path)
    assert check(path=small) == []
    change(small, lambda model: model["files"][1].update(max_difference=0.5))
    (fault,) = check(path=small)
    assert fault.startswith(f"{INT8} differs from {FLOAT32} by ")


def test_a_file_that_no_runtime_reads_is_named(small):
    content = b"no model"
    (small.parent / INT8).write_bytes(content)
    sha256 = hashlib.sha256(content).hexdigest()
    change(small, lambda model: model["files"][1].update(bytes=len(content), sha256=sha256))
    version, fault = check(sample=1, path=small)
    assert version.startswith("Model 'cnn': A .tflite has one version")
    assert fault.startswith(f"{INT8} does not run: ValueError(")


def test_a_model_of_ones_own_is_held_to_the_rules_of_publishing(small, monkeypatch):
    """The pictures for the catalog's figures may not be on this machine."""
    change(small, lambda model: model.update(origin="user"))
    monkeypatch.setattr(samples, "generated", lambda: dataclasses.replace(samples.digits(), labels=None))
    monkeypatch.setattr(verification, "CHANGED", -1.0)  # no lower precision is good enough
    change(small, lambda model: model["files"][1].update(accuracy=0.5, pictures=1, max_difference=0.9))
    assert check(path=small) == []
    change(small, lambda model: model["files"][1].update(pictures=samples.CROPS))  # known for generated pictures
    assert check(path=small) == [f"{INT8} gives another label than float32 for 0 of 50 pictures; -100% are allowed."]
    change(small, lambda model: model["files"][1].update(precision="float32"))
    (fault,) = check(path=small)
    assert fault.startswith(f"{INT8} differs from ") and fault.endswith("on 50 images; at most 1e-05 is allowed.")


def test_an_unknown_model_and_an_empty_sample_are_refused(small):
    with pytest.raises(catalog.UnknownName, match="There is no model 'nothing'. There are: cnn."):
        check("nothing", path=small)
    with pytest.raises(ValueError, match="A sample has at least 1 picture, not 0."):
        check(sample=0, path=small)


@pytest.mark.parametrize("precision", ["float32", "int8"])
def test_an_answer_that_is_no_number_is_a_fault(precision):
    file = catalog.File("tflite", precision, "a.tflite", 1, "", 1.0, 0.0, 0, 50, 1.0)
    reference = Reference("the trained model", np.zeros((50, 10)))
    (fault,) = differences(file, Comparison(float("nan"), 0, 50, 1.0, 1.0, 1.0), reference, of_all=False)
    assert fault.startswith("a.tflite differs from the trained model by nan in a probability")


def test_more_changed_labels_than_the_catalog_says_are_a_fault():
    file = catalog.File("tflite", "int8", "a.tflite", 1, "", 1.0, 0.1, 0, 50, 1.0)
    reference = Reference("the trained model", np.zeros((50, 10)))
    (fault,) = differences(file, Comparison(0.1, 3, 50, 1.0, 1.0, 1.0), reference, of_all=False)
    assert "gives another label than the trained model for 3 of 50" in fault


def test_a_file_that_answers_otherwise_in_the_page_is_named(small, monkeypatch):
    run = checking.run_litert_js
    other = functools.partial(np.roll, shift=1, axis=1)
    monkeypatch.setattr(checking, "run_litert_js", lambda *about: Answers(other(run(*about).probabilities), 1.0))
    faults = check(sample=5, path=small)
    assert len(faults) == 2 and all("in LiteRT.js than in LiteRT" in fault for fault in faults)


def test_without_the_oldest_runtime_nothing_is_said_to_be_right(small, monkeypatch):
    monkeypatch.setattr(oldest, "run", Mock(side_effect=oldest.NoOldestRuntime("It is missing.")))
    with pytest.raises(oldest.NoOldestRuntime):
        check(sample=1, path=small)
