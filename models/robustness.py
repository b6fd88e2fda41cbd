"""Robustness: what is left of a model's accuracy on digits as people draw them, and how sure it is of what is none."""

import string
from pathlib import Path

import keras
import matplotlib
import numpy as np

from models import drawing, frames, mnist

SEED = 20
"""Of the drawings to measure on; training draws with other seeds, and from other images."""
OTHERS = 1_000
FONTS = ("DejaVuSans", "DejaVuSerif", "DejaVuSansMono-Bold", "STIXGeneral")
"""TrueType fonts that matplotlib ships."""
LETTERS = "".join(sorted(set(string.ascii_letters) - set("OoQDIlSsZzBbgqiG")))
"""Those that nobody would read as a digit."""


def measure(
    models: dict[str, keras.Model], conditions: list[str] | None = None, count: int = 10_000
) -> dict[str, dict]:
    """Measures digit models on the same drawings.

    Args:
        models: name -> a model made by `preprocessing.with_front_end`.
        conditions: of `drawing.CONDITIONS`; all if left out.
        count: of test images.

    Returns:
        Name -> `accuracy`, condition -> share answered right, 0 to 1; `confidence`, kind of picture -> mean of the
        top probability, 0 to 1.
    """
    images, labels = (array[:count] for array in mnist.test())
    heads = {name: _after_frame(model) for name, model in models.items()}
    results = {name: {"accuracy": {}, "confidence": {}} for name in models}
    for condition in conditions or drawing.CONDITIONS:
        drawn = frames.drawn(images, drawing.CONDITIONS[condition], SEED)
        for name, head in heads.items():
            answers = head.predict(drawn, verbose=0).argmax(axis=1)
            results[name]["accuracy"][condition] = float((answers == labels).mean())
    others = min(OTHERS, count)
    kinds = {"digits": frames.clean(images), "scribbles": frames.scribbles(others, SEED), "letters": letters(others)}
    for kind, pictures in kinds.items():
        for name, head in heads.items():
            top = head.predict(pictures, verbose=0).max(axis=1)
            results[name]["confidence"][kind] = round(float(top.mean()), 4)
    return results


def letters(count: int) -> np.ndarray:
    """Frames of printed letters: float32 [count, 28, 28, 1]."""
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    rng = np.random.default_rng(SEED)
    pictures = []
    for _ in range(count):
        font = folder / f"{rng.choice(FONTS)}.ttf"
        pictures.append(drawing.letter(str(rng.choice(list(LETTERS))), str(font), rng))
    return frames.of_pictures(np.stack(pictures))


def _after_frame(model: keras.Model) -> keras.Model:
    """The rest of the pipeline, from the frame on: the front end is the same for all models, and is run once."""
    return keras.Model(model.get_layer("frame").output, model.output)
