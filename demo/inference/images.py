"""Bytes of an image file -> the picture that a model takes.

The whole picture is resized to the model's size, whatever its aspect: nothing is cropped and nothing is added,
so no part that a person sees is kept from the model. MediaPipe's ImageClassifier does the same on a phone, and a
page does it with one `drawImage`: it is the one rule that every client has out of the box. A digit in a very wide
or tall picture is squeezed by that, which costs accuracy: a client that can, crops to a square first.
"""

import warnings
from collections.abc import Callable
from io import BytesIO
from typing import cast

import numpy as np
from PIL import Image, ImageOps

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""Pictures made of pixels, and nothing that is a program or a document (SVG, EPS, PDF)."""

PAPER = "white"

MAX_SCANS = 100
"""Of a JPEG: encoders write about 10. Each is a pass over the whole picture, for as little as 75 bytes of the file."""

SCAN, TILE_WIDTH, TILE_LENGTH = b"\xff\xda", 322, 323


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
    return _decode(data, size, max_pixels, _on_paper)


def from_sketch(
    layer: bytes | None, composite: bytes | None, size: tuple[int, int], max_pixels: int
) -> np.ndarray | None:
    """What Gradio's Sketchpad sends, image files -> the picture, or None where there is nothing.

    The ink is where the layer is opaque, laid black on white: its colour, and the paper's, are the page's theme's.
    Who calls the API may send the composite alone, which is a picture like any other.

    Raises:
        EmptyBody, NotAnImage, TooManyPixels: as `decode` does.
    """
    if layer is not None:
        return _decode(layer, size, max_pixels, _ink)
    return None if composite is None else decode(composite, size, max_pixels)


def _decode(
    data: bytes, size: tuple[int, int], max_pixels: int, flatten: Callable[[Image.Image], Image.Image]
) -> np.ndarray:
    if not data:
        raise EmptyBody("The body is empty. It should be the bytes of an image.")
    image = _open(data, max_pixels)
    try:
        return _pixels(image, size, flatten)
    except Exception as error:  # a damaged file makes Pillow's decoders raise nearly anything
        raise NotAnImage(f"The {image.format} image cannot be decoded: {error}.".replace("..", ".")) from error


def _open(data: bytes, max_pixels: int) -> Image.Image:
    """The image, its header read and its pixels not yet, and nothing in it that costs more than it shows."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit below is the stricter one
            image = Image.open(BytesIO(data), formats=FORMATS)
        tile = _tile(image)
    except Image.DecompressionBombError as error:
        raise TooManyPixels(f"The picture has too many pixels. At most {max_pixels:,} are allowed.") from error
    except Exception as error:  # as above
        raise NotAnImage(f"The body is no image that can be read. Formats: {', '.join(FORMATS)}.") from error
    for what, (width, height) in {"picture has": image.size, "picture's tiles have": tile}.items():
        if width * height > max_pixels:
            raise TooManyPixels(f"The {what} {width} x {height} pixels. At most {max_pixels:,} are allowed.")
    scans = data.count(SCAN) if image.format in ("JPEG", "MPO") else 0  # elsewhere the two bytes may be anything
    if scans > MAX_SCANS:
        raise NotAnImage(f"The {image.format} image has {scans:,} scans. At most {MAX_SCANS} are read.")
    return image


def _tile(image: Image.Image) -> tuple[int, int]:
    """Width and height of a TIFF's tiles, each decoded whole, however little of it the picture needs; or 0."""
    tags = getattr(image, "tag_v2", {})
    return int(tags.get(TILE_WIDTH, 0)), int(tags.get(TILE_LENGTH, 0))


def _pixels(image: Image.Image, size: tuple[int, int], flatten: Callable[[Image.Image], Image.Image]) -> np.ndarray:
    image.draft("RGB", (2 * size[0], 2 * size[1]))  # a JPEG comes out smaller, at a fraction of the time
    ImageOps.exif_transpose(image, in_place=True)
    if image.mode.startswith(("I", "F")):
        image = _eight_bits(image, size)
    return np.asarray(_resized(flatten(image), size), np.float32)[np.newaxis]


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image if image.size == size else image.resize(size, Image.Resampling.BILINEAR)


def _ink(layer: Image.Image) -> Image.Image:
    return ImageOps.invert(layer.convert("RGBA").getchannel("A")).convert("RGB")


def _on_paper(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    image = image.convert("RGBA")
    paper = Image.new("RGB", image.size, PAPER)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _eight_bits(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Grey of 16 bits by its range of 65,535; of 32 bits or floating point, which say no range, by their own.

    Resized first, and scaled then: 50 million pixels in floating point are 200 MB each time they are touched.
    """
    has_range = image.mode.startswith("I;16")
    image = image.convert("F")
    low, high = (0, 65_535) if has_range else cast(tuple[float, float], image.getextrema())  # it has one band
    grey = np.nan_to_num(np.asarray(_resized(image, size), np.float64), posinf=0, neginf=0)
    if not np.isfinite([low, high]).all():  # the range of a picture with gaps is that of what can be seen of it
        low, high = grey.min(), grey.max()
    scaled = (grey - low) * (255 / max(high - low, 1e-9))
    return Image.fromarray(scaled.round().clip(0, 255).astype(np.uint8))
