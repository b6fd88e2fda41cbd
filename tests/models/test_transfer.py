"""Transfer learning: a module from TF Hub, a trained head, and a SavedModel with the interface of all digit models."""

import json

import keras
import numpy as np
import pytest
import tensorflow_hub as hub

from export.formats import conversion
from export.formats.handlers import HANDLERS
from export.samples import Samples
from export.sources import ours
from models import trained_files
from models.__main__ import main
from models.data import mnist
from models.training import hub_module, transfer
from models.training.training import Options


@pytest.fixture(scope="module")
def network() -> keras.Model:
    """A small network with the interface of a large one; batch normalisation gives it weights that are not trained."""
    keras.utils.set_random_seed(0)
    image = keras.Input((None, None, 3))
    x = keras.layers.Conv2D(64, 8, strides=8, activation="relu")(image / 255)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.Flatten()(keras.layers.Resizing(7, 7)(x))
    return keras.Model(image, x)


@pytest.fixture(scope="module")
def module(network, tmp_path_factory) -> str:
    """The folder of a TF Hub module made of that network."""
    folder = tmp_path_factory.mktemp("hub")
    hub_module.write_feature_vector(network, folder)
    return str(folder)


@pytest.fixture
def little(monkeypatch, tmp_path, digits):
    """1,000 images to train on, 100 to evaluate, and a separate folder for the trained files."""
    images, labels = digits
    monkeypatch.setattr(mnist, "train", lambda: (images[:1000], labels[:1000]))
    monkeypatch.setattr(mnist, "test", lambda: (images[1000:1100], labels[1000:1100]))
    for place in (trained_files, ours):
        monkeypatch.setattr(place, "TRAINED", tmp_path)
    monkeypatch.setattr(transfer, "HELD_OUT", 100)
    return tmp_path


def test_hub_loads_the_module_with_its_weights(network, module):
    layer = hub.KerasLayer(module, trainable=False)
    pictures = np.random.default_rng(0).random((3, 112, 112, 3), np.float32)
    np.testing.assert_allclose(layer(pictures), network.predict_on_batch(pictures * 255), atol=1e-5)
    assert len(layer.variables) == len(network.weights) and not layer.trainable_variables


def test_what_is_trained_has_the_face_and_the_front_end_of_all_digit_models(little, module, pictures):
    path = transfer.train(Options(epochs=20, handle=module))
    model = trained_files.load("transfer")
    answers = model.predict_on_batch(pictures[:20].astype(np.float32))
    np.testing.assert_allclose(answers.sum(axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(model.predict_on_batch(np.zeros((1, 224, 224, 3), np.float32)), 0.1, atol=1e-6)
    result = json.loads((little / "transfer.json").read_text())
    assert result["accuracy"] > 0.5, "even a random network says enough of a digit"
    assert path.is_dir() and not list(little.glob(".*")), "and nothing half-written stays"
    assert module not in (little / "transfer.json").read_text(), "nobody needs to know where the module lay"

    source = ours.of_registry("transfer")
    assert source.parameters == result["parameters"]
    conversion.to_saved_model(source, little / "saved_model")
    converted = little / "transfer.tflite"
    twenty = Samples(20, lambda: iter([pictures[:20]]))
    converted.write_bytes(conversion.to_tflite(source, little / "saved_model", "float32", twenty))
    np.testing.assert_allclose(HANDLERS["tflite"].run(converted, twenty).probabilities, answers, atol=1e-5)


def test_a_handle_that_cannot_be_had_is_named_and_the_way_without_a_hub(little, tmp_path):
    with pytest.raises(SystemExit, match="feature vector of '.*nowhere' is not available.*hub-module DIR"):
        main(["train", "transfer", "--handle", str(tmp_path / "nowhere")])


def test_a_module_is_not_written_over_what_is_there(tmp_path):
    (tmp_path / "precious").write_text("mine")
    with pytest.raises(SystemExit, match="is not empty: name a new folder"):
        main(["hub-module", str(tmp_path)])
    assert (tmp_path / "precious").read_text() == "mine"
