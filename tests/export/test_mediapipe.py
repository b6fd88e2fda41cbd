"""On phones: MediaPipe Tasks classifies pictures with the `.tflite` alone, without code of this project."""

import io
import json
import subprocess
import zipfile
from pathlib import Path

import numpy as np
import pytest
import skimage.data
from PIL import Image

import catalog
from catalog import File, Model
from demo.headless import STATIC
from demo.inference.classifier import Classifiers
from demo.inference.predictor import Predictor
from export import samples
from harness.server import ROOT

MODELS = STATIC / "models"
PYTHON = ROOT / ".venv-mediapipe" / "bin" / "python"
"""The environment of `requirements-mediapipe.txt`, which `make test` creates."""

CLASSIFY = """
import json, sys
import mediapipe, numpy
from mediapipe.tasks.python import BaseOptions, vision

pictures, *models = sys.argv[1:]
with numpy.load(pictures) as pictures:
    images = [mediapipe.Image(mediapipe.ImageFormat.SRGB, pictures[name]) for name in pictures]
labels = []
for model in models:
    options = vision.ImageClassifierOptions(base_options=BaseOptions(model_asset_path=model), max_results=1)
    with vision.ImageClassifier.create_from_options(options) as classifier:
        first = [classifier.classify(image).classifications[0].categories[0] for image in images]
    labels.append([category.category_name for category in first])
print(json.dumps(labels))
"""

READ = """
import json, sys
from mediapipe.tasks.metadata import metadata_schema_py_generated as schema, schema_py_generated as model_schema

def plain(value):
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, list):
        return [plain(each) for each in value]
    if hasattr(value, "tolist"):
        return value.tolist()
    return {name: plain(each) for name, each in vars(value).items()} if hasattr(value, "__dict__") else value

def read(path):
    model = model_schema.ModelT.InitFromPackedBuf(open(path, "rb").read(), 0)
    (entry,) = [entry for entry in model.metadata if entry.name == b"TFLITE_METADATA"]
    content = model.buffers[entry.buffer].data.tobytes()
    assert schema.ModelMetadata.ModelMetadataBufferHasIdentifier(content, 0)
    return plain(schema.ModelMetadataT.InitFromPackedBuf(content, 0))

print(json.dumps([read(path) for path in sys.argv[1:]]))
"""


def published(task: str) -> list[tuple[Model, File]]:
    """The available `.tflite` files of a task's models: those too large to be committed may be missing."""
    return [
        (model, file)
        for model in catalog.load().models
        for file in model.files
        if (model.task, file.format, file.withheld) == (task, "tflite", None) and (MODELS / file.path).exists()
    ]


def titled(published: tuple[Model, File]) -> str:
    return published[1].path


DIGITS, PHOTOS = published("digit"), published("photo")
OF_THE_DEFAULT = [each for each in DIGITS if each[0].name == catalog.load().default]
COMMITTED_PHOTOS = [each for each in PHOTOS if each[1].command is None]


