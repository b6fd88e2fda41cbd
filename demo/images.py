"""Bytes of an image file -> the picture that a model takes.

The whole picture is resized to the model's size, whatever its aspect: nothing is cropped and nothing is added,
so no part that a person sees is kept from the model. MediaPipe's ImageClassifier does the same on a phone, and a
page does it with one `drawImage`: it is the one rule that every client has out of the box. A digit in a very wide
or tall picture is squeezed by that, which costs accuracy: a client that can, crops to a square first.
"""

import warnings
from collections.abc import Mapping
from io import BytesIO

import numpy as np
from PIL import Image, ImageOps

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""Pictures made of pixels, and nothing that is a program or a document (SVG, EPS, PDF)."""

PAPER = "white"


class EmptyBody(ValueError):
    """There are no bytes at all."""


class NotAnImage(ValueError):
    """The bytes are no image of a format that is read here, or a damaged one."""


class TooManyPixels(ValueError):
    """The picture's header announces more pixels than are allowed."""


ERRORS = (EmptyBody, NotAnImage, TooManyPixels)


def decode(data: bytes, size: tuple[int, int], max_pixels: int) -> np.ndarray:
    """The picture in `data`, as the models take it.

    EXIF orientation is honoured, transparency laid on white, 16 bits brought to 8; of an animation the first
    frame is taken. A picture that already has the size is not resampled. Any other is resized with Pillow's
    bilinear filter, which averages over all pixels when it makes a picture smaller.

    Args:
        data: of an image file in one of `FORMATS`.
        size: width and height of the result.
        max_pixels: more are refused before they are decoded.

    Returns:
        float32 [1, height, width, 3], RGB, 0 to 255.

    Raises:
        EmptyBody, NotAnImage, TooManyPixels: with a sentence for whoever sent the bytes.
    """
    if not data:
        raise EmptyBody("The body is empty. It should be the bytes of an image.")
    image = _open(data, max_pixels)
    try:
        return _pixels(image, size)
    except Exception as error:  # a damaged file makes Pillow's decoders raise nearly anything
        raise NotAnImage(f"The {image.format} image cannot be decoded: {error}.".replace("..", ".")) from error


def from_sketch(sketch: Mapping, size: tuple[int, int]) -> np.ndarray | None:
    """What Gradio's Sketchpad gives, RGBA arrays -> the picture, or None where there is nothing.

    The ink is where a layer is opaque, laid black on white: its colour, and the paper's, are the page's theme's.
    Who calls the API may send the composite alone, which is a picture like any other.
    """
    layers, composite = sketch.get("layers"), sketch.get("composite")
    if layers:
        alpha = np.max([layer[..., 3] for layer in layers], axis=0)
        return _sized(Image.fromarray(255 - alpha).convert("RGB"), size)
    return None if composite is None else _sized(_rgb(Image.fromarray(composite)), size)


def _open(data: bytes, max_pixels: int) -> Image.Image:
    """The image, its header read and its pixels not yet."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit below is the stricter one
            image = Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise TooManyPixels(f"The picture has too many pixels. At most {max_pixels:,} are allowed.") from error
    except Exception as error:  # as above
        raise NotAnImage(f"The body is no image that can be read. Formats: {', '.join(FORMATS)}.") from error
    width, height = image.size
    if width * height > max_pixels:
        raise TooManyPixels(f"The picture has {width} x {height} pixels. At most {max_pixels:,} are allowed.")
    return image


def _pixels(image: Image.Image, size: tuple[int, int]) -> np.ndarray:
    image.draft("RGB", (2 * size[0], 2 * size[1]))  # a JPEG comes out smaller, at a fraction of the time
    return _sized(_rgb(ImageOps.exif_transpose(image)), size)


def _sized(image: Image.Image, size: tuple[int, int]) -> np.ndarray:
    if image.size != size:
        image = image.resize(size, Image.Resampling.BILINEAR)
    return np.asarray(image, np.float32)[np.newaxis]


def _rgb(image: Image.Image) -> Image.Image:
    if image.mode.startswith(("I", "F")):
        return _eight_bits(image).convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    image = image.convert("RGBA")
    paper = Image.new("RGB", image.size, PAPER)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of 16 bits by its range of 65,535; of 32 bits or floating point, which say no range, by their own."""
    grey = np.nan_to_num(np.asarray(image, np.float64))
    low, high = (0, 65_535) if image.mode.startswith("I;16") else (grey.min(), grey.max())
    return Image.fromarray(((grey - low) * (255 / max(high - low, 1e-9))).round().astype(np.uint8))
