"""Publishing: a file that answers differently from the trained model is not published."""

import dataclasses
import functools
import os
import shutil

import numpy as np
import pytest

import catalog
from export import __main__ as command
from export import publishing, samples, staged
from export.formats import conversion
from export.formats.handlers import HANDLERS
from export.samples import Answers
from export.sources import ours
from export.sources.source import Source
from export.verify import inside, oldest, verification
from export.verify.verification import Comparison, VerificationError, fault
from models import trained_files
from models.data import mnist

ONE_FORM = catalog.FORMS[:1]


@pytest.fixture(scope="module")
def few_digits():
    """The first 50 test images instead of 10,000: publishing runs every one in a browser."""
    images, labels = mnist.test()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mnist, "test", lambda: (images[:50], labels[:50]))
        yield


@pytest.fixture
def empty_catalog(few_digits, tmp_path):
    """The path of a catalog that does not exist yet."""
    return tmp_path / "models" / "catalog.json"


@pytest.fixture(scope="module")
def published(few_digits, tmp_path_factory):
    """The folder of a catalog with one file."""
    folder = tmp_path_factory.mktemp("published")
    publish(folder / "catalog.json", ONE_FORM)
    return folder


@pytest.fixture
def full_catalog(published, tmp_path):
    """The path of a copy of that catalog, with the file."""
    return shutil.copytree(published, tmp_path / "models") / "catalog.json"


@functools.cache
def cnn() -> Source:
    """Loaded once for all tests. None changes it."""
    return ours.of_registry("cnn")


def publish(path, forms=catalog.FORMS) -> list[publishing.Measured]:
    return publishing.publish(cnn(), samples.digits(), path, forms)


def compare(probabilities, reference, labels) -> Comparison:
    return verification.compare(Answers(probabilities, 1.5), reference, labels)


def tree(folder) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_publishing_writes_every_form_and_the_entry(empty_catalog):
    measured = publish(empty_catalog)
    model = catalog.load(empty_catalog).model("cnn")
    assert tuple((file.format, file.precision) for file in model.files) == catalog.FORMS
    for each in measured:
        tolerance = 1e-5 if each.file.precision == "float32" else 0.1
        assert each.comparison.max_difference <= tolerance and not each.comparison.labels_differ
        assert (each.file.pictures, each.file.labels_differ) == (50, 0) and each.file.milliseconds > 0
    assert (model.parameters, model.input, model.labels) == (105_899, (1, 224, 224, 3), tuple("0123456789"))
    published = {path for file in model.files for path in (file.path, *(part.path for part in file.parts))}
    assert set(tree(empty_catalog.parent)) == {"catalog.json", "default.json", *published}, (
        "and nothing half-written stays"
    )


def test_a_file_that_answers_otherwise_is_not_published(full_catalog, monkeypatch):
    before = tree(full_catalog.parent)
    convert = conversion.to_tflite

    def of_another_model(source, saved_model, precision, pictures):
        """This does happen: a converter can lose the weights without an error."""
        other = ours.of_registry("cnn")
        for weights in other.holder.trainable_variables:
            weights.assign(weights * 0.98)
        conversion.to_saved_model(other, saved_model.parent / "other")
        return convert(source, saved_model.parent / "other", precision, pictures)

    monkeypatch.setattr(conversion, "to_tflite", of_another_model)
    with pytest.raises(VerificationError, match="cnn-float32.tflite differs from the trained model by .* Nothing was"):
        publish(full_catalog, ONE_FORM)
    assert tree(full_catalog.parent) == before


