"""ONNX files and PyTorch programs become `.tflite` files that answer as the originals do, on both sides."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import catalog
from demo.inference.classifier import Classifiers
from export import publishing, samples
from export.files import normalization, user_file
from export.files.originals import RUNTIMES
from export.verify.verification import TOLERANCE
from tests.export.user_models import LABELS, command_line, written

COUNT = 20


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of both converters' kinds."""
    folder = tmp_path_factory.mktemp("made")
    for suffix, script in ((".onnx", "make_onnx.py"), (".pt2", "make_torch.py")):
        command = [RUNTIMES[suffix].python, Path(__file__).with_name(script), folder]
        ran = subprocess.run(command, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture
def refusal(tmp_path, monkeypatch) -> Callable[[Path], str]:
    """The command line's one sentence; nothing may be published."""
    labels = written(tmp_path, *LABELS)
    run = command_line(tmp_path / "published", monkeypatch)

    def of(path: Path) -> str:
        with pytest.raises(SystemExit) as refused:
            run(path, "--labels", labels, "--input-range", "torch")
        assert not (tmp_path / "published").exists()
        assert isinstance(refused.value.code, str) and "\n" not in refused.value.code
        return refused.value.code

    return of


@pytest.mark.parametrize("name", ["network.onnx", "network.pt2"])
def test_a_converted_file_answers_as_the_original(name, made, tmp_path):
    options = user_file.Options(written(tmp_path, *LABELS), "mine", normalization.named("torch"))
    source = user_file.of_path(made / name, options)
    pictures = samples.first(samples.generated(), COUNT)
    path = tmp_path / "published" / "catalog.json"
    (measured,) = publishing.publish(source, pictures, path)
    assert measured.comparison.max_difference <= TOLERANCE and measured.comparison.images == COUNT
    assert measured.in_page.max_difference <= TOLERANCE and measured.in_page.labels_differ == 0
    assert any("softmax was added" in note for note in source.notes)
    batch = next(pictures.batches())
    reference = source.predict(batch)
    assert np.ptp(reference, axis=0).max() > 0.05, "these pictures tell nothing"
    classifiers = Classifiers(catalog.load(path), path.parent, interpreters=1)
    server = classifiers.load(classifiers.find("mine"))
    answers = np.stack([server.probabilities(picture[np.newaxis].astype(np.float32)) for picture in batch])
    np.testing.assert_allclose(answers, reference, atol=TOLERANCE)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("two.onnx", "it has 1 inputs and 2 outputs; an image classifier has one of each."),
        ("open.onnx", "it takes [any, 3, any, any]; export it with one picture of a fixed size."),
    ],
)
def test_what_cannot_be_converted_is_refused(name, sentence, made, refusal):
    assert sentence in refusal(made / name)


def test_no_code_in_a_file_is_run(made, refusal):
    said = {name: refusal(made / name) for name in ("objects.pt2", "size.pt2", "pickled.pt")}
    assert not (made / "mark").exists(), said
    assert "PyTorch would unpickle it" in said["pickled.pt"]
    assert "it may run any code" in said["size.pt2"]


def test_a_damaged_file_is_named(made, refusal, tmp_path):
    for name in ("network.onnx", "network.pt2"):
        damaged = tmp_path / name
        damaged.write_bytes((made / name).read_bytes()[:600])
        assert refusal(damaged).startswith(f"'{damaged}' does not run in ")
