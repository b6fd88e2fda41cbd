"""A user's own model gets an adapter, every format, and an entry in the catalog."""

import json
from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf
from ai_edge_litert.schema_py_generated import TensorType
from ai_edge_litert.tools import flatbuffer_utils
from PIL import Image

import catalog
from demo.inference.classifier import Classifiers
from export import publishing, samples
from export.formats import conversion
from export.formats.browser import run_tfjs
from export.samples import Samples
from export.sources import user_model
from export.sources.input_adapter import RANGES, InputAdapter
from tests.export.user_models import (
    FORMS,
    LABELS,
    command_line,
    exported,
    logits,
    module,
    network,
    recurrent,
    rows,
    saved,
    written,
)


@pytest.fixture
def labels(tmp_path) -> Path:
    return written(tmp_path, *LABELS)


@pytest.fixture
def run(tmp_path, monkeypatch):
    return command_line(tmp_path / "published", monkeypatch)


@pytest.fixture
def folder_of_pictures(tmp_path) -> Path:
    folder = tmp_path / "pictures" / "cats"
    folder.mkdir(parents=True)
    for number, picture in enumerate(next(samples.generated().batches())[:3]):
        Image.fromarray(picture[:150]).save(folder / f"{number}.png")
    (folder / "notes.txt").write_text("no picture", encoding="utf-8")
    return folder.parent


def wrapped(wrap: Callable[[keras.KerasTensor], object]) -> keras.Model:
    """A model whose input and whose one output are in a dictionary or a list."""
    inner = network((28, 28, 1))
    return keras.Model(wrap(inner.inputs[0]), wrap(inner.outputs[0]), name="mine")


def in_dictionaries() -> keras.Model:
    return wrapped(lambda tensor: {"it": tensor})


MODELS = {
    "colour 32x32": (lambda folder: saved(network((32, 32, 3)), folder), "-1,1"),
    "grey 28x28": (lambda folder: saved(network((28, 28, 1)), folder), "0,1"),
    "any size": (lambda folder: saved(network((None, None, 3)), folder), "0,255"),
    "wide, a batch of 1": (lambda folder: saved(network((40, 300, 3), batch=1), folder), "0,255"),
    "logits": (lambda folder: saved(network((32, 32, 3), activation=None), folder), "0,1"),
    "dictionaries": (lambda folder: saved(in_dictionaries(), folder), "0,1"),
    "lists": (lambda folder: saved(wrapped(lambda tensor: [tensor]), folder), "0,1"),
    "dictionaries inside": (
        lambda folder: saved(keras.Sequential([keras.Input((28, 28, 1)), in_dictionaries()]), folder),
        "0,1",
    ),
    "legacy file": (lambda folder: saved(network((32, 32, 3)), folder, "model.h5"), "0,1"),
    "grey without channels": (lambda folder: saved(rows(), folder), "0,1"),
    "grey without channels, SavedModel": (lambda folder: exported(rows(), folder), "1,0"),
    "named as a layer of the exporter": (lambda folder: saved(rows(None, "probabilities"), folder), "0,1"),
    "named as its input": (lambda folder: saved(rows(None, "image"), folder), "0,1"),
    "SavedModel of Keras": (lambda folder: exported(network((28, 28, 1)), folder), "-1,1"),
    "SavedModel of TensorFlow": (lambda folder: module(folder, logits), "0,1"),
}


def by_hand(path: Path, input_range: str, pictures: np.ndarray) -> np.ndarray:
    """The preprocessing of a careful client without the adapter: resized by TensorFlow, with its formula for grey."""
    found = user_model.read(path)
    _, height, width, channels = found.input
    low, high = RANGES[input_range]
    image = tf.image.resize(tf.constant(pictures, tf.float32), (height or 224, width or 224), antialias=True)
    if channels == 1:
        image = tf.tensordot(image, tf.constant([0.299, 0.587, 0.114]), 1)[..., tf.newaxis]
    image = image / 255 * (high - low) + low
    outputs = np.concatenate([found.call(one[tf.newaxis]) for one in image])
    return outputs if np.allclose(outputs.sum(axis=1), 1, atol=1e-4) else tf.nn.softmax(outputs).numpy()


