"""The pictures on which every file is compared with the trained model, and the answers to them."""

import functools
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import skimage.data
from PIL import Image, ImageEnhance, ImageOps

import catalog
from models.data import mnist

BATCH = 100
PHOTOGRAPHS = ("astronaut", "chelsea", "coffee", "rocket")
"""Colour photographs in scikit-image."""
CROPS = 300
SCENES = (
    *PHOTOGRAPHS,
    "brick",
    "camera",
    "coins",
    "hubble_deep_field",
    "immunohistochemistry",
    "moon",
    "page",
    "retina",
)
"""Further pictures in scikit-image: textures, documents, and those of telescopes and microscopes."""
SIDE = 224
SUFFIXES = {".bmp", ".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"}
"""Endings of the files that are read as pictures."""


@dataclass(frozen=True)
class Samples:
    """Pictures. Most are generated each time they are iterated: 10,000 together would take gigabytes.

    Attributes:
        count: how many.
        batches: iterates over uint8 [up to 100, height, width, 3], RGB, 0 to 255.
        labels: the true labels, int [count]; None if they are not known.
    """

    count: int
    batches: Callable[[], Iterator[np.ndarray]]
    labels: np.ndarray | None = None


@dataclass(frozen=True)
class Answers:
    """The answers of a file.

    Attributes:
        probabilities: float32 [n, labels].
        milliseconds: median time of an answer.
    """

    probabilities: np.ndarray
    milliseconds: float


def digits() -> Samples:
    """The 10,000 MNIST test images on the canvas."""
    images, labels = mnist.test()
    starts = range(0, len(images), BATCH)
    return Samples(len(images), lambda: (mnist.on_canvas(images[i : i + BATCH]) for i in starts), labels)


def photographs() -> Samples:
    """Random crops of photographs, some of them mirrored; always the same ones."""

    def batches() -> Iterator[np.ndarray]:
        rng = np.random.default_rng(0)
        pictures = [Image.fromarray(getattr(skimage.data, name)()) for name in PHOTOGRAPHS]
        for _ in range(0, CROPS, BATCH):
            yield np.stack([_crop(pictures[rng.integers(len(pictures))], SIDE, rng) for _ in range(BATCH)])

    return Samples(CROPS, batches)


def generated() -> Samples:
    """Pictures for an unknown model: random crops of many scenes, in varying light; always the same ones.

    They are made once, because every file of a model is run on them, and they are few enough to be kept.
    """
    return Samples(CROPS, lambda: iter(_generated()))


@functools.cache
def _generated() -> tuple[np.ndarray, ...]:
    rng = np.random.default_rng(0)
    pictures = [Image.fromarray(getattr(skimage.data, name)()).convert("RGB") for name in SCENES]
    batches = []
    for _ in range(0, CROPS, BATCH):
        crops = [_crop(pictures[rng.integers(len(pictures))], SIDE, rng) for _ in range(BATCH)]
        batches.append(np.stack([_lit(crop, rng) for crop in crops]))
        batches[-1].setflags(write=False)  # whoever changed them would change them for all
    return tuple(batches)


def first(every: Samples, count: int) -> Samples:
    """The first `count` pictures, generated once; all if there are no more."""
    if count >= every.count:
        return every
    pictures = np.concatenate(list(itertools.islice(every.batches(), -(-count // BATCH))))[:count]
    labels = None if every.labels is None else every.labels[:count]
    return Samples(count, lambda: (pictures[i : i + BATCH] for i in range(0, count, BATCH)), labels)


def of_folder(folder: Path) -> Samples:
    """The pictures in a folder and its subfolders, read as the server reads them.

    Raises:
        ValueError: it has no pictures, or one that cannot be read.
        FileNotFoundError: there is no such folder.
    """
    if not folder.is_dir():
        raise FileNotFoundError(f"There is no folder of samples '{folder}'.")
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    if not paths:
        raise ValueError(f"Folder '{folder}' has no pictures ({', '.join(sorted(SUFFIXES))}).")
    for path in paths:  # check all of them before anything is built
        _read(path)
    starts = range(0, len(paths), BATCH)
    return Samples(len(paths), lambda: (np.stack([_read(path) for path in paths[i : i + BATCH]]) for i in starts))


def _read(path: Path) -> np.ndarray:
    """uint8 [224, 224, 3], as `demo.inference.images.decode` gives it. The exporter must not import the server."""
    try:
        with Image.open(path) as file:
            file.draft("RGB", (2 * SIDE, 2 * SIDE))  # decodes a JPEG at a smaller size, much faster
            ImageOps.exif_transpose(file, in_place=True)
            image = _eight_bits(file) if file.mode.startswith(("I", "F")) else file
            return np.asarray(_resized(_on_paper(image)))
    except Exception as error:  # a damaged file makes Pillow's decoders raise nearly anything
        raise ValueError(f"'{path}' cannot be read as a picture.") from error


def _resized(image: Image.Image) -> Image.Image:
    return image if image.size == (SIDE, SIDE) else image.resize((SIDE, SIDE), Image.Resampling.BILINEAR)


def _on_paper(image: Image.Image) -> Image.Image:
    """RGB, with transparent pixels on white."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    image = image.convert("RGBA")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey with 8 bits. 16 bits are scaled by 65,535; 32 bits and floats, which have no fixed range, by their own."""
    has_range = image.mode.startswith("I;16")
    image = image.convert("F")
    low, high = (0, 65_535) if has_range else cast(tuple[float, float], image.getextrema())  # it has one band
    grey = np.nan_to_num(np.asarray(_resized(image), np.float64), posinf=0, neginf=0)
    if not np.isfinite([low, high]).all():  # the range of a picture with gaps is that of what can be seen of it
        low, high = grey.min(), grey.max()
    scaled = (grey - low) * (255 / max(high - low, 1e-9))
    return Image.fromarray(scaled.round().clip(0, 255).astype(np.uint8))


def _lit(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    image = Image.fromarray(picture)
    for enhance in (ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color):
        image = enhance(image).enhance(rng.uniform(0.6, 1.4))
    return np.asarray(image)


def _crop(picture: Image.Image, side: int, rng: np.random.Generator) -> np.ndarray:
    length = rng.uniform(0.3, 1.0) * min(picture.size)
    left, top = rng.uniform(0, np.array(picture.size) - length)
    crop = picture.resize((side, side), Image.Resampling.BILINEAR, (left, top, left + length, top + length))
    return np.asarray(crop)[:, :: rng.choice((-1, 1))]


OF_TASK = {"digit": digits, "photo": photographs}


def of_model(model: catalog.Model) -> Samples:
    """The pictures for a published model: those of its task, or generated ones for a user's model."""
    return generated() if model.origin == "user" else OF_TASK[model.task]()