def in_mediapipe(script: str, *arguments) -> list:
    assert PYTHON.exists(), "`make .venv-mediapipe/installed` makes the environment that this test needs"
    command = [PYTHON, "-c", script, *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def mediapipe_labels(
    published: list[tuple[Model, File]], pictures: list[np.ndarray], folder: Path
) -> dict[str, list[str]]:
    """Path of each file -> MediaPipe's first label for each picture; in one process, which takes a second to start."""
    np.savez(folder / "pictures.npz", *pictures)
    files = [file.path for _, file in published]
    found = in_mediapipe(CLASSIFY, folder / "pictures.npz", *(MODELS / path for path in files))
    return dict(zip(files, found, strict=True))


@pytest.fixture(scope="module")
def server_answers():
    """A function: a file of the catalog, pictures -> the answers of our server's predictor to them, as PNG files."""
    predictor = Predictor(Classifiers(catalog.load(), MODELS, interpreters=1), max_pixels=10_000_000)

    def answers(model: Model, file: File, pictures: list[np.ndarray]) -> list:
        choice = predictor.classifiers.find(model.name, file.precision)
        return [predictor.from_bytes(as_png(picture), choice) for picture in pictures]

    return answers


def as_png(picture: np.ndarray) -> bytes:
    content = io.BytesIO()
    Image.fromarray(picture).save(content, "PNG", compress_level=1)
    return content.getvalue()


@pytest.fixture(scope="module")
def raw_digits(digits) -> list[np.ndarray]:
    """300 test digits as pictures of various sizes and aspect ratios, dark on light and light on dark."""
    rng = np.random.default_rng(0)
    pictures = []
    for image in digits[0][:300]:
        width, height = rng.integers(100, 300) * rng.uniform(0.8, 1.25, 2)
        large = Image.fromarray(image).resize((int(width), int(height)), Image.Resampling.BICUBIC).convert("RGB")
        pictures.append(np.asarray(large) ^ np.uint8(rng.choice((0, 255))))
    return pictures


@pytest.fixture(scope="module")
def labels_of_raw_digits(raw_digits, tmp_path_factory) -> dict[str, list[str]]:
    """MediaPipe's, by the path of each file of the default."""
    return mediapipe_labels(OF_THE_DEFAULT, raw_digits, tmp_path_factory.mktemp("raw_digits"))


@pytest.mark.parametrize(("model", "file"), OF_THE_DEFAULT, ids=map(titled, OF_THE_DEFAULT))
def test_raw_digits_get_the_labels_that_the_server_gives(
    model, file, raw_digits, digits, labels_of_raw_digits, server_answers
):
    labels = labels_of_raw_digits[file.path]

    for label, answer in zip(labels, server_answers(model, file, raw_digits), strict=True):
        # `int8-full` has 256 steps, so two digits may be equally probable
        likeliest = np.flatnonzero(answer.probabilities == answer.probabilities.max())
        assert label in [answer.model.labels[index] for index in likeliest]
    assert np.mean(np.array(labels, int) == digits[1][:300]) > 0.97


@pytest.fixture(scope="module")
def labels_of_few_digits(pictures, tmp_path_factory) -> dict[str, list[str]]:
    """MediaPipe's for the first 20 pictures, by the path of each file."""
    return mediapipe_labels(DIGITS, list(pictures[:20]), tmp_path_factory.mktemp("few_digits"))


@pytest.mark.parametrize(("model", "file"), DIGITS, ids=map(titled, DIGITS))
def test_every_digit_model_gives_its_labels_on_both_sides(model, file, pictures, labels_of_few_digits, server_answers):
    few = list(pictures[:20])
    assert labels_of_few_digits[file.path] == [answer.label for answer in server_answers(model, file, few)]


@pytest.mark.parametrize(("model", "file"), COMMITTED_PHOTOS, ids=map(titled, COMMITTED_PHOTOS))
def test_crops_of_photographs_get_the_labels_that_the_server_gives(model, file, server_answers, tmp_path):
    crops = list(next(samples.photographs().batches()))
    labels = mediapipe_labels([(model, file)], crops, tmp_path)[file.path]

    assert labels == [answer.label for answer in server_answers(model, file, crops)]
    assert len(set(labels)) > 10


@pytest.mark.parametrize(("model", "file"), COMMITTED_PHOTOS, ids=map(titled, COMMITTED_PHOTOS))
def test_whole_photographs_are_told_as_the_server_tells_them(model, file, server_answers, tmp_path):
    """Each side resizes differently, which may decide if the model is unsure: `astronaut` is not a class."""
    photographs = [getattr(skimage.data, name)() for name in samples.PHOTOGRAPHS] + [
        skimage.data.stereo_motorcycle()[0]
    ]
    labels = mediapipe_labels([(model, file)], photographs, tmp_path)[file.path]
    answers = server_answers(model, file, photographs)
    for label, answer in zip(labels, answers):
        assert label in [answer.model.labels[index] for index in answer.probabilities.argsort()[-5:]]
    assert sum(label == answer.label for label, answer in zip(labels, answers)) >= 4


def test_every_file_says_what_it_is():
    """Read with MediaPipe's own classes for the schema; the numbers are from its enumerations."""
    files = DIGITS + PHOTOS
    assert files
    for (model, file), about in zip(files, in_mediapipe(READ, *(MODELS / file.path for _, file in files))):
        assert (about["name"], about["version"]) == (model.title, model.version), file.path
        assert about["description"]
        (graph,) = about["subgraphMetadata"]
        (image,), (probabilities,) = graph["inputTensorMetadata"], graph["outputTensorMetadata"]
        assert image["content"]["contentPropertiesType"] == 2, "an image"
        assert image["content"]["contentProperties"]["colorSpace"] == 1, "RGB"
        assert image["processUnits"] == [{"optionsType": 1, "options": {"mean": [0.0], "std": [1.0]}}], "unchanged"
        (labels,) = probabilities["associatedFiles"]
        assert labels["type"] == 2, "labels of the axis"
        with zipfile.ZipFile(MODELS / file.path) as packed:
            assert packed.read(labels["name"]).decode().splitlines() == list(model.labels)
