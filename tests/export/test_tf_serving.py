"""The exported SavedModel answers TF Serving's own requests, as TF Serving answers them: from a numbered folder, by the
model's name, version and signature. The server itself is no Python package, so it is not run here."""

import functools
import zipfile
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf
from tensorflow.core.protobuf.meta_graph_pb2 import SignatureDef
from tensorflow_serving.apis.predict_pb2 import PredictRequest, PredictResponse

import catalog
from demo.headless import STATIC, load
from demo.settings import Settings

MODELS = [
    model
    for model in catalog.load().models
    if any(file.format == "saved_model" and file.everywhere for file in model.files)
]
SIGNATURE = "serving_default"


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Path:
    """A folder as TF Serving reads it: NAME/VERSION/saved_model.pb."""
    folder = tmp_path_factory.mktemp("models")
    for model in MODELS:
        path = STATIC / "models" / model.file("saved_model").path
        zipfile.ZipFile(path).extractall(folder / model.name / "1")
    return folder


@functools.cache
def loaded_from(folder: Path) -> tf.Module:
    """Loaded once, as a server does, and not for each request."""
    return tf.saved_model.load(str(folder))


def answer(base: Path, received: bytes) -> bytes:
    """What a server does with a serialised `PredictRequest`: finds the model, runs its signature, serialises."""
    request = PredictRequest.FromString(received)
    spec = request.model_spec
    loaded = loaded_from(base / spec.name / str(spec.version.value))
    inputs = {name: tf.make_ndarray(value) for name, value in request.inputs.items()}
    response = PredictResponse(model_spec=spec)
    outputs = loaded.signatures[spec.signature_name](**{name: tf.constant(value) for name, value in inputs.items()})
    for name, value in outputs.items():
        response.outputs[name].CopyFrom(tf.make_tensor_proto(value))
    return response.SerializeToString()


def signature(base: Path, name: str) -> SignatureDef:
    """What a client learns from TF Serving's metadata."""
    from tensorflow.core.protobuf.saved_model_pb2 import SavedModel

    graph = SavedModel.FromString((base / name / "1" / "saved_model.pb").read_bytes())
    return graph.meta_graphs[0].signature_def[SIGNATURE]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_a_request_of_tf_serving_gets_the_answer_of_the_server(base, model, pictures):
    predictor = load(Settings(threads=1))
    choice = predictor.classifiers.find(model.name, "float32")
    described = signature(base, model.name)
    (taken,), (given,) = described.inputs, described.outputs
    assert [size.size for size in described.inputs[taken].tensor_shape.dim] == list(model.input)
    for picture in pictures[:10]:
        batch = picture[np.newaxis].astype(np.float32)
        request = PredictRequest()
        request.model_spec.name, request.model_spec.signature_name = model.name, SIGNATURE
        request.model_spec.version.value = 1
        request.inputs[taken].CopyFrom(tf.make_tensor_proto(batch))

        response = PredictResponse.FromString(answer(base, request.SerializeToString()))

        expected = predictor.from_picture(batch, choice).probabilities
        (probabilities,) = tf.make_ndarray(response.outputs[given])
        assert response.model_spec.name == model.name
        assert np.abs(probabilities - expected).max() <= catalog.LIMITS.difference
        assert model.labels[int(probabilities.argmax())] == model.labels[int(expected.argmax())]
