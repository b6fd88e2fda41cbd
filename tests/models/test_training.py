"""Training on little data: it resumes after an interruption, and never leaves an incomplete model."""

import json
import warnings
from functools import partial
from unittest.mock import Mock

import keras
import numpy as np
import pytest
import tensorflow as tf
from PIL import Image

from models import __main__ as command_line
from models import trained_files
from models.architectures import ARCHITECTURES
from models.data import drawing, handwriting, mnist
from models.evaluation.evaluation import expected_calibration_error
from models.preprocessing import polarity as polarity_network
from models.preprocessing import segmentation as segmentation_network
from models.training import backup, calibration, polarity, segmentation, training
from models.training.training import Options


@pytest.fixture
def little(monkeypatch, tmp_path, digits):
    """150 images to train on, two batches, 100 held out, 100 to evaluate, and a separate folder for what is trained."""
    images, labels = digits
    monkeypatch.setattr(mnist, "train", lambda: (images[:250], labels[:250]))
    monkeypatch.setattr(mnist, "test", lambda: (images[400:500], labels[400:500]))
    monkeypatch.setattr(training, "HELD_OUT", 100)
    monkeypatch.setattr(training, "SCRIBBLES", 20)
    monkeypatch.setattr(training, "LETTERS", 20)
    monkeypatch.setattr(trained_files, "TRAINED", tmp_path)
    return tmp_path


@pytest.fixture
def eagerly():
    """On little data it takes longer to trace a graph than to train: a test of what is written needs none."""
    tf.config.run_functions_eagerly(True)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Even though the")  # that those of tf.data are still traced
        yield
    tf.config.run_functions_eagerly(False)


@pytest.mark.usefixtures("eagerly")
@pytest.mark.parametrize("name", ["cnn", "mlp-subclass", "compact"])
def test_a_training_leaves_the_model_its_figures_and_nothing_else(little, name):
    path = training.train(name, Options(epochs=2))
    model = keras.models.load_model(path)
    assert (model.input_shape, model.output_shape) == ((None, 224, 224, 3), (None, 10))
    result = json.loads((little / f"{name}.json").read_text())
    assert result["parameters"] == model.count_params() and result["epochs"] == 2
    assert np.sum(result["confusion"]) == 100
    assert 0 <= result["accuracy"] <= 1
    left = {path.name for path in little.iterdir() if path.is_file()}
    assert left - {"polarity.keras", "segmentation.keras"} == {
        f"{name}.keras",
        f"{name}.json",
        f"{name}-curves.png",
        f"{name}-confusion.png",
    }
    assert list((little / ".backup").iterdir()) == []


