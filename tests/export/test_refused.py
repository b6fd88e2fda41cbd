"""A model that cannot be exported is rejected with one message, and the attempt leaves no files."""

import itertools
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import keras
import pytest
import tensorflow as tf
from keras import layers

from export import features, front_end
from export.sources import label_file, names
from tests.export.user_models import LABELS, command_line, logits, module, network, recurrent, saved, written


@pytest.fixture
def labels(tmp_path):
    return written(tmp_path, *LABELS)


@pytest.fixture
def run(tmp_path, monkeypatch):
    return command_line(tmp_path / "published", monkeypatch)


@pytest.fixture
def refusal(run, tmp_path):
    """The command line's error message, one line; the attempt must leave no files."""

    def of(*arguments: object) -> str:
        with pytest.raises(SystemExit) as refused:
            run(*arguments)
        folder = tmp_path / "published"
        assert not folder.exists() or not list(folder.iterdir())
        sentence = refused.value.code
        assert isinstance(sentence, str) and "\n" not in sentence
        return sentence

    return of


def mixed(make: Callable[..., keras.Model]) -> keras.Model:
    """A network whose layers compute in float16 and whose output is float32, as Keras advises."""
    keras.config.set_dtype_policy("mixed_float16")
    try:
        inner = make((8, 8, 3))
    finally:
        keras.config.set_dtype_policy("float32")
    return keras.Model(inner.inputs[0], layers.Activation("linear")(inner.outputs[0]))


def upsampled(shape: tuple[int, int, int]) -> keras.Model:
    """A transposed convolution without a bias, whose result is averaged."""
    image = keras.Input(shape)
    larger = layers.Conv2DTranspose(3, 3, use_bias=False)(image)
    return keras.Model(image, layers.Softmax()(layers.GlobalAveragePooling2D()(larger)))


ARCHITECTURES = {
    "two inputs": (
        lambda: keras.Model(
            inputs := [keras.Input((8, 8, 3)), keras.Input((8, 8, 3))],
            layers.Dense(3, "softmax")(layers.GlobalAveragePooling2D()(layers.Add()(inputs))),
        ),
        "' has 2 inputs; an image classifier has one.",
    ),
    "two outputs": (
        lambda: keras.Model(
            image := keras.Input((8, 8, 3)),
            [layers.Dense(3, "softmax")(layers.GlobalAveragePooling2D()(image)) for _ in range(2)],
        ),
        "' has 2 outputs; an image classifier has one.",
    ),
    "one number": (
        lambda: network((8, 8, 3), outputs=1, activation=None),
        "' has one output; an image classifier has at least two. ",
    ),
    "yes or no": (
        lambda: network((8, 8, 3), outputs=1, activation="sigmoid"),
        "' has one output; an image classifier has at least two. ",
    ),
    "a loop": (lambda: recurrent(unroll=False), "' has a loop, which the page's TensorFlow.js cannot run: if it is an"),
    "mixed precision": (lambda: mixed(network), "' computes in float16 (mixed precision): set the policy to float32,"),
    "mixed precision inside": (
        lambda: keras.Sequential([keras.Input((8, 8, 3)), mixed(network)]),
        "' computes in float16 (mixed precision): set the policy to float32, build it again and load the weights.",
    ),
    "mixed precision without a sum": (
        lambda: mixed(upsampled),
        "' computes in float16 (mixed precision): set the policy to float32, build it again and load the weights.",
    ),
    "five labels too many": (lambda: network((8, 8, 3), outputs=8), "3 labels, but"),
    "four channels": (lambda: network((8, 8, 4)), "takes [batch, 8, 8, 4], but it must"),
    "no picture": (
        lambda: keras.Sequential([keras.Input((5,)), layers.Dense(3, "softmax")]),
        "takes [batch, 5], but it must take [batch, height, width, channels] with 1 or 3 channels, or [batch, height, ",
    ),
    "a batch of 8": (lambda: network((8, 8, 3), batch=8), "takes 8 pictures at a time, but it must take one."),
    "a map": (
        lambda: keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(3, 1)]),
        "gives [batch, 8, 8, 3], but it must give [batch, labels].",
    ),
    "independent": (lambda: network((8, 8, 3), activation="sigmoid"), "neither probabilities of exclusive labels nor"),
}