def test_a_catalog_that_cannot_be_written_leaves_the_old_files(full_catalog, monkeypatch):
    before = tree(full_catalog.parent)
    monkeypatch.setattr(catalog, "save", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        publish(full_catalog, catalog.FORMS[1:2])
    assert tree(full_catalog.parent) == before


def test_an_unknown_or_untrained_model_is_named(monkeypatch, tmp_path):
    with pytest.raises(LookupError, match="There is no model 'nothing'. There are: .*cnn"):
        ours.of_registry("nothing")
    monkeypatch.setattr(trained_files, "TRAINED", tmp_path)
    with pytest.raises(FileNotFoundError, match="not trained yet: python -m models train cnn"):
        ours.of_registry("cnn")


REFERENCE = np.array([[0.6, 0.4], [0.1, 0.9]])
BOTH = np.array([0, 1])


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (REFERENCE + [[2e-5, -2e-5], [0, 0]], "differs from the trained model by 2e-05 in a probability, on 2 images"),
        (np.full((2, 2), np.nan), "gives probabilities that are not finite, on 2 images"),
    ],
)
def test_a_difference_beyond_the_tolerance_is_a_fault(answers, sentence):
    assert fault("float32", compare(answers, REFERENCE, BOTH)).startswith(sentence)


@pytest.mark.parametrize("labels", [np.zeros(1000, int), None], ids=["digits", "photographs"])
@pytest.mark.parametrize("precision", ["int8", "float16"])
def test_one_answer_that_is_no_number_is_a_fault_in_each_precision(precision, labels):
    """The number of other labels tells nothing of it: the label of NaN is the first one."""
    reference = np.tile([[0.6, 0.4]], (1000, 1))
    answers = reference.copy()
    answers[7] = np.nan
    assert "not finite" in fault(precision, compare(answers, reference, labels))


def test_another_label_is_a_fault_however_small_the_difference():
    reference = np.array([[0.5 + 1e-7, 0.5 - 1e-7]])
    compared = compare(reference[:, ::-1], reference, np.array([0]))
    assert fault("float32", compared) == "gives another label than the trained model for 1 of 1 images; none is allowed"


def test_equal_answers_have_no_fault():
    compared = compare(REFERENCE + 1e-6, REFERENCE, np.array([0, 0]))
    assert fault("float32", compared) is None
    assert (compared.labels_differ, compared.images, compared.accuracy, compared.milliseconds) == (0, 2, 0.5, 1.5)


def test_a_format_that_a_model_does_not_have_is_named(full_catalog):
    source = dataclasses.replace(cnn(), save=None)  # as that of a SavedModel
    with pytest.raises(ValueError, match="^Model 'cnn' has no file of the format 'keras'.$"):
        publishing.publish(source, samples.digits(), full_catalog, only="keras")


@pytest.mark.parametrize("labels", [np.zeros(1000, int), None], ids=["digits", "photographs"])
def test_a_lower_precision_may_differ_but_not_lose_accuracy(labels):
    reference = np.tile([[0.6, 0.4]], (1000, 1))
    answers = reference - [[0.05, -0.05]]
    assert fault("int8", compare(answers, reference, labels)) is None
    allowed = 20 if labels is None else 2
    answers[:allowed] = [[0.4, 0.6]]
    assert fault("int8", compare(answers, reference, labels)) is None
    answers[allowed] = [0.4, 0.6]
    assert "allowed" in fault("int8", compare(answers, reference, labels))


def test_a_lower_precision_that_is_not_good_enough_is_withheld(empty_catalog, monkeypatch):
    monkeypatch.setattr(verification, "LOSS", -1.0)  # nothing is good enough
    publish(empty_catalog, (("tflite", "float32"), ("tflite", "int8")))
    float32, int8 = catalog.load(empty_catalog).model("cnn").files
    assert float32.withheld is None
    assert int8.withheld.startswith("Answers ") and not (empty_catalog.parent / int8.path).exists()
    with pytest.raises(catalog.UnknownName, match="of precision 'int8'. It has: tflite float32."):
        catalog.load(empty_catalog).model("cnn").file("tflite", "int8")


def test_a_model_that_answers_all_pictures_alike_is_refused(empty_catalog):
    """As one does that gets 0 to 255 where it expects 0 to 1: no difference would show."""
    source = dataclasses.replace(cnn(), call=lambda image: 0 * cnn().call(image) + 0.1)
    with pytest.raises(ValueError, match="'cnn' answers all 50 pictures alike, .* Check --input-range"):
        publishing.publish(source, samples.digits(), empty_catalog, ONE_FORM)
    assert tree(empty_catalog.parent) == {}


