"""Publishes the front end on its own, with which server and page show what a digit model sees."""

import dataclasses
from pathlib import Path

import numpy as np

import catalog
from export import samples, staged, versions
from export.formats import conversion, runners
from export.formats.handlers import HANDLERS
from export.publishing import Measured
from export.sources.source import Source
from export.verify import inside, oldest
from export.verify.verification import Comparison, VerificationError
from models.preprocessing.front_end import front_end

NAME = "front_end"
FORMS = (("tflite", "float32"), ("tfjs", "uint8"))
"""`uint8` is exact: the kernels of the segmentation network have 256 values each."""
TOLERANCE = inside.TOLERANCE


def source() -> Source:
    """The front end as a source. Its outputs are frames instead of probabilities."""
    model = front_end()
    return Source(
        name=NAME,
        title="Front end",
        task="frame",
        origin="ours",
        labels=(),
        input=(1, *model.input_shape[1:]),
        parameters=model.count_params(),
        weights="",
        call=lambda image: model(image, training=False),
        holder=model,
        command=f"python -m export {NAME}",
    )


def publish(
    path: Path = catalog.PATH, pictures: samples.Samples | None = None, keep_times: bool = False
) -> list[Measured]:
    """Converts the front end, compares each file with it, and publishes the files.

    Args:
        path: of the catalog. The files are written beside it.
        pictures: the pictures to verify it on; default: the 10,000 test digits.
        keep_times: as for `publishing.publish`.

    Raises:
        VerificationError: a file gives a different frame, or does so in the oldest runtime. The old files stay
            unchanged.
    """
    exported, pictures = source(), pictures or samples.digits()
    reference = frames(exported, pictures)
    old = catalog.load(path)
    before = old.front_end.files if old.front_end and keep_times else ()
    with staged.folder(path.parent) as staging:
        conversion.to_saved_model(exported, staging / "saved_model")
        (staging / NAME).mkdir()
        measured = []
        for format, precision in FORMS:
            file = staged.convert(exported, format, precision, staging, pictures)
            comparison = compare(HANDLERS[format].run(staging / file, pictures), reference)
            wrong = fault(comparison)
            if HANDLERS[format].fault and not wrong:
                in_oldest = oldest.run(staging / file, pictures)
                wrong = fault(compare(samples.Answers(in_oldest, 0), reference[: len(in_oldest)]))
            if wrong:
                raise VerificationError(f"{file} {wrong}. Nothing was published.")
            described = staged.entry(exported, file, format, precision, staging, comparison)
            measured.append(Measured(staged.with_time_of(before, path.parent, None, described, staging), comparison))
        files = tuple(each.file for each in measured)
        version = versions.of_files("", files, staging, stamp=None)
        published = catalog.FrontEnd(
            version=version, input=exported.input, output=(1, *reference.shape[1:]), files=files
        )
        with staged.replaced(staging / NAME, path.parent / NAME, staging / "old"):
            # read again: a model may have been published in the meantime
            catalog.save(dataclasses.replace(catalog.load(path), front_end=published), path)
    return measured


def frames(exported: Source, pictures: samples.Samples) -> np.ndarray:
    """The frames that the front end itself gives, float32 [n, 28, 28, 1]."""
    return np.concatenate([exported.predict(batch) for batch in runners.shown(pictures, NAME)])


def fault(comparison: Comparison) -> str | None:
    """Why a file must not be published, as a sentence; None if it may be."""
    if comparison.max_difference <= TOLERANCE:
        return None
    return (
        f"differs from the front end by {comparison.max_difference:.3g} in a pixel, on {comparison.images} images; "
        f"at most {TOLERANCE:g} is allowed"
    )


def compare(answers: samples.Answers, reference: np.ndarray) -> Comparison:
    """Compares the frames of a file, in any shape, with those of the front end."""
    given = answers.probabilities.reshape(reference.shape)
    return Comparison(
        max_difference=float(np.abs(given - reference).max()),
        labels_differ=0,
        images=len(reference),
        milliseconds=answers.milliseconds,
        accuracy=None,
        reference_accuracy=None,
    )
