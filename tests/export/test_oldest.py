"""Every published `.tflite` gives the same answers in the oldest runtime that pip can install as in the newest."""

import numpy as np
import pytest
from ai_edge_litert.tools import flatbuffer_utils

import catalog
from export import front_end, samples
from export.formats import operators
from export.formats.handlers import HANDLERS
from export.samples import Samples
from export.verify import oldest

FOLDER = catalog.PATH.parent
PUBLISHED = catalog.load()
FILES = [
    (model, file)
    for model in PUBLISHED.models
    for file in model.files
    if file.format == "tflite" and not file.withheld and (FOLDER / file.path).exists()
]
"""All available files; those too large to be committed may be missing."""
PATHS = [FOLDER / file.path for owner in (*PUBLISHED.models, PUBLISHED.front_end) for file in owner.files]
TFLITE = [path for path in PATHS if path.suffix == ".tflite" and path.exists()]


@pytest.fixture(scope="module")
def pictures():
    """A function: a task -> the pictures for both runtimes."""
    made = {}

    def of(task: str) -> Samples:
        if task not in made:
            made[task] = samples.first(samples.OF_TASK[task](), 500)
        return made[task]

    return of


@pytest.mark.release
@pytest.mark.parametrize(("model", "file"), FILES, ids=[file.path for _, file in FILES])
def test_a_file_gives_the_labels_that_it_gives_in_the_newest(model, file, pictures):
    """`test_committed` asks both runtimes about fewer pictures."""
    asked = pictures(model.task)
    newest = HANDLERS["tflite"].run(FOLDER / file.path, asked).probabilities.argmax(axis=1)
    found = oldest.run(FOLDER / file.path, asked).argmax(axis=1)

    assert len(found) == asked.count >= {"digit": 500, "photo": 300}[model.task]
    assert (found != newest).sum() <= (0.005 * len(found) if file.precision.startswith("int8") else 0)
    if asked.labels is not None:
        right, right_in_newest = (int((labels == asked.labels).sum()) for labels in (found, newest))
        assert abs(right - right_in_newest) <= 0.002 * len(found) and right > (file.accuracy - 0.02) * len(found)


def test_the_front_end_gives_the_frames_that_it_gives_in_the_newest(pictures):
    (file,) = [file for file in PUBLISHED.front_end.files if file.format == "tflite"]
    newest = HANDLERS["tflite"].run(FOLDER / file.path, pictures("digit")).probabilities
    assert np.abs(oldest.run(FOLDER / file.path, pictures("digit")) - newest).max() <= front_end.TOLERANCE


@pytest.mark.parametrize("path", TFLITE, ids=lambda path: path.name)
def test_a_file_says_which_runtime_it_needs(path):
    """The oldest runtime ran the file, and nothing in it is newer than its stated version."""
    model = flatbuffer_utils.read_model(str(path))
    said = operators.minimum(model)
    assert tuple(map(int, said.split("."))) <= (2, 14, 0)
    versions = [code.version for code in model.operatorCodes]
    operators.update(model)
    assert (operators.minimum(model), [code.version for code in model.operatorCodes]) == (said, versions)


@pytest.fixture
def digits_100() -> Samples:
    return samples.first(samples.digits(), 100)


def answers(pictures: Samples, wrong: int) -> np.ndarray:
    labels = pictures.labels.copy()
    labels[:wrong] = (labels[:wrong] + 1) % 10
    return np.eye(10, dtype=np.float32)[labels]


@pytest.mark.parametrize(
    ("precision", "wrong", "fault"),
    [
        ("float32", 0, None),
        ("float16", 1, "gives another label in tflite-runtime 2.14 than in LiteRT for 1 of 1000 pictures; 0.0% are"),
        ("int8", 2, None),
        ("int8", 5, "answers 99.50% of 1000 pictures right in tflite-runtime 2.14, and 100.00% in LiteRT; a differ"),
        ("int8-full", 6, "gives another label in tflite-runtime 2.14 than in LiteRT for 6 of 1000 pictures; 0.5% are"),
    ],
)
def test_what_differs_too_much_is_a_fault(precision, wrong, fault, monkeypatch):
    asked = samples.first(samples.digits(), 1000)
    monkeypatch.setattr(oldest, "run", lambda path, pictures: answers(pictures, wrong))
    found = oldest.fault(FOLDER / "a.tflite", precision, answers(asked, 0), asked)
    assert found is None if fault is None else found.startswith(fault)


def test_an_answer_that_is_no_number_is_a_fault(digits_100, monkeypatch):
    monkeypatch.setattr(oldest, "run", lambda path, pictures: np.full((100, 10), np.nan))
    assert oldest.fault(FOLDER / "a.tflite", "int8", np.full((100, 10), np.nan), digits_100)


def test_a_file_that_the_runtime_refuses_is_a_fault(tmp_path, digits_100):
    (tmp_path / "no.tflite").write_bytes(b"no model")
    fault = oldest.fault(tmp_path / "no.tflite", "float32", answers(digits_100, 0), digits_100)
    assert fault.startswith("does not run in tflite-runtime 2.14: ValueError")


def test_without_the_runtime_the_rule_that_installs_it_is_named(tmp_path, monkeypatch, digits_100):
    monkeypatch.setattr(oldest, "PYTHON", tmp_path / "python")
    with pytest.raises(oldest.NoOldestRuntime, match="`make .venv-oldest/installed` installs it"):
        oldest.run(FOLDER / "a.tflite", digits_100)