@pytest.mark.parametrize("kind", MODELS)
def test_the_face_does_what_a_careful_client_would(kind, tmp_path, labels):
    make, input_range = MODELS[kind]
    path = make(tmp_path)
    source = user_model.of_path(path, labels, "mine", input_range)
    pictures = next(samples.generated().batches())[:8]

    answers = source.predict(pictures)

    assert source.input == (1, 224, 224, 3) and answers.shape == (8, 3)
    np.testing.assert_allclose(answers, by_hand(path, input_range, pictures), atol=2e-4)
    assert np.ptp(answers, axis=0).max() > 1e-3, "these pictures tell nothing"


BOTH = (
    "colour 32x32",
    "grey 28x28",
    "grey without channels",
    "named as a layer of the exporter",
    "logits",
    "dictionaries",
    "SavedModel of TensorFlow",
)


@pytest.mark.parametrize("kind", BOTH)
def test_both_sides_answer_as_the_model_does(kind, tmp_path, labels):
    make, input_range = MODELS[kind]
    source = user_model.of_path(make(tmp_path), labels, "mine", input_range)
    pictures = next(samples.generated().batches())[:6]
    path = tmp_path / "published" / "catalog.json"
    publishing.publish(source, Samples(6, lambda: iter([pictures])), path, FORMS)  # raises if a file differs

    published = catalog.load(path)
    classifiers = Classifiers(published, path.parent, interpreters=1)
    choice = classifiers.find("mine")
    model, classifier = choice.model, classifiers.load(choice)
    server = np.stack([classifier.answer(picture[np.newaxis].astype(np.float32)) for picture in pictures])
    page = run_tfjs(path.parent / model.file("tfjs").path, Samples(6, lambda: iter([pictures]))).probabilities

    assert (model.labels, model.task, model.title) == (LABELS, "photo", "Mine")
    assert ("keras" in {file.format for file in model.files}) == (source.save is not None)
    np.testing.assert_allclose(server, source.predict(pictures), atol=1e-5)
    np.testing.assert_allclose(page, server, atol=1e-5)


def test_the_command_line_publishes_as_the_issue_has_it(run, tmp_path, labels, folder_of_pictures, capsys):
    path = saved(network((32, 32, 3), activation=None), tmp_path, "Pets v1.2.keras")
    published = run(path, "--labels", labels, "--input-range", "-1,1", "--samples", folder_of_pictures)
    model = published.model("pets-v1-2")
    assert published.default == model.name and model.title == "Pets v1 2"
    assert [file.pictures for file in model.files] == [2, 2]
    assert "softmax was added" in capsys.readouterr().out


def test_the_command_names_no_folder_of_this_machine(tmp_path, labels):
    path = saved(network((32, 32, 3)), tmp_path, "my pets.keras")
    source = user_model.of_path(path, labels, "pets", "-1,1")
    expected = "python -m export 'my pets.keras' --labels labels.txt --name pets --input-range -1,1"
    assert source.command == expected


def test_labels_of_digits_make_a_digit_model(tmp_path):
    path = saved(network((28, 28, 1), outputs=10), tmp_path)
    assert user_model.of_path(path, written(tmp_path, *"0123456789")).task == "digit"


def test_the_weights_are_told_apart(tmp_path, labels):
    first, again = (user_model.of_path(saved(network((32, 32, 3)), tmp_path), labels, name) for name in ("a", "b"))
    other = user_model.of_path(saved(network((32, 32, 3), outputs=3, activation="relu"), tmp_path), labels, "c")
    assert first.weights == again.weights == other.weights and len(first.weights) == 12
    model = network((32, 32, 3))
    model.layers[1].kernel.assign_add(model.layers[1].kernel)
    assert user_model.of_path(saved(model, tmp_path), labels, "d").weights != first.weights


def test_a_frozen_graph_has_its_constants_for_weights(tmp_path, labels):
    kernel = np.eye(3, dtype=np.float32)
    path = module(tmp_path, lambda _, picture: {"logits": tf.reduce_mean(picture, (1, 2)) @ tf.constant(kernel)})
    assert user_model.of_path(path, labels).parameters == 9


def test_samples_are_all_pictures_of_a_folder(folder_of_pictures):
    pictures = samples.of_folder(folder_of_pictures)
    (batch,) = pictures.batches()
    assert (pictures.count, batch.shape, batch.dtype) == (3, (3, 224, 224, 3), np.uint8)


