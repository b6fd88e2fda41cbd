"""A user's finished `.tflite` gets an adapter in front of its own operations, and an entry in the catalog."""

import dataclasses
import zipfile
from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf
from PIL import Image

import catalog
from export import publishing, samples
from export.files import normalization, user_file
from export.formats import browser
from export.samples import Samples
from export.verify import verification
from export.verify.verification import TOLERANCE, VerificationError
from tests.browser.litert import run_litert
from tests.browser.own_models import COLOURS, INT8, UINT8, colours, damaged_labels, with_labels, zip_bomb
from tests.export.user_models import command_line, written

TORCH = ((123.675, 116.28, 103.53), (58.395, 57.12, 57.375))


@pytest.fixture
def labels(tmp_path) -> Path:
    return written(tmp_path, *COLOURS)


@pytest.fixture(scope="module")
def pictures() -> np.ndarray:
    """Half photographs, half of one colour, for whose means a rounding is no excuse."""
    plain = np.random.default_rng(0).integers(0, 256, (4, 1, 1, 3), np.uint8)
    return np.concatenate([next(samples.generated().batches())[:4], np.broadcast_to(plain, (4, 224, 224, 3))])


def saved(folder: Path, content: bytes, name: str = "mine.tflite") -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def by_hand(pictures: np.ndarray, size: tuple[int, int], mean: tuple, deviation: tuple) -> np.ndarray:
    """What `colours` answers, float64 [n, 3]: softmax of the means of the normalised channels, resized by Pillow."""
    small = [Image.fromarray(picture).resize(size[::-1], Image.Resampling.BILINEAR) for picture in pictures]
    means = (np.stack(small).astype(np.float64).mean(axis=(1, 2)) - mean) / deviation
    powers = np.exp(means - means.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


KINDS = {
    "range given": (colours(), "0,1", ((0,), (255,))),
    "dark is 1": (colours(), "1,0", ((255,), (-255,))),
    "each channel": (colours(), "torch", TORCH),
    "planes, as in PyTorch": (colours(planar=True), "torch", TORCH),
    "logits": (colours(probabilities=False), "-1,1", ((127.5,), (127.5,))),
    "open batch": (colours(open_batch=True), "-1,1", ((127.5,), (127.5,))),
    "the size of the picture": (colours((224, 224)), "0,1", ((0,), (255,))),
    "uint8 that says its range": (colours((40, 50), dtype=UINT8, quantization=(1 / 255, 0)), None, ((0,), (255,))),
    "int8 that says its range": (colours(dtype=INT8, quantization=(1 / 127.5, 0)), None, ((127.5,), (127.5,))),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_answers_as_a_careful_client_makes_it(kind, tmp_path, labels, pictures):
    content, name, (mean, deviation) = KINDS[kind]
    chosen = normalization.named(name) if name else None
    source = user_file.of_path(saved(tmp_path, content), user_file.Options(labels, None, chosen))
    published = saved(tmp_path, source.ready.content, "published.tflite")
    answers = run_litert(published, pictures)
    size = {"the size of the picture": (224, 224), "uint8 that says its range": (40, 50)}.get(kind, (8, 6))
    # Pillow rounds each pixel of a smaller picture, and a quantised input once more
    np.testing.assert_allclose(answers, by_hand(pictures, size, mean, deviation), atol=6e-3)
    integer = "int8" in kind
    assert source.ready.precision == ("int8-full" if integer else "float32")
    np.testing.assert_allclose(answers, source.predict(pictures), atol=2e-3 if integer else TOLERANCE)
    assert np.ptp(answers, axis=0).max() > 0.1, "these pictures tell nothing"


def test_a_file_with_metadata_needs_nothing_else_and_is_run_in_the_page(tmp_path, monkeypatch, capsys):
    run = command_line(tmp_path / "published", monkeypatch)
    path = saved(tmp_path, colours(labels=COLOURS), "Tells Colours.TFLITE")
    published = run(path)
    model = published.model("tells-colours")
    (file,) = model.files
    assert (model.labels, model.task, model.title, model.origin) == (COLOURS, "photo", "Tells colours", "user")
    assert (file.format, file.precision, file.pictures) == ("tflite", "float32", 2) and file.exact
    assert model.defaults == {"server": file.path, "tflite": file.path}
    assert "LiteRT.js in Chromium: " in capsys.readouterr().out
    assert model.version.encode() in (tmp_path / "published" / file.path).read_bytes()
    again = run(path, "--keep-times").model(model.name)
    assert again.files[0].milliseconds == file.milliseconds and again.version == model.version


def test_what_litert_js_answers_otherwise_is_not_published(tmp_path, labels, pictures, monkeypatch):
    path = saved(tmp_path, colours())
    source = user_file.of_path(path, user_file.Options(labels, None, normalization.named("0,1")))
    run = publishing.run_litert_js
    monkeypatch.setattr(
        publishing,
        "run_litert_js",
        lambda *about: samples.Answers(run(*about).probabilities + np.float32([[2e-5, 0, 0]]), 1.0),
    )
    two = Samples(2, lambda: iter([pictures[:2]]))
    with pytest.raises(
        VerificationError, match="answers otherwise in LiteRT.js than in LiteRT, by 2e-05 in a .* Nothing"
    ):
        publishing.publish(source, two, tmp_path / "published" / "catalog.json")
    assert not list((tmp_path / "published").iterdir())


def test_an_error_that_litert_js_only_prints_is_one(tmp_path, monkeypatch, pictures):
    """It answers zeros where an operation fails."""
    path = saved(tmp_path, colours((224, 224)))
    monkeypatch.setattr(
        browser, "LOAD", browser.LOAD.replace("await load(", "console.error('ERROR: it failed') ?? await load(")
    )
    with pytest.raises(ValueError, match="mine.tflite does not run in LiteRT.js: it failed"):
        browser.run_litert_js(path, Samples(2, lambda: iter([pictures[:2]])))


REFUSED = {
    "two outputs": (colours(outputs=2), "has 2 outputs; an image classifier has one."),
    "eight at a time": (colours(batch=8), "takes [8, 8, 6, 3]: 8 pictures at a time, but it must take one."),
    "an open size": (
        colours(open_size=True),
        "leaves the size of the picture open. Convert it again with a fixed one.",
    ),
    "four channels": (colours(channels=4), "takes [1, 8, 6, 4], but it must take [1, height, width, channels] or "),
    "an operation of its own": (colours(custom="Mystery"), "needs the operation Mystery, which neither LiteRT nor"),
    "one output": (colours(channels=1), "' has one output; an image classifier has at least two. "),
    "no .tflite": (b"no model at all", "is not a .tflite: bytes 5 to 8 are b'odel', not b'TFL3'."),
    "half a file": (colours()[:300], "is damaged and cannot be read: "),
    "int8 without a scale": (colours(dtype=INT8), "takes int8 numbers without a scale, so"),
    "labels that cannot be unpacked": (damaged_labels(colours(labels=COLOURS)), "invalid block type"),
    "labels packed otherwise": (
        with_labels(colours(labels=COLOURS), b"a", zipfile.ZIP_LZMA),
        "are packed by method 14; those that are read are 0 and 8",
    ),
    "packed labels that unfold": (zip_bomb(colours(labels=COLOURS), 2_000_001), "have more than 2,000,000 bytes"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_published_is_refused_in_one_sentence(kind, tmp_path, labels, monkeypatch):
    content, sentence = REFUSED[kind]
    run = command_line(tmp_path / "published", monkeypatch)
    with pytest.raises(SystemExit) as refused:
        run(saved(tmp_path, content), "--labels", labels, "--input-range", "0,1")
    assert sentence in refused.value.code and "\n" not in refused.value.code
    assert not (tmp_path / "published").exists()


def test_what_the_file_does_not_say_must_be_given(tmp_path, labels, monkeypatch):
    run = command_line(tmp_path / "published", monkeypatch)

    def refusal(*arguments: object) -> str:
        with pytest.raises(SystemExit) as refused:
            run(*arguments)
        return refused.value.code

    path = saved(tmp_path, colours())
    assert "does not say what it expects for dark and light: add --input-range" in refusal(path, "--labels", labels)
    assert "contains no labels: add --labels FILE" in refusal(path, "--input-range", "0,1")
    two = written(tmp_path, *COLOURS[:2])
    assert "has 2 labels, but" in refusal(path, "--labels", two, "--input-range", "0,1")
    assert refusal(path, "--mean", "0").startswith("--mean and --std belong together")
    assert refusal(path, "--mean", "0", "--std", "0").startswith("--std is '0'; it must be a number other than 0")
    assert refusal(path, "--mean", "1,2", "--std", "1").startswith("--mean is '1,2'; it must be a number, or three")
    assert "say the same" in refusal(path, "--mean", "0", "--std", "1", "--input-range", "0,1")
    assert "PyTorch would unpickle it" in refusal(saved(tmp_path, b"", "mine.pt"), "--labels", labels)
    assert "with one label per line" in refusal(tmp_path / "mine.keras", "--input-range", "0,1")
    assert refusal(tmp_path / "none.tflite", "--input-range", "0,1").startswith("There is no file '")


def test_a_file_that_is_too_large_is_not_read(tmp_path, labels):
    path = tmp_path / "large.tflite"
    with path.open("wb") as file:
        file.truncate(400_000_001)  # a hole, which takes no space
    with pytest.raises(ValueError, match="has 400,000,001 bytes; at most 400,000,000 are read."):
        user_file.of_path(path, user_file.Options(labels))


def test_integers_may_change_few_labels_and_floats_none():
    reference = np.tile([[0.6, 0.4]], (100, 1))
    answers = reference.copy()
    answers[:2] = [[0.4, 0.6]]
    changed = verification.compare(samples.Answers(answers, 1.0), reference, None)
    assert verification.in_page_fault("int8-full", changed) is None
    assert "for 2 of 100 labels" in verification.in_page_fault("float32", changed)
    answers[:3] = [[0.4, 0.6]]
    changed = verification.compare(samples.Answers(answers, 1.0), reference, None)
    assert "for 3 of 100 pictures" in verification.in_page_fault("int8-full", changed)
    answers[:3] = np.nan
    unknown = verification.compare(samples.Answers(answers, 1.0), reference, None)
    assert verification.in_page_fault("int8-full", unknown) and verification.in_page_fault("float32", unknown)
    assert catalog.LIMITS.difference == TOLERANCE


@pytest.mark.parametrize("precision", ["float32", "float16"])
def test_a_finished_file_of_floats_must_answer_as_before(precision, tmp_path, labels):
    options = user_file.Options(labels=labels, normalization=normalization.named("0,1"))
    source = user_file.of_path(saved(tmp_path, colours()), options)
    answer = source.ready.answer
    ready = dataclasses.replace(source.ready, precision=precision, answer=lambda pictures: answer(pictures) + 2e-5)
    other = dataclasses.replace(source, ready=ready)
    with pytest.raises(VerificationError, match="differs .* at most 1e-05 is allowed.* Check --input-range: "):
        publishing.publish(other, samples.first(samples.generated(), 2), tmp_path / "published" / "catalog.json")


def test_a_finished_file_of_integers_that_is_not_good_enough_is_not_published(tmp_path, monkeypatch):
    """It is all that there is of this model, so it is not withheld."""
    content = colours(labels=COLOURS, dtype=INT8, quantization=(1 / 127.5, 0))
    source = user_file.of_path(saved(tmp_path, content), user_file.Options())
    assert source.ready.precision == "int8-full"
    monkeypatch.setattr(verification, "CHANGED", -1.0)
    with pytest.raises(VerificationError, match="Nothing was published"):
        publishing.publish(source, samples.first(samples.generated(), 2), tmp_path / "published" / "catalog.json")
    assert not list((tmp_path / "published").iterdir())


def test_a_file_that_is_quantised_inside_only_gives_probabilities_that_are_rounded(tmp_path, pictures):
    """As TensorFlow's converter writes one if it is given pictures and nothing else."""
    keras.utils.set_random_seed(1)
    image = keras.Input((8, 8, 3))
    hidden = keras.layers.Conv2D(8, 3, activation="relu")(image)
    model = keras.Model(image, keras.layers.Dense(20, "softmax")(keras.layers.Flatten()(hidden)))
    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    rng = np.random.default_rng(0)
    converter.representative_dataset = lambda: ([rng.random((1, 8, 8, 3), np.float32)] for _ in range(20))
    labels = written(tmp_path, *(f"class {number}" for number in range(20)))
    options = user_file.Options(labels, None, normalization.named("0,1"))
    source = user_file.of_path(saved(tmp_path, converter.convert()), options)
    sums = source.predict(pictures).sum(axis=1)
    assert np.abs(sums - 1).max() > 1e-3, "these tell nothing"
    assert source.ready.precision == "int8-full" and not any("softmax" in note for note in source.notes)