@pytest.mark.parametrize("kind", ARCHITECTURES)
def test_what_is_no_image_classifier_is_refused(kind, refusal, tmp_path, labels):
    make, sentence = ARCHITECTURES[kind]
    assert sentence in refusal(saved(make(), tmp_path), "--labels", labels)


def test_mixed_precision_is_found_in_a_saved_model_too(refusal, tmp_path, labels):
    mixed(network).export(tmp_path / "model", verbose=False)
    sentence = (
        "' computes in float16 (mixed precision): set the policy to float32, build it again and load the weights."
    )
    assert refusal(tmp_path / "model", "--labels", labels).endswith(sentence)


def test_one_output_with_one_label_is_refused_too(refusal, tmp_path):
    path = saved(network((8, 8, 3), outputs=1, activation=None), tmp_path)
    assert "' has one output; an image" in refusal(path, "--labels", written(tmp_path, "cat"))


@pytest.mark.parametrize(
    ("content", "labels"),
    [
        (b"\xef\xbb\xbfcat\r\ndog\r\n\r\n", ("cat", "dog")),
        ("0 cat\n1 big dog\n", ("cat", "big dog")),
        ("0,cat\r1,dog", ("cat", "dog")),
        ("0\n1\n2", ("0", "1", "2")),
        ("3 kings\n7 dwarfs", ("3 kings", "7 dwarfs")),
        ("0 cats", ("0 cats",)),
        ("cat\u2028s\ndog", ("cat\u2028s", "dog")),
        ("고양이\n개".encode("utf-16"), ("고양이", "개")),
    ],
)
def test_labels_are_read_as_the_page_reads_them(content, labels, tmp_path):
    """`tests/js/own/labels.test.js` has the page's."""
    path = tmp_path / "labels.txt"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert label_file.read_labels(path) == labels


def test_a_mismatch_of_labels_names_both_numbers(refusal, tmp_path, labels):
    path = saved(network((8, 8, 3), outputs=8), tmp_path)
    assert refusal(path, "--labels", labels).endswith("has 8 outputs: each output needs a label.")


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["cat", "dog", "cat"], "has the label 'cat' twice, in lines 1 and 3."),
        (["cat", "", "dog"], "has an empty label in line 2."),
        ([], "has no labels."),
        (["cat", "d\0g"], "has a control character in line 2: is it a text, with one label a line?"),
        (["cat", "a\u202eb"], "has a control character in line 2: is it a text, with one label a line?"),
        (["cat", "\u200d"], "has an empty label in line 2."),
        (["cat", "x" * 201], "has a label of 201 characters in line 2; at most 200 are read."),
    ],
)
def test_labels_must_be_there_and_differ(lines, sentence, refusal, tmp_path):
    assert refusal(tmp_path / "model.keras", "--labels", written(tmp_path, *lines)).endswith(sentence)


@pytest.mark.parametrize("name", ["../up", "Pets", "", "a b", "-", "x" * 65])
def test_a_name_is_plain(name, refusal, tmp_path, labels):
    sentence = refusal(tmp_path / "model.keras", "--labels", labels, f"--name={name}")
    assert f"'{name}' is not a valid name" in sentence


@pytest.mark.parametrize(
    ("kind", "given", "name"),
    [("file", "My Net.v2.keras", "my-net-v2"), ("folder", "net.1", "net-1"), ("link", "mine.keras", "mine")],
)
def test_a_name_is_that_of_what_is_given(kind, given, name, tmp_path):
    """Not of what a link points to; and a folder has no ending, so `net.1` and `net.2` are two models."""
    path = tmp_path / given
    if kind == "folder":
        path.mkdir()
    elif kind == "link":
        (tmp_path / "theirs.keras").touch()
        path.symlink_to(tmp_path / "theirs.keras")
    assert names.name_of(path, None) == name


def test_the_folder_in_which_one_is_has_a_name(tmp_path, monkeypatch):
    (tmp_path / "net").mkdir()
    monkeypatch.chdir(tmp_path / "net")
    assert names.name_of(Path("."), None) == "net"


