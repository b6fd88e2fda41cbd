"""The front end on its own: what a digit model sees of a picture, for the server and the page to show it."""

import dataclasses
import tempfile
from pathlib import Path

import numpy as np

import catalog
from export import publishing
from export.formats import conversion, runners
from export.formats.handlers import HANDLERS
from export.publishing import Measured
from export.sources.ours import Source, version
from export.verify import samples
from export.verify.verification import Comparison, VerificationError
from models.preprocessing import front_end

NAME = "front_end"
FORMS = (("tflite", "float32"), ("tfjs", "float32"))
TOLERANCE = 1e-3
"""The largest difference of a pixel: a quarter of what one of 256 greys is, so that nobody can see it."""


def source() -> Source:
    """The front end as what is exported: frames take the place of probabilities."""
    model = front_end()
    attributes = [value for layer in model.layers for value in vars(layer).values()]
    constants = [value for value in attributes if isinstance(value, np.ndarray)]
    return Source(
        name=NAME,
        title="Front end",
        task="frame",
        origin="ours",
        labels=(),
        input=(1, *model.input_shape[1:]),
        parameters=0,
        version=version(constants),
        call=lambda image: model(image, training=False),
        holder=model,
        command=f"python -m export {NAME}",
    )


def publish(path: Path = catalog.PATH, pictures: samples.Samples | None = None) -> list[Measured]:
    """Converts the front end, runs each file beside it, and publishes both.

    Args:
        path: of the catalog; the files go beside it.
        pictures: on which it is verified; the 10,000 test digits, if left out.

    Raises:
        VerificationError: a file gives another frame; the old files stay as they were.
    """
    exported, pictures = source(), pictures or samples.digits()
    reference = frames(exported, pictures)
    with tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as temporary:
        staging = Path(temporary)
        conversion.to_saved_model(exported, staging / "saved_model")
        (staging / NAME).mkdir()
        measured = []
        for format, precision in FORMS:
            file = publishing.convert(exported, format, precision, staging, pictures)
            comparison = compare(HANDLERS[format].run(staging / file, pictures), reference)
            if not comparison.max_difference <= TOLERANCE:
                raise VerificationError(
                    f"{file} differs from the front end by {comparison.max_difference:.3g} in a pixel, on "
                    f"{comparison.images} images; at most {TOLERANCE:g} is allowed. Nothing was published."
                )
            described = publishing.entry(exported, file, format, precision, staging, comparison)
            measured.append(Measured(described, comparison))
        files = tuple(each.file for each in measured)
        published = catalog.FrontEnd(
            version=exported.version, input=exported.input, output=(1, *reference.shape[1:]), files=files
        )
        with publishing.replaced(staging / NAME, path.parent / NAME, staging / "old"):
            catalog.save(dataclasses.replace(catalog.load(path), front_end=published), path)
    return measured


def frames(exported: Source, pictures: samples.Samples) -> np.ndarray:
    """float32 [n, 28, 28, 1]: what the front end itself makes of the pictures."""
    return np.concatenate([exported.predict(batch) for batch in runners.shown(pictures, NAME)])


def compare(answers: runners.Answers, reference: np.ndarray) -> Comparison:
    """A file's frames, in whatever shape its runtime gives them, beside the front end's."""
    given = answers.probabilities.reshape(reference.shape)
    return Comparison(
        max_difference=float(np.abs(given - reference).max()),
        labels_differ=0,
        images=len(reference),
        milliseconds=answers.milliseconds,
        accuracy=None,
        reference_accuracy=None,
    )
