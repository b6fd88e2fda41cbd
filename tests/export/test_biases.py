"""Fused biases from TF.js's converter that its WebAssembly backend does not support are corrected."""

import json

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

from export.formats import biases, conversion
from export.formats.browser import run_tfjs
from export.samples import Samples


def network(activation: str | None) -> keras.Model:
    """Two branches that are added, a batch normalisation of rank 4, and a scalar added to a matrix product."""
    keras.utils.set_random_seed(2)
    image = keras.Input((8, 8, 3))
    normalisation = layers.BatchNormalization(axis=3)
    left = normalisation(layers.Conv2D(4, 3, padding="same", use_bias=False)(image / 255))
    right = layers.Conv2D(4, 1, use_bias=False)(layers.ReLU()(left))
    added = layers.Activation(activation or "linear")(layers.Add()([layers.Conv2D(4, 1, use_bias=False)(left), right]))
    normalisation.moving_mean.assign([-0.5, 0.5, 1, 2])
    outputs = layers.Dense(3, use_bias=False)(layers.GlobalAveragePooling2D()(added)) + 0.5
    return keras.Model(image, layers.Softmax()(outputs))


@pytest.mark.parametrize("precision", ["float32", "float16"])
@pytest.mark.parametrize("activation", [None, "relu", "leaky_relu"])
def test_every_fused_bias_is_one_number_a_channel(activation, precision, tmp_path, monkeypatch):
    model, pictures = network(activation), np.random.default_rng(0).integers(0, 256, (3, 8, 8, 3), np.uint8)
    archive = keras.export.ExportArchive()
    archive.track(model)
    archive.add_endpoint("serve", lambda image: model(image, training=False), [tf.TensorSpec((1, 8, 8, 3))])
    archive.write_out(tmp_path / "saved_model", verbose=False)
    with monkeypatch.context() as without:
        without.setattr(biases, "flatten", lambda _: None)
        conversion.to_tfjs(tmp_path / "saved_model", tmp_path / "as_converted", precision)
    conversion.to_tfjs(tmp_path / "saved_model", tmp_path / "flat", precision)

    assert any(shape != [channels] for shape, channels in shapes(tmp_path / "as_converted")), "nothing to put right"
    flat = shapes(tmp_path / "flat")
    assert flat and all(shape == [channels] for shape, channels in flat)
    answers = run_tfjs(tmp_path / "flat" / "model.json", Samples(3, lambda: iter([pictures])))
    expected = model.predict(pictures.astype(np.float32), verbose=0)
    np.testing.assert_allclose(answers.probabilities, expected, atol=1e-6 if precision == "float32" else 3e-3)


def shapes(folder) -> list[tuple[list[int] | None, int]]:
    """Shape of each fused bias, None if it is computed, and the number of channels that it is added to."""
    model = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    constants = {weight["name"]: weight["shape"] for weight in model["weightsManifest"][0]["weights"]}
    fused = [node for node in model["modelTopology"]["node"] if node["op"] in ("_FusedConv2D", "_FusedMatMul")]
    return [(constants.get(node["input"][2]), constants[node["input"][1]][-1]) for node in fused]
