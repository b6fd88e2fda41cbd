"""From the bytes of an image file to the picture that a model takes.

The whole picture is resized to the model's size, whatever its aspect ratio. Nothing is cropped or added, so the model
sees everything that a person sees. MediaPipe's ImageClassifier does the same on a phone, and a page does it with one
`drawImage`: every client can follow this rule without code of its own. It distorts a digit in a very wide or tall
picture, which costs accuracy, so clients should crop to a square if they can.
"""

import contextlib
import struct
import warnings
from collections.abc import Callable
from io import BytesIO
from typing import cast

import numpy as np
from PIL import Image, ImageOps

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
"""Raster formats only: SVG, EPS and PDF files are programs or documents. The head of an AVIF may announce fewer pixels
than its frames have, and Pillow decodes them all before it compares, while no other thread can run."""

UNREAD = ("xmp", "XML:com.adobe.xmp", "Raw profile type exif")
"""Where else Pillow looks for an orientation. Browsers do not, and both sides must see the same picture."""

PAPER = "white"

MAX_SIDE = 65_535
"""The most pixels of a side, as in a JPEG. Pillow needs memory for each row: 40 bytes a pixel where it has only one."""

MAX_SCANS = 100
"""The most scans of a JPEG. Encoders write about 10. A scan of only 75 bytes costs a pass over the whole picture."""

PNG_HEAD = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
PNG_CHUNKS = (b"PLTE", b"tRNS", b"IDAT", b"IEND")
MAX_CHUNKS = 64
"""The most chunks of a small PNG. libpng writes 19 for 224x224 pixels that cannot be compressed, Pillow 3."""
SMALL = 2**18
"""The most bytes of a small PNG: more than those pixels have."""

SCAN, TILE_WIDTH, TILE_LENGTH = b"\xff\xda", 322, 323


class EmptyBody(ValueError):
    """The body is empty."""


class NotAnImage(ValueError):
    """The bytes are not an image in a supported format, or the image is damaged."""


class TooManyPixels(ValueError):
    """The picture has too many pixels, in all or on one side, according to its header."""


ERRORS = (EmptyBody, NotAnImage, TooManyPixels)


def decode(data: bytes, size: tuple[int, int], max_pixels: int) -> np.ndarray:
    """Decodes an image file into a picture as the models take it.

    EXIF orientation is applied, transparency is put on white, 16 bits become 8, and only the first frame of an
    animation counts. A picture that has the right size is not resampled. Any other is resized with Pillow's bilinear
    filter, which averages over all pixels when it makes a picture smaller.

    Args:
        data: an image file in one of `FORMATS`.
        size: width and height of the result.
        max_pixels: a picture with more is refused before it is decoded.

    Returns:
        uint8 [1, height, width, 3], RGB.

    Raises:
        EmptyBody, NotAnImage, TooManyPixels: the message is for the client.
    """
    return _decode(data, size, max_pixels, _on_paper)


def is_small_png(data: bytes, size: tuple[int, int]) -> bool:
    """Whether decoding is short, whoever made the file: a PNG of at most this size, with nothing in it but pixels.

    Other chunks may be compressed themselves and unpack to a thousand times their bytes, a second header may announce
    more pixels than the first one, and each chunk takes time however short it is.
    """
    if not data.startswith(PNG_HEAD) or not len(PNG_HEAD) + 17 <= len(data) <= SMALL:
        return False
    width, height = struct.unpack_from(">II", data, len(PNG_HEAD))
    if width > size[0] or height > size[1]:
        return False
    start = len(PNG_HEAD) + 17  # the rest of the header, and its checksum
    for _ in range(MAX_CHUNKS):
        if start + 8 > len(data):
            return True
        length, kind = struct.unpack_from(">I4s", data, start)
        if kind not in PNG_CHUNKS:
            return False
        start += length + 12
    return False


def from_sketch(
    layer: bytes | None, composite: bytes | None, size: tuple[int, int], max_pixels: int
) -> np.ndarray | None:
    """Decodes the image files that Gradio's Sketchpad sends; None if there are none.

    The ink is where the layer is opaque, and becomes black on white, because the colours of pen and paper depend on
    the theme. A caller of the API may send only the composite, which is decoded like any other picture.

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
    """Reads the header of the image and refuses an image that would be expensive to decode."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit below is stricter
            image = Image.open(BytesIO(data), formats=FORMATS)
        tile = _tile(image)
    except Image.DecompressionBombError as error:
        raise TooManyPixels(f"The picture has too many pixels. At most {max_pixels:,} are allowed.") from error
    except Exception as error:  # as above
        raise NotAnImage(f"The body is not an image that can be read. Formats: {', '.join(FORMATS)}.") from error
    for what, (width, height) in {"picture has": image.size, "picture's tiles have": tile}.items():
        if width * height > max_pixels:
            raise TooManyPixels(f"The {what} {width} x {height} pixels. At most {max_pixels:,} are allowed.")
        if max(width, height) > MAX_SIDE:
            raise TooManyPixels(f"The {what} {width} x {height} pixels. A side may have at most {MAX_SIDE:,}.")
    scans = (
        data.count(SCAN) if image.format in ("JPEG", "MPO") else 0
    )  # in other formats the two bytes may mean anything
    if scans > MAX_SCANS:
        raise NotAnImage(f"The {image.format} image has {scans:,} scans. At most {MAX_SCANS} are read.")
    return image


def _tile(image: Image.Image) -> tuple[int, int]:
    """Width and height of a TIFF's tiles, or 0. A tile is decoded whole, even if the picture needs little of it."""
    tags = getattr(image, "tag_v2", {})
    return int(tags.get(TILE_WIDTH, 0)), int(tags.get(TILE_LENGTH, 0))


def _pixels(image: Image.Image, size: tuple[int, int], flatten: Callable[[Image.Image], Image.Image]) -> np.ndarray:
    image.draft("RGB", (2 * size[0], 2 * size[1]))  # decodes a JPEG at a smaller size, much faster
    _stand_upright(image)
    if image.mode.startswith(("I", "F")):
        image = _eight_bits(image, size)
    return np.asarray(_resized(flatten(image), size))[np.newaxis]


def _stand_upright(image: Image.Image) -> None:
    """Decodes the image and turns it as its EXIF says, as a browser does: EXIF that cannot be read turns nothing."""
    image.load()  # a PNG may have metadata behind its pixels
    for name in UNREAD:
        image.info.pop(name, None)
    with contextlib.suppress(Exception):  # of many kinds, as those of the decoders
        image.getexif()
    ImageOps.exif_transpose(image, in_place=True)


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image if image.size == size else image.resize(size, Image.Resampling.BILINEAR)


def _ink(layer: Image.Image) -> Image.Image:
    return ImageOps.invert(layer.convert("RGBA").getchannel("A")).convert("RGB")


def _on_paper(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")  # which would be a copy
    image = image.convert("RGBA")
    paper = Image.new("RGB", image.size, PAPER)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _eight_bits(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Grey with 8 bits. 16 bits are scaled by 65,535; 32 bits and floats, which have no fixed range, by their own.

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
