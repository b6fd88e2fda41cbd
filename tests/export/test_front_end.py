"""The front end is published on its own, and shows what the digit models see."""

import numpy as np
import pytest

import catalog
from export import front_end, samples
from export.formats.handlers import HANDLERS
from export.verify.verification import VerificationError
from models import preprocessing
from models.data import mnist

FOLDER = catalog.PATH.parent
PUBLISHED = catalog.load().front_end


def few(count: int = 20) -> samples.Samples:
    pictures = mnist.on_canvas(mnist.test()[0][:count])
    return samples.Samples(count, lambda: iter([pictures]), None)


@pytest.mark.parametrize("file", PUBLISHED.files, ids=[file.path for file in PUBLISHED.files])
def test_the_catalog_says_how_far_each_file_is_from_the_front_end(file):
    assert 0 < file.max_difference <= front_end.TOLERANCE
    assert file.pictures == 10_000


def test_the_published_file_gives_the_frame_that_the_models_see():
    pictures = few()
    expected = preprocessing.front_end().predict_on_batch(next(pictures.batches()).astype(np.float32))
    (file,) = [file for file in PUBLISHED.files if file.format == "tflite"]
    answers = HANDLERS[file.format].run(FOLDER / file.path, pictures)
    assert PUBLISHED.output == (1, *expected.shape[1:])
    assert front_end.compare(answers, expected).max_difference <= front_end.TOLERANCE


def test_another_frame_is_not_published(tmp_path, monkeypatch):
    path = tmp_path / "catalog.json"
    catalog.save(catalog.Catalog(default="compact", models=()), path)
    before = path.read_text(encoding="utf-8")
    monkeypatch.setattr(front_end, "TOLERANCE", -1.0)
    with pytest.raises(VerificationError, match="differs from the front end by .* in a pixel, on 20 images"):
        front_end.publish(path, few())
    assert path.read_text(encoding="utf-8") == before
    assert [file.name for file in tmp_path.iterdir()] == ["catalog.json"]