def test_a_name_of_this_project_is_taken(refusal, tmp_path, labels):
    assert "'compact' is a model of this project" in refusal(tmp_path / "compact.keras", "--labels", labels)


@pytest.mark.parametrize("name", [front_end.NAME, features.NAME])
def test_a_name_of_a_part_is_taken(name, refusal, tmp_path, labels):
    sentence = f"'{name}' is a part of this project's models. Choose another name with --name."
    assert refusal(tmp_path / f"{name}.keras", "--labels", labels) == sentence
    assert refusal(tmp_path / "model.tflite", "--labels", labels, "--name", name) == sentence


@pytest.mark.parametrize("name", [front_end.NAME, features.NAME])
def test_a_part_is_published_whole(name, refusal):
    assert refusal(name, "--only", "tfjs") == f"--only tfjs is for a whole model: of '{name}' all files are published."


def test_files_must_be_what_they_are_taken_for(refusal, tmp_path, labels):
    assert refusal(tmp_path / "none.keras", "--labels", labels).startswith("There is no file or folder '")
    assert refusal(tmp_path / "m.keras", "--labels", tmp_path / "no").startswith("There is no labels file '")
    for content, (name, kind) in itertools.product(
        (b"", b"no model"), {"model.keras": "a zip archive, as a .keras", "model.h5": "an HDF5 file, as a .h5"}.items()
    ):
        (tmp_path / name).write_bytes(content)
        sentence = f"' cannot be loaded as a Keras model: it is not {kind} file is."
        assert refusal(tmp_path / name, "--labels", labels).endswith(sentence)
    (tmp_path / "model.zip").write_bytes(b"no model")
    assert "' is not a model: give a .keras or .h5 file" in refusal(tmp_path / "model.zip", "--labels", labels)
    (tmp_path / "model.H5").write_bytes(b"no model")
    assert refusal(tmp_path / "model.H5", "--labels", labels).endswith(
        "' must be named 'model.h5': Keras goes by the ending."
    )
    (tmp_path / "model.pt").write_bytes(b"no model")
    assert "' is not read: PyTorch would unpickle it, which " in refusal(tmp_path / "model.pt", "--labels", labels)
    (tmp_path / "empty").mkdir()
    assert "' is not a SavedModel: it contains no" in refusal(tmp_path / "empty", "--labels", labels)
    (tmp_path / "empty" / "saved_model.pb").write_bytes(b"no model")
    assert "' cannot be loaded as a SavedModel: " in refusal(tmp_path / "empty", "--labels", labels)
    (tmp_path / "words.txt").write_bytes(b"\xff")
    assert refusal(tmp_path / "m.keras", "--labels", tmp_path / "words.txt").endswith("are not UTF-8 text.")


class Mine(layers.Layer):
    """A layer that Keras cannot find when it loads the model."""

    def call(self, inputs):
        return inputs * 2


def doubled(inputs):
    return inputs * 2


CODE = {
    "a layer": (Mine, "Mine", "model.keras"),
    "a layer in an old file": (Mine, "Mine", "model.h5"),
    "a function": (lambda: layers.Activation(doubled), "doubled", "model.keras"),
    "a lambda": (lambda: layers.Lambda(lambda inputs: inputs * 2), "Lambda", "model.keras"),
}


@pytest.mark.parametrize("kind", CODE)
def test_code_of_the_user_is_named(kind, refusal, tmp_path, labels):
    make, name, file = CODE[kind]
    path = saved(keras.Sequential([keras.Input((8, 8, 3)), make(), layers.Flatten()]), tmp_path, file)
    sentence = f"'{path}' contains code of your own (`{name}`): call `model.export(folder)` and give that folder."
    assert refusal(path, "--labels", labels) == sentence


def test_a_registered_subclass_is_code_of_the_user_too(refusal, tmp_path, labels):
    class Whole(keras.Sequential):
        """A whole model that is one class."""

    with keras.saving.custom_object_scope({"theirs>Whole": Whole}):
        path = saved(Whole([keras.Input((8, 8, 3)), layers.Flatten()]), tmp_path)
    assert "' contains code of your own (`Whole`): call" in refusal(path, "--labels", labels)


