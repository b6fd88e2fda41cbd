"""EfficientNet-Lite0: the architecture, its labels, and the answers of its published file to photographs."""

import sys

import numpy as np
import pytest
import skimage.data
from ai_edge_litert.interpreter import Interpreter
from PIL import Image

import catalog
from models import efficientnet, trained_files
from models.__main__ import main


def test_it_has_the_size_and_the_shapes_of_the_original():
    model = efficientnet.build()
    assert model.count_params() == 4_694_024  # 4,652,008 trainable ones, and 42,016 batch normalisation statistics
    assert sum(weights.shape.num_elements() for weights in map(lambda w: w.value, model.trainable_weights)) == 4_652_008
    assert (model.input_shape, model.output_shape) == ((None, 224, 224, 3), (None, 1000))
    assert efficientnet.build(classes=None).output_shape == (None, 1280)


def test_every_label_has_a_name_of_its_own():
    labels = efficientnet.labels()
    assert len(labels) == len(set(labels)) == 1000
    assert (labels[0], labels[285], labels[999]) == ("tench", "Egyptian cat", "toilet tissue")
    assert catalog.load().model("photo").labels == labels


@pytest.mark.parametrize(("photograph", "label"), [("chelsea", "Egyptian cat"), ("coffee", "espresso")])
def test_the_published_file_knows_what_is_on_a_photograph(photograph, label):
    model = catalog.load().model("photo")
    interpreter = Interpreter(str(catalog.PATH.parent / model.file("tflite", "float16").path))
    interpreter.allocate_tensors()
    picture = Image.fromarray(getattr(skimage.data, photograph)()).resize((224, 224))
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], np.asarray(picture, np.float32)[np.newaxis])
    interpreter.invoke()
    probabilities = interpreter.get_tensor(interpreter.get_output_details()[0]["index"])[0]
    assert model.labels[probabilities.argmax()] == label
    assert probabilities.sum() == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize("command", [["train", "photo"], ["hub-module", "module"]], ids=" ".join)
def test_without_pytorch_it_says_what_to_install(command, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "torch", None)  # pretends that it is missing, even if this machine has it
    monkeypatch.setattr(trained_files, "TRAINED", tmp_path)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match="and 'torch' is not installed: pip install torch"):
        main(command)
    assert list(tmp_path.iterdir()) == []
