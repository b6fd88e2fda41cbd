"""ONNX files and PyTorch programs become `.tflite` files that answer as the originals do, on both sides."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import catalog
from demo.inference.classifier import Classifiers
from export import publishing, samples
from export.files import normalization, originals, user_file
from export.files.originals import RUNTIMES
from export.verify.verification import TOLERANCE, VerificationError
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
def refusal(tmp_path, monkeypatch) -> Callable[..., str]:
    """The command line's one sentence; nothing may be published."""
    run = command_line(tmp_path / "published", monkeypatch)

    def of(path: Path, labels: tuple[str, ...] = LABELS) -> str:
        with pytest.raises(SystemExit) as refused:
            run(path, "--labels", written(tmp_path, *labels), "--input-range", "torch")
        assert not (tmp_path / "published").exists()
        assert isinstance(refused.value.code, str) and "\n" not in refused.value.code
        return refused.value.code

    return of


def source_of(path: Path, tmp_path: Path) -> user_file.Source:
    return user_file.of_path(path, user_file.Options(written(tmp_path, *LABELS), "mine", normalization.named("torch")))


@pytest.mark.parametrize("name", ["network.onnx", "beside.onnx", "network.pt2", "one.pt2"])
def test_a_converted_file_answers_as_the_original(name, made, tmp_path):
    before = (made / name).read_bytes()
    source = source_of(made / name, tmp_path)
    pictures = samples.first(samples.generated(), COUNT)
    path = tmp_path / "published" / "catalog.json"
    (measured,) = publishing.publish(source, pictures, path)
    assert (made / name).read_bytes() == before, "the converter changed what all is compared with"
    assert measured.comparison.max_difference <= TOLERANCE and measured.comparison.images == COUNT
    assert measured.in_page.max_difference <= TOLERANCE and measured.in_page.labels_differ == 0
    assert any("softmax was added" in note for note in source.notes)
    batch = next(pictures.batches())
    reference = source.predict(batch)
    assert np.ptp(reference, axis=0).max() > 0.05, "these pictures tell nothing"
    classifiers = Classifiers(catalog.load(path), path.parent, interpreters=1)
    server = classifiers.load(classifiers.find("mine"))
    answers = np.stack([server.answer(picture[np.newaxis].astype(np.float32)) for picture in batch])
    np.testing.assert_allclose(answers, reference, atol=TOLERANCE)


@pytest.mark.parametrize("suffix", [".onnx", ".pt2"])
def test_what_answers_otherwise_than_the_original_is_not_published(suffix, made, tmp_path, monkeypatch):
    convert = originals.convert
    monkeypatch.setattr(originals, "convert", lambda path, to: convert(path.with_name(f"other{suffix}"), to))
    source = source_of(made / f"network{suffix}", tmp_path)
    path = tmp_path / "published" / "catalog.json"
    with pytest.raises(VerificationError, match="differs from the trained model by .* Nothing was published."):
        publishing.publish(source, samples.first(samples.generated(), 2), path)
    assert not list(path.parent.iterdir())


REFUSED = {
    "two.onnx": "it has 1 inputs and 2 outputs; an image classifier has one of each.",
    "both.pt2": "it has 1 inputs and 2 outputs; an image classifier has one of each.",
    "open.onnx": "it takes [any, 3, any, any]; export it with one picture of a fixed size.",
    "batch.onnx": "it takes 4 pictures at a time; export it with one, or with any number of them.",
    "batch.pt2": "it takes 2 pictures at a time; export it with one, or with any number of them.",
    "elsewhere.onnx": "points outside the directory",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_converted_is_refused(name, made, refusal):
    assert REFUSED[name] in refusal(made / name)


@pytest.mark.parametrize("name", ["network.onnx", "network.pt2"])
def test_each_output_needs_a_label(name, made, refusal):
    assert refusal(made / name, LABELS[:2]).endswith("has 3 outputs: each output needs a label.")


def test_no_code_in_a_file_is_run(made, refusal):
    names = ("objects.pt2", "size.pt2", "argument.pt2", "function.pt2", "library.pt2", "pickled.pt")
    said = {name: refusal(made / name) for name in names}
    assert "PyTorch would unpickle it" in said.pop("pickled.pt")
    objects = said.pop("objects.pt2")
    assert "weights_only" in objects or "Python objects" in objects
    assert [name for name, sentence in said.items() if "it may run any code" not in sentence] == []
    assert not (made / "mark").exists(), said


def test_conditions_of_a_program_are_left_out(made, tmp_path):
    """They are Python. The pictures that it is given are those that it is converted for."""
    source = source_of(made / "condition.pt2", tmp_path)
    assert source.predict(next(samples.generated().batches())[:2]).shape == (2, len(LABELS))
    assert not (made / "mark").exists()


def test_a_damaged_file_is_named(made, refusal, tmp_path):
    for name, reason in (("network.onnx", "it cannot be read as ONNX: "), ("network.pt2", "it is damaged, or not")):
        for content in ((made / name).read_bytes()[:600], b"no model at all", b""):
            damaged = tmp_path / name
            damaged.write_bytes(content)
            sentence = refusal(damaged)
            assert sentence.startswith(f"'{damaged}' does not run in ")
            assert reason in sentence or (name == "network.onnx" and not content and "0 inputs" in sentence)