def test_it_is_said_that_another_published_model_is_replaced():
    assert command._replaced(cnn()) == []
    (sentence,) = command._replaced(dataclasses.replace(cnn(), weights="another"))
    assert sentence.startswith("The published model 'cnn' has other weights (")


def test_a_lower_precision_that_answers_nan_is_withheld(empty_catalog, monkeypatch):
    handler = HANDLERS["tflite"]

    def run(path, given):
        answers = handler.run(path, given)
        return dataclasses.replace(
            answers, probabilities=answers.probabilities * (np.nan if "int8" in path.name else 1)
        )

    monkeypatch.setitem(HANDLERS, "tflite", dataclasses.replace(handler, run=run))
    publish(empty_catalog, (("tflite", "float32"), ("tflite", "int8")))
    float32, int8 = catalog.load(empty_catalog).model("cnn").files
    assert float32.withheld is None
    assert int8.withheld == "Gives probabilities that are not finite, on 50 images." and int8.max_difference == 1
    assert not (empty_catalog.parent / int8.path).exists()


@pytest.fixture
def other_in_the_oldest(monkeypatch):
    """A function: a part of a file's name -> in such files the oldest runtime confuses each digit with the next."""
    run = oldest.run

    def other(part: str) -> None:
        monkeypatch.setattr(oldest, "run", lambda path, given: np.roll(run(path, given), part in path.name, axis=1))

    return other


def test_what_the_oldest_runtime_answers_otherwise_is_not_published(empty_catalog, other_in_the_oldest):
    other_in_the_oldest("float32")
    with pytest.raises(VerificationError, match="in tflite-runtime 2.14 than in LiteRT for 50 of 50 .* Nothing was"):
        publish(empty_catalog, ONE_FORM)
    assert tree(empty_catalog.parent) == {}


def test_a_lower_precision_that_it_answers_otherwise_is_withheld(empty_catalog, other_in_the_oldest):
    other_in_the_oldest("int8")
    publish(empty_catalog, (("tflite", "float32"), ("tflite", "int8")))
    float32, int8 = catalog.load(empty_catalog).model("cnn").files
    assert float32.withheld is None and (empty_catalog.parent / float32.path).exists()
    assert "in tflite-runtime 2.14" in int8.withheld and not (empty_catalog.parent / int8.path).exists()


def test_what_was_published_meanwhile_stays(empty_catalog, monkeypatch):
    other = catalog.load().model("compact")
    look = inside.look

    def meanwhile(*about):
        catalog.save(catalog.Catalog("compact", (other,)), empty_catalog)
        return look(*about)

    monkeypatch.setattr(inside, "look", meanwhile)
    publish(empty_catalog, ONE_FORM)
    assert [model.name for model in catalog.load(empty_catalog).models] == ["compact", "cnn"]


@pytest.mark.parametrize("ended", [KeyboardInterrupt, SystemExit, OSError])
def test_a_replaced_folder_comes_back_however_the_command_ends(ended, tmp_path):
    for name in ("new", "old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    with pytest.raises(ended), staged.replaced(tmp_path / "new", tmp_path / "old", tmp_path / "aside"):
        raise ended
    assert (tmp_path / "old" / "file").read_text() == "old"


@pytest.mark.parametrize("renamed", [1, 2])
def test_a_replaced_folder_comes_back_if_a_signal_comes_between_two_renames(renamed, tmp_path, monkeypatch):
    for name in ("new", "old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    replace, calls = os.replace, []

    def interrupted(*paths):
        replace(*paths)
        calls.append(paths)
        if len(calls) == renamed:
            raise SystemExit  # as the handler of SIGTERM does

    monkeypatch.setattr(staged.os, "replace", interrupted)
    with pytest.raises(SystemExit), staged.replaced(tmp_path / "new", tmp_path / "old", tmp_path / "aside"):
        raise AssertionError("not reached")
    assert (tmp_path / "old" / "file").read_text() == "old"