def test_a_file_cannot_make_a_message_of_any_length(refusal, tmp_path, labels, monkeypatch):
    path = saved(network((8, 8, 3)), tmp_path)
    for long in ("x" * 1_000_000, "Unknown " * 200_000, f"Could not locate class '{'x' * 1_000_000}'"):
        monkeypatch.setattr(keras.models, "load_model", Mock(side_effect=ValueError(f"\n{long}")))
        assert len(refusal(path, "--labels", labels)) < len(str(path)) + 400


def test_samples_must_be_pictures(refusal, tmp_path, labels):
    path, folder = saved(network((8, 8, 3)), tmp_path), tmp_path / "samples"
    ask = (path, "--labels", labels, "--samples", folder)
    assert refusal(*ask) == f"There is no folder of samples '{folder}'."
    folder.mkdir()
    assert "has no pictures" in refusal(*ask)
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert refusal(*ask).endswith("broken.png' cannot be read as a picture.")


def test_a_path_and_its_labels_belong_together(refusal, tmp_path, labels):
    path = saved(network((8, 8, 3)), tmp_path)
    assert refusal(path).endswith("needs --labels FILE, with one label per line in the order of its outputs.")
    assert refusal("--labels", labels) == "--labels is for a model of your own: add the path of its file."
    assert "needs --labels FILE" in refusal(path, "--input-range", "-1,1")


@pytest.mark.parametrize("name", ["model.keras", "model.tflite"])
def test_a_single_format_is_for_models_of_this_project(name, refusal, tmp_path, labels):
    path = tmp_path / name
    sentence = f"--only tfjs is for a model of this project: of '{path}' all files are published."
    assert refusal(path, "--labels", labels, "--only", "tfjs") == sentence


def test_an_unknown_input_range_is_refused(run, tmp_path, labels, capsys):
    with pytest.raises(SystemExit) as refused:
        run(tmp_path / "model.keras", "--labels", labels, "--input-range", "-2,2")
    assert refused.value.code == 2 and "'-2,2'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("operation", "sentence"),
    [
        (tf.nn.softsign, "LiteRT has no operation Softsign, which"),
        (tf.math.erfc, "LiteRT has no operation Erfc, which"),
        (
            lambda x: tf.reduce_sum(tf.linalg.diag(x), axis=1),
            "TensorFlow.js has no operation MatrixDiagV3, which the model needs. Nothing was published. LiteRT has all",
        ),
        (lambda x: tf.cumsum(x, axis=1), "The page's TensorFlow.js (bundle/operations.js) has no operation Cumsum,"),
    ],
    ids=["LiteRT", "LiteRT, of which it says custom", "TF.js", "the page"],
)
def test_an_operation_that_a_runtime_lacks_is_named(operation, sentence, refusal, tmp_path, labels):
    path = module(tmp_path, lambda bare, picture: {"logits": operation(logits(bare, picture)["logits"])})
    assert refusal(path, "--labels", labels).startswith(sentence)


def test_answers_that_are_no_numbers_are_refused(refusal, tmp_path, labels):
    model = network((8, 8, 3))
    model.layers[-1].bias.assign([float("nan")] * 3)
    assert "not finite" in refusal(saved(model, tmp_path), "--labels", labels)


def test_pixels_that_are_not_float32_are_refused(refusal, tmp_path, labels):
    image = keras.Input((8, 8, 3), dtype="uint8")
    flat = layers.Flatten()(layers.Rescaling(1 / 255)(image))
    path = saved(keras.Model(image, layers.Dense(3, "softmax")(flat)), tmp_path)
    assert "takes uint8 and gives float32, but both must be float32" in refusal(path, "--labels", labels)


def test_one_of_several_signatures_must_be_the_usual_one(refusal, tmp_path, labels):
    picture = tf.TensorSpec((None, 8, 8, 3), tf.float32)
    mean = tf.function(lambda picture: tf.reduce_mean(picture, (1, 2)), input_signature=[picture])
    signatures = dict.fromkeys(("one", "two"), mean.get_concrete_function())
    tf.saved_model.save(tf.Module(), str(tmp_path / "model"), signatures)
    assert "has no signature 'serving_default'. It has: one, two." in refusal(tmp_path / "model", "--labels", labels)