def test_generated_pictures_are_many_and_the_same_each_time():
    pictures = samples.generated()
    batches = list(pictures.batches())
    assert pictures.count == sum(map(len, batches)) == 300
    made_anew = samples._generated.__wrapped__()  # without the cache
    np.testing.assert_array_equal(np.concatenate(batches), np.concatenate(made_anew))
    assert len({picture.tobytes() for batch in batches for picture in batch}) == 300


def test_a_size_that_is_its_own_leaves_a_picture_as_it_is():
    picture = np.random.default_rng(0).uniform(0, 255, (1, 224, 224, 3)).astype(np.float32)
    np.testing.assert_array_equal(InputAdapter()(picture), picture)
    assert InputAdapter().is_identity and not InputAdapter(channels=1).is_identity


def test_layers_of_any_name_are_quantised(tmp_path, labels):
    """The exporter recognizes its own layers by a name scope that no user's layer has, and quantises all others."""
    names = ("frame", "ink", "scale", "adapter")
    image = hidden = keras.Input((28, 28, 1))
    for filters, name in enumerate(names, start=8):  # each of another number, so that each kernel has its own shape
        hidden = keras.layers.Conv2D(filters, 3, name=name)(hidden)
    outputs = keras.layers.Dense(3, "softmax")(keras.layers.Flatten()(hidden))
    source = user_model.of_path(saved(keras.Model(image, outputs), tmp_path), labels, "mine", "0,1")
    few = samples.first(samples.generated(), 4)
    conversion.to_saved_model(source, tmp_path / "saved_model")
    channels = ((1, 8), (8, 9), (9, 10), (10, 11))
    flat = 20 * 20 * 11
    for precision in ("int8", "int8-full"):
        content = conversion.to_tflite(source, tmp_path / "saved_model", precision, few)
        model = flatbuffer_utils.read_model_from_bytearray(bytearray(content))
        stored = {tuple(tensor.shape) for tensor in model.subgraphs[0].tensors if tensor.type == TensorType.INT8}
        assert {*((after, 3, 3, before) for before, after in channels), (3, flat)} <= stored, precision
    conversion.to_tfjs(tmp_path / "saved_model", tmp_path / "tfjs", "uint8")
    manifest = json.loads((tmp_path / "tfjs" / "model.json").read_text(encoding="utf-8"))["weightsManifest"]
    small = [weight["shape"] for group in manifest for weight in group["weights"] if "quantization" in weight]
    assert sorted(small) == sorted([*([3, 3, before, after] for before, after in channels), [flat, 3]])


def test_an_unrolled_lstm_is_calibrated_though_it_has_outputs_that_nothing_takes(tmp_path, labels):
    source = user_model.of_path(saved(recurrent(unroll=True), tmp_path), labels, "mine", "0,1")
    conversion.to_saved_model(source, tmp_path / "saved_model")
    few = samples.first(samples.generated(), 4)
    content = conversion.to_tflite(source, tmp_path / "saved_model", "int8-full", few)
    (graph,) = flatbuffer_utils.read_model_from_bytearray(bytearray(content)).subgraphs
    assert any(tensor.type == TensorType.INT8 for tensor in graph.tensors)


def test_the_sum_of_a_softplus_is_not_quantised(tmp_path, labels):
    """On pixels of 0 to 255 its exponential is so large that LiteRT ended the process because of the scale."""
    image = keras.Input((16, 16, 3))
    hidden = keras.layers.Conv2D(4, 3, activation="mish")(image)
    hidden = keras.layers.Conv2D(4, 3, activation="mish")(hidden)
    outputs = keras.layers.Dense(3, "softmax")(keras.layers.Flatten()(hidden))
    source = user_model.of_path(saved(keras.Model(image, outputs), tmp_path), labels, "mine")
    conversion.to_saved_model(source, tmp_path / "saved_model")
    few = samples.first(samples.generated(), 4)
    content = conversion.to_tflite(source, tmp_path / "saved_model", "int8-full", few)
    (graph,) = flatbuffer_utils.read_model_from_bytearray(bytearray(content)).subgraphs
    found = [tensor.quantization.scale for tensor in graph.tensors if tensor.quantization]
    scales = np.concatenate([scale for scale in found if scale is not None])
    assert 0 < scales.max() < 1e6
