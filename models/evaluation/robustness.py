"""Robustness: the accuracy on digits as people draw them, among stray marks, corrupted, and by other writers; and the
confidence on pictures that are not digits."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import keras
import matplotlib
import numpy as np
from sklearn.datasets import load_digits

from models.data import drawing, frames, mnist, mnist_c, stray_marks
from models.preprocessing.frame import Frame

SEED = 20
"""Seed of the pictures to measure on. Training uses other seeds and other images."""
OTHERS = 1_000
FONTS = ("DejaVuSans", "DejaVuSerif", "DejaVuSansMono-Bold", "STIXGeneral")
"""TrueType fonts that matplotlib ships. Training uses another."""


def measure(models: dict[str, keras.Model], kinds: Iterable[str] = (), count: int = 10_000) -> dict[str, dict]:
    """Measures digit models on the same pictures.

    Args:
        models: name -> a model made by `front_end.with_front_end`.
        kinds: keys of `KINDS`; default: all.
        count: number of images for each condition, the first ones, if there are as many.

    Returns:
        Name -> kind -> condition -> accuracy, 0 to 1; for `confidence`, kind of picture -> mean top probability. In
        addition to the kinds, `images`: kind -> the greatest number of images for a condition.

    Raises:
        ValueError: there is no such kind.
    """
    kinds = tuple(kinds) or tuple(KINDS)
    unknown = sorted(set(kinds) - set(KINDS))
    if unknown:
        raise ValueError(f"There is no kind of robustness {unknown}. There are: {', '.join(KINDS)}.")
    heads = {name: after_frame(model) for name, model in models.items()}
    results: dict[str, dict[str, dict]] = {name: {"images": {}, **{kind: {} for kind in kinds}} for name in models}
    for kind in kinds:
        for condition, seen, true in KINDS[kind](count):
            for name, head in heads.items():
                probabilities = head.predict(seen, verbose=0)
                scores = probabilities.max(axis=1) if true is None else probabilities.argmax(axis=1) == true
                results[name][kind][condition] = round(float(scores.mean()), 4)
                results[name]["images"][kind] = max(len(seen), results[name]["images"].get(kind, 0))
    return results


def merged(before: dict, after: dict) -> dict:
    """A model's figures, of which those of some kinds were measured again."""
    return {**before, **after, "images": {**before.get("images", {}), **after["images"]}}


Conditions = Iterator[tuple[str, np.ndarray, np.ndarray | None]]
"""Names, frames, float32 [n, 28, 28, 1], and true labels, [n], or None where the confidence is asked for; each made
when it is its turn."""


def as_people_draw(count: int) -> Conditions:
    images, labels = _test_digits(count)
    for name, condition in drawing.CONDITIONS.items():
        yield name, frames.drawn(images, condition, SEED), labels


def among_stray_marks(count: int) -> Conditions:
    images, labels = _test_digits(count)
    for name in stray_marks.CONDITIONS:
        yield name, frames.among_stray_marks(images, name, SEED), labels


def corrupted(count: int) -> Conditions:
    images, labels = _test_digits(count)
    for name in mnist_c.CORRUPTIONS:
        yield name, frames.enlarged(mnist_c.corrupt(images, name, SEED)), labels


def by_other_writers(count: int) -> Conditions:
    images, labels = uci_digits()
    yield "UCI digits", frames.enlarged(images[:count]), labels[:count]


def confidence(count: int) -> Conditions:
    others = min(OTHERS, count)
    yield "digits", frames.clean(_test_digits(count)[0]), None
    yield "scribbles", frames.scribbles(others, SEED), None
    yield "letters", letters(others), None


KINDS = {
    "accuracy": as_people_draw,
    "stray_marks": among_stray_marks,
    "mnist_c": corrupted,
    "other_writers": by_other_writers,
    "confidence": confidence,
}
"""Kinds of conditions, as `trained/NAME.json` names them."""


def _test_digits(count: int) -> mnist.Digits:
    images, labels = mnist.test()
    return images[:count], labels[:count]


def uci_digits() -> mnist.Digits:
    """The digits of 13 writers that scikit-learn ships: uint8 [1797, 8, 8], 17 grey levels from 0 to 255, light on
    dark; labels, int [1797].

    Source: Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998; its
    test set.
    """
    data = load_digits()
    return np.rint(data.images / data.images.max() * 255).astype(np.uint8), data.target


def letters(count: int) -> np.ndarray:
    """Frames of printed letters, float32 [count, 28, 28, 1]."""
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    rng = np.random.default_rng(SEED)
    pictures = []
    for _ in range(count):
        font = folder / f"{rng.choice(FONTS)}.ttf"
        pictures.append(drawing.letter(str(rng.choice(list(drawing.LETTERS))), rng, str(font)))
    return frames.of_pictures(np.stack(pictures))


def after_frame(model: keras.Model) -> keras.Model:
    """The part of the model after the frame. The front end is the same for all models, so it runs only once.

    Raises:
        ValueError: the model has no layer that makes the frame, as a SavedModel has none.
    """
    frame = next((layer for layer in model.layers if isinstance(layer, Frame)), None)
    if frame is None:
        raise ValueError(f"Model '{model.name}' shows no frame, so its robustness cannot be measured: it is no .keras.")
    return keras.Model(frame.output, model.output)
