"""A file that is no image, or has too many pixels, is refused before it is decoded."""

import zlib

import numpy as np
import pytest
from PIL import Image

from demo.inference import images
from tests.server.image_files import SIZE, chunk, decoded, encoded, png_header, scene, tiled


def test_no_bytes_are_refused():
    with pytest.raises(images.EmptyBody, match="empty"):
        decoded(b"")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


NO_IMAGES = {
    "text": lambda: b"a digit, please",
    "zeros": lambda: bytes(1000),
    "SVG": lambda: SVG,
    "PDF": lambda: encoded(scene(), "PDF"),
    "EPS": lambda: encoded(scene(), "EPS"),
    "ICO": lambda: encoded(scene(), "ICO"),
    "AVIF": lambda: encoded(scene(), "AVIF"),
    "only PNG's signature": lambda: b"\x89PNG\r\n\x1a\n",
    "half a PNG": lambda: encoded(scene(), "PNG", compress_level=0)[:70_000],
    "half a JPEG": lambda: encoded(Image.effect_noise(SIZE, 90), "JPEG")[:9000],
    "half a GIF": lambda: encoded(Image.effect_noise(SIZE, 90), "GIF")[:9000],
    "half a WebP": lambda: encoded(Image.effect_noise(SIZE, 90).convert("RGB"), "WEBP")[:3000],
    "half a TIFF": lambda: encoded(scene(), "TIFF")[:-70_000],
    "a PNG without pixels": lambda: encoded(scene(), "PNG").replace(b"IDAT", b"IDAU", 1),
}


@pytest.mark.parametrize("kind", NO_IMAGES)
def test_what_is_no_image_is_refused_with_a_sentence(kind):
    with pytest.raises(images.NotAnImage, match=r"^The .*\.$"):
        decoded(NO_IMAGES[kind]())


@pytest.mark.parametrize("size", [(10_000, 5_001), (50_000_001, 1), (2_000_000, 2_000_000)])
def test_too_many_pixels_are_refused_by_the_header_alone(size):
    with pytest.raises(images.TooManyPixels, match="At most 50,000,000"):
        decoded(png_header(*size))


@pytest.mark.parametrize("size", [(1, 50_000_000), (50_000_000, 1), (65_536, 1)])
def test_a_side_that_is_too_long_is_refused_by_the_header_alone(size):
    with pytest.raises(images.TooManyPixels, match=f"{size[0]} x {size[1]} pixels. A side may have at most 65,535."):
        decoded(png_header(*size))


def test_a_side_as_long_as_allowed_is_not_refused_for_its_length():
    assert decoded(encoded(Image.new("L", (1, 65_535)), "PNG")).shape == (1, *SIZE, 3)


def test_as_many_pixels_as_allowed_are_not_refused_for_their_number():
    with pytest.raises(images.NotAnImage):
        decoded(png_header(10_000, 5_000))


def test_tiles_of_too_many_pixels_are_refused_however_small_the_picture():
    assert decoded(tiled(256)).max() == 0
    with pytest.raises(images.TooManyPixels, match="tiles have 8192 x 8192 pixels. At most 50,000,000"):
        decoded(tiled(8192))


@pytest.mark.parametrize(
    ("format", "options"), [("JPEG", {}), ("MPO", {"save_all": True, "append_images": [Image.new("RGB", SIZE)]})]
)
def test_a_jpeg_of_very_many_scans_is_refused(format, options):
    data = encoded(scene(), format, progressive=True, **options)
    start, end = data.rindex(b"\xff\xda"), data.rindex(b"\xff\xd9")

    assert decoded(data).shape == (1, *SIZE, 3)
    with pytest.raises(images.NotAnImage, match=f"The {format} image has 1,0[0-9]{{2}} scans. At most 100 are read."):
        decoded(data[:start] + 1000 * data[start:end] + data[end:])


def with_chunks(*chunks: bytes) -> bytes:
    """A PNG of the model's size, with more chunks behind its header."""
    data = encoded(scene(), "PNG")
    return data[:33] + b"".join(chunks) + data[33:]


SMALL_PNGS = {
    "RGB": lambda: encoded(scene(), "PNG"),
    "smaller": lambda: encoded(scene().resize((28, 30)), "PNG"),
    "grey": lambda: encoded(scene().convert("L"), "PNG"),
    "a palette and transparency": lambda: encoded(scene().quantize(8), "PNG", transparency=1),
    "pixels that cannot be compressed": lambda: encoded(
        Image.fromarray(np.random.default_rng(1).integers(0, 256, (*SIZE, 4), np.uint8)), "PNG"
    ),
}


@pytest.mark.parametrize("kind", SMALL_PNGS)
def test_a_small_png_with_pixels_alone_is_known_to_be_short(kind):
    assert images.is_small_png(SMALL_PNGS[kind](), SIZE)


NOT_SHORT = {
    "no bytes": lambda: b"",
    "half a header": lambda: encoded(scene(), "PNG")[:20],
    "JPEG": lambda: encoded(scene(), "JPEG"),
    "one column more": lambda: encoded(Image.new("RGB", (225, 224)), "PNG"),
    "one row more": lambda: encoded(Image.new("RGB", (224, 225)), "PNG"),
    "a second header of more pixels": lambda: with_chunks(png_header(10_000, 5_000)[8:33]),
    "a text that unpacks to a megabyte": lambda: with_chunks(chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(2**20)))),
    "a colour profile that unpacks to a megabyte": lambda: with_chunks(
        chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(2**20)))
    ),
    "thousands of chunks": lambda: with_chunks(*[chunk(b"IDAT", b"")] * 5_000),
    "more bytes than its pixels": lambda: encoded(scene(), "PNG") + bytes(2**18),
}


@pytest.mark.parametrize("kind", NOT_SHORT)
def test_what_may_take_longer_to_decode_is_not_known_to_be_short(kind):
    assert not images.is_small_png(NOT_SHORT[kind](), SIZE)