@pytest.mark.usefixtures("eagerly")
@pytest.mark.parametrize("name", ["mlp", "compact"])
def test_an_interrupted_training_goes_on_where_it_ended(name, little, monkeypatch):
    class Interrupt(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            if epoch == 1:
                raise KeyboardInterrupt

    fit = keras.Model.fit
    epochs: list[int] = []

    def interrupted(self, *args, callbacks, **kwargs):
        return fit(self, *args, callbacks=[*callbacks, Interrupt()], **kwargs)

    def counted(self, *args, callbacks, **kwargs):
        count = keras.callbacks.LambdaCallback(on_epoch_begin=lambda epoch, logs: epochs.append(epoch))
        return fit(self, *args, callbacks=[*callbacks, count], **kwargs)

    monkeypatch.setattr(keras.Model, "fit", interrupted)
    with pytest.raises(KeyboardInterrupt):
        training.train(name, Options(epochs=4))
    assert not (little / f"{name}.keras").exists()
    monkeypatch.setattr(keras.Model, "fit", counted)
    assert training.train(name, Options(epochs=4)).exists()
    assert epochs and epochs[0] > 0 and epochs[-1] == 3, "not from the start again"


@pytest.mark.usefixtures("eagerly")
def test_a_training_that_was_interrupted_after_its_last_epoch_is_not_begun_anew(little, monkeypatch):
    def interrupt(model):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(training.evaluation, "evaluate", interrupt)
        with pytest.raises(KeyboardInterrupt):
            training.train("mlp", Options(epochs=2))
    (seconds,) = little.glob(".backup/mlp-*/seconds")
    before = float(seconds.read_text())
    seconds.write_text(str(before + 1000))
    lengths: list[int] = []
    monkeypatch.setattr(training.figures, "curves", lambda history, *_: lengths.append(len(history["loss"])))
    training.train("mlp", Options(epochs=2))
    assert lengths == [2]
    result = json.loads((little / "mlp.json").read_text())
    assert 1000 + before <= result["training_seconds"] + 0.5, "those of before count too"


def test_a_comment_makes_no_other_training_and_code_does(tmp_path):
    code = tmp_path / "frames.py"
    digests = []
    for text in ("SIDE = 28\n", '"""Frames."""\n\nSIDE = 28  # of MNIST\n', "SIDE = 29\n"):
        code.write_text(text, encoding="utf-8")
        digests.append(backup.code_of(code))
    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize("network", [polarity_network, segmentation_network])
def test_another_network_of_the_front_end_makes_another_training(tmp_path, monkeypatch, network):
    """Its weights are no code, but they shape the frames."""
    before = backup.digest_of(np.zeros(1), np.zeros(1), 0)
    monkeypatch.setattr(network, "TRAINED", tmp_path / "other.keras")
    (tmp_path / "other.keras").write_bytes(b"other weights")
    assert backup.digest_of(np.zeros(1), np.zeros(1), 0) != before


@pytest.mark.usefixtures("eagerly")
def test_what_was_kept_of_another_training_of_the_model_and_the_seed_is_removed(little):
    others = [little / ".backup" / f"{name}-{'0' * 12}" for name in ("mlp-0", "mlp-functional-0", "mlp-1")]
    for other in others:
        other.mkdir(parents=True)
        (other / "frames.npz").write_bytes(b"large")
    training.train("mlp", Options(epochs=1))
    assert {folder.name for folder in (little / ".backup").iterdir()} == {other.name for other in others[1:]}


def test_calibration_finds_the_temperature_and_changes_no_label(digits):
    rng = np.random.default_rng(0)
    logits = rng.normal(size=(5000, 10)) * 2
    probabilities = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    labels = np.array([rng.choice(10, p=row) for row in probabilities])
    classifier = keras.Sequential([keras.Input((10,)), keras.layers.Dense(10, activation="softmax")])
    classifier.layers[0].set_weights([np.eye(10) * 3, np.zeros(10)])  # logits three times too large
    before = classifier.predict(logits, verbose=0)
    temperature = calibration.calibrate(classifier, logits, np.eye(10)[labels])
    after = classifier.predict(logits, verbose=0)
    assert temperature == pytest.approx(3, rel=0.1)
    assert (before.argmax(axis=1) == after.argmax(axis=1)).all()
    error = expected_calibration_error
    assert error(after, labels) < 0.03 < 0.2 < error(before, labels)


@pytest.mark.parametrize("condition", drawing.CONDITIONS.values(), ids=drawing.CONDITIONS)
def test_a_drawn_digit_is_a_picture_and_the_same_for_the_same_seed(condition, digits):
    first, again = (drawing.draw(digits[0][1], condition, np.random.default_rng(7)) for _ in range(2))
    assert first.shape == (224, 224, 3) and first.dtype == np.uint8
    np.testing.assert_array_equal(first, again)


def test_pictures_for_training_do_not_depend_on_the_chunk_they_are_drawn_in(digits):
    images = digits[0][:6]
    for draw, *labels in ((partial(drawing.draw_chunk, None),), (handwriting.write_chunk, digits[1][:6])):
        whole = draw((7, 0, images, *labels))
        np.testing.assert_array_equal(whole[2:], draw((7, 2, images[2:], *(each[2:] for each in labels))))
        assert (whole != draw((8, 0, images, *labels))).any(axis=(1, 2, *range(3, whole.ndim))).all(), "another seed"


def test_a_picture_of_few_pixels_is_enlarged():
    ink = np.random.default_rng(0).random((224, 224))
    coarse = drawing.enlarged(ink, 8, Image.Resampling.NEAREST)
    np.testing.assert_array_equal(coarse, coarse[::28, ::28].repeat(28, axis=0).repeat(28, axis=1))
    assert drawing.enlarged(ink, 224, Image.Resampling.NEAREST) is ink


@pytest.mark.parametrize("size", [0.3, 1.0])
def test_a_drawn_digit_is_whole_on_the_canvas_and_as_large_as_it_should_be(size, digits):
    for seed, image in enumerate(digits[0][:20]):
        drawn = drawing.draw(image, drawing.Condition(size=(size, size)), np.random.default_rng(seed))[..., 0]
        rows, columns = np.nonzero(drawn > 0.3 * 255)
        assert max(np.ptp(rows), np.ptp(columns)) + 1 == pytest.approx(size * 224, abs=12)


def test_data_that_are_not_mnists_are_named(tmp_path, monkeypatch):
    monkeypatch.setenv("MNIST_NPZ", str(tmp_path / "wrong.npz"))
    np.savez(tmp_path / "wrong.npz", x_train=np.zeros((60_000, 32, 32), np.uint8), y_train=np.zeros(60_000, np.uint8))
    with pytest.raises(ValueError, match=r"MNIST images are uint8 \(60000, 28, 28\); .* has uint8 \(60000, 32, 32\)"):
        mnist.train()
    np.savez(tmp_path / "wrong.npz", pictures=np.zeros(1))
    with pytest.raises(ValueError, match=r"has no array \['x_train', 'y_train'\]. It has: \['pictures'\]"):
        mnist.train()
    for content in (b"", b"PK\x03\x04 half a file"):
        (tmp_path / "wrong.npz").write_bytes(content)
        with pytest.raises(ValueError, match="is not an .npz file"):
            mnist.train()
    np.save(tmp_path / "wrong.npz.npy", np.zeros(1))
    monkeypatch.setenv("MNIST_NPZ", str(tmp_path / "wrong.npz.npy"))
    with pytest.raises(ValueError, match="is not an .npz file"):
        mnist.train()


def test_a_wrong_name_lists_those_there_are():
    with pytest.raises(SystemExit, match="There is no model 'nothing'. There are: .*compact"):
        command_line.main(["train", "nothing"])


def test_the_list_names_all(capsys):
    command_line.main(["list"])
    listed = capsys.readouterr().out
    assert all(name in listed for name in ARCHITECTURES)


def test_without_a_network_the_training_data_are_asked_for_by_name(monkeypatch):
    def refused():
        raise Exception("URL fetch failure")  # Keras's own

    monkeypatch.delenv("MNIST_NPZ", raising=False)
    monkeypatch.setattr(keras.datasets.mnist, "load_data", refused)
    with pytest.raises(OSError, match=r"downloaded \(URL fetch failure\)\. .* set MNIST_NPZ to a file"):
        mnist.train()


@pytest.mark.usefixtures("eagerly")
def test_another_seed_only_adds_its_accuracy(little):
    training.train("mlp", Options(epochs=1))
    path, before = little / "mlp.json", (little / "mlp.keras").read_bytes()
    first = json.loads(path.read_text())
    assert training.train("mlp", Options(seed=1, epochs=1, figures_only=True)) == path
    other = json.loads(path.read_text())["other_seeds"]
    assert list(other) == ["1"] and 0 <= other["1"] <= 1
    assert json.loads(path.read_text()) == {**first, "other_seeds": other}
    assert (little / "mlp.keras").read_bytes() == before


@pytest.mark.usefixtures("eagerly")
def test_the_training_of_another_seed_is_kept_until_its_accuracy_is_written(little, monkeypatch):
    training.train("mlp", Options(epochs=1))
    with monkeypatch.context() as patch:
        patch.setattr(training.evaluation, "evaluate", Mock(side_effect=KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            training.train("mlp", Options(seed=1, epochs=1, figures_only=True))
    assert list(little.glob(".backup/mlp-1-*/state"))
    training.train("mlp", Options(seed=1, epochs=1, figures_only=True))
    assert not list(little.glob(".backup/mlp-*"))


@pytest.mark.usefixtures("eagerly")
def test_an_accuracy_that_may_not_stand_beside_the_models_own_is_not_trained_for(little):
    with pytest.raises(ValueError, match="'mlp' has none yet"):
        training.train("mlp", Options(seed=1, figures_only=True))
    training.train("mlp", Options(epochs=1))
    with pytest.raises(ValueError, match="seed '0' is that of the trained 'mlp'"):
        training.train("mlp", Options(epochs=1, figures_only=True))
    with pytest.raises(ValueError, match=r"trained for 1 epochs\. Not for '2'"):
        training.train("mlp", Options(seed=1, epochs=2, figures_only=True))
    assert not list(little.glob(".backup/mlp-*"))


@pytest.mark.parametrize("name", ["polarity", "segmentation", "transfer", "photo"])
def test_what_has_no_other_seeds_is_not_trained_for_their_figures(little, name):
    with pytest.raises(SystemExit, match=f"'{name}' is given, but other seeds belong to mlp, "):
        command_line.main(["train", name, "--seed", "1", "--figures-only"])
    assert list(little.iterdir()) == []


def test_the_figures_of_other_seeds_are_those_of_the_classifiers(monkeypatch):
    trained: list[str] = []
    monkeypatch.setattr(command_line, "get_entry", lambda name: Mock(train=lambda options: trained.append(name)))
    monkeypatch.setattr(command_line, "FRONT_END", {"polarity": lambda options: trained.append("polarity")})
    command_line.main(["train", "--seed", "1", "--figures-only"])
    assert trained == list(ARCHITECTURES)


def test_the_polarity_is_trained_and_tells_light_ink_from_dark(little, monkeypatch):
    monkeypatch.setattr(polarity, "HELD_OUT", 100)
    network = keras.models.load_model(polarity.train(Options(epochs=2)))
    assert (network.input_shape, network.output_shape) == ((None, 28, 28, 1), (None, 1, 1, 1))
    assert network.count_params() == 1360
    result = json.loads((little / "polarity.json").read_text())
    assert result["epochs"] == 2 and 0.5 < result["accuracy"] <= 1


def test_the_segmentation_is_trained_and_tells_digits_from_marks(little, monkeypatch, digits):
    monkeypatch.setattr(segmentation, "HELD_OUT", 100)
    path = segmentation.train(Options(epochs=2))
    network = keras.models.load_model(path)
    assert (network.input_shape, network.output_shape) == ((None, 56, 56, 1), (None, 28, 28, 1))
    result = json.loads((little / "segmentation.json").read_text())
    assert result["epochs"] == 2 and 0 < result["recall"] <= 1 and 0 < result["precision"] <= 1


@pytest.mark.parametrize("name", sorted(ARCHITECTURES))
def test_a_published_model_has_the_seed_and_the_epochs_of_its_command(name):
    figures = json.loads((trained_files.TRAINED / f"{name}.json").read_text(encoding="utf-8"))
    assert (figures["seed"], figures["epochs"]) == (ARCHITECTURES[name].seed, ARCHITECTURES[name].epochs)
