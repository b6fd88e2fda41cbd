"""Every format becomes the same picture, and a file that is not an image is rejected with a message."""

import struct
import tracemalloc
import zlib
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageDraw

from demo.inference import images

SIZE = (224, 224)
MAX_PIXELS = 50_000_000


def scene() -> Image.Image:
    """Four colours, one in each quarter, so that a rotation, a reflection or swapped channels are noticed."""
    picture = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(picture)
    for corner, colour in (((0, 0), "black"), ((112, 0), "red"), ((0, 112), "lime"), ((112, 112), "blue")):
        draw.rectangle((*corner, corner[0] + 111, corner[1] + 111), fill=colour)
    return picture


def encoded(image: Image.Image, format: str, **options) -> bytes:
    file = BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def decoded(data: bytes) -> np.ndarray:
    return images.decode(data, SIZE, MAX_PIXELS)


def expected(image: Image.Image) -> np.ndarray:
    return np.asarray(image, np.float32)[np.newaxis]


LOSSLESS = {
    "PNG": lambda: encoded(scene(), "PNG"),
    "PNG with a palette": lambda: encoded(scene().quantize(8), "PNG"),
    "BMP": lambda: encoded(scene(), "BMP"),
    "TIFF": lambda: encoded(scene(), "TIFF"),
    "TIFF, deflated": lambda: encoded(scene(), "TIFF", compression="tiff_adobe_deflate"),
    "WebP, lossless": lambda: encoded(scene(), "WEBP", lossless=True),
    "GIF": lambda: encoded(scene().quantize(8), "GIF"),
    "GIF, animated": lambda: encoded(
        scene().quantize(8), "GIF", save_all=True, append_images=[Image.new("RGB", SIZE, "red")], duration=50
    ),
    "PNG, animated": lambda: encoded(scene(), "PNG", save_all=True, append_images=[Image.new("RGB", SIZE)]),
    "TIFF of two pages": lambda: encoded(scene(), "TIFF", save_all=True, append_images=[Image.new("RGB", SIZE)]),
}


@pytest.mark.parametrize("kind", LOSSLESS)
def test_lossless_files_give_every_pixel(kind):
    picture = decoded(LOSSLESS[kind]())

    assert picture.dtype == np.uint8 and picture.shape == (1, 224, 224, 3)
    np.testing.assert_array_equal(picture, expected(scene()))


LOSSY = {
    "JPEG": lambda: encoded(scene(), "JPEG", quality=95, subsampling=0),
    "JPEG, progressive": lambda: encoded(scene(), "JPEG", quality=95, subsampling=0, progressive=True),
    "JPEG of several pictures": lambda: encoded(
        scene(), "MPO", save_all=True, append_images=[Image.new("RGB", SIZE)], quality=95, subsampling=0
    ),
    "JPEG, CMYK": lambda: encoded(scene().convert("CMYK"), "JPEG", quality=95, subsampling=0),
    "WebP": lambda: encoded(scene(), "WEBP", quality=95),
    "AVIF": lambda: encoded(scene(), "AVIF", quality=95, subsampling="4:4:4"),
}


@pytest.mark.parametrize("kind", LOSSY)
def test_lossy_files_give_nearly_every_pixel(kind):
    picture = decoded(LOSSY[kind]())

    difference = np.abs(picture - expected(scene()))
    assert difference.mean() < 4
    assert np.median(difference) < 4


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_picture_stands_upright_as_its_exif_says(orientation):
    turned = {1: [], 2: [0], 3: [3], 4: [1], 5: [5], 6: [2], 7: [6], 8: [4]}[orientation]
    stored = scene()
    for operation in turned:  # the inverse of the viewer's transformation
        stored = stored.transpose(Image.Transpose(operation))
    exif = Image.Exif()
    exif[0x0112] = orientation

    np.testing.assert_array_equal(decoded(encoded(stored, "PNG", exif=exif.tobytes())), expected(scene()))


def _transparent(mode: str) -> bytes:
    """Black ink, transparent elsewhere, with a hidden colour that must not show."""
    image = Image.new("RGBA", SIZE, (200, 0, 0, 0))
    image.paste((0, 0, 0, 255), (50, 50, 150, 150))
    return encoded(image.convert(mode) if mode == "LA" else image, "PNG")


def _transparent_palette() -> bytes:
    image = Image.new("P", SIZE, 1)
    image.putpalette([0, 0, 0, 200, 0, 0])
    image.paste(0, (50, 50, 150, 150))
    return encoded(image, "PNG", transparency=1)


TRANSPARENT = {
    "RGBA": lambda: _transparent("RGBA"),
    "grey with alpha": lambda: _transparent("LA"),
    "palette": _transparent_palette,
}


@pytest.mark.parametrize("kind", TRANSPARENT)
def test_transparency_is_laid_on_white(kind):
    on_white = Image.new("RGB", SIZE, "white")
    on_white.paste("black", (50, 50, 150, 150))

    np.testing.assert_array_equal(decoded(TRANSPARENT[kind]()), expected(on_white))


def test_half_transparent_ink_is_half_as_dark():
    picture = decoded(encoded(Image.new("RGBA", SIZE, (0, 0, 0, 128)), "PNG"))

    np.testing.assert_allclose(picture, 127, atol=1)


RAMP = np.tile(np.linspace(0, 255, 224).round().astype(np.uint8), (224, 1))
"""Grey from black on the left to white on the right."""

GREY = {
    "8 bits": lambda: encoded(Image.fromarray(RAMP), "PNG"),
    "16 bits, PNG": lambda: encoded(Image.fromarray(RAMP.astype(np.uint16) * 257), "PNG"),
    "16 bits, TIFF": lambda: encoded(Image.fromarray(RAMP.astype(np.uint16) * 257), "TIFF"),
    "32 bits, TIFF": lambda: encoded(Image.fromarray(RAMP.astype(np.int32) * 1000), "TIFF"),
    "floating point, TIFF": lambda: encoded(Image.fromarray(RAMP.astype(np.float32) / 255), "TIFF"),
}


@pytest.mark.parametrize("kind", GREY)
def test_grey_of_any_depth_spans_black_to_white(kind):
    np.testing.assert_array_equal(decoded(GREY[kind]()), expected(Image.fromarray(RAMP).convert("RGB")))


@pytest.mark.parametrize("depth", [np.uint16, np.int32, np.float32])
def test_a_large_grey_picture_of_any_depth_is_resized_as_one_of_8_bits(depth):
    large = RAMP.repeat(5, 0).repeat(5, 1)
    deep = Image.fromarray(large.astype(depth) * (257 if depth is np.uint16 else 1))

    difference = np.abs(
        np.subtract(decoded(encoded(deep, "TIFF")), decoded(encoded(Image.fromarray(large), "PNG")), dtype=float)
    )

    assert difference.max() <= 1


@pytest.mark.parametrize("depth", [np.uint16, np.int32, np.float32])
def test_a_large_grey_picture_is_not_held_in_floating_point(depth):
    data = encoded(Image.fromarray(np.zeros((2000, 2000), depth)), "TIFF", compression="tiff_adobe_deflate")

    tracemalloc.start()  # measures NumPy's memory, not Pillow's
    decoded(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 2000 * 2000


@pytest.mark.parametrize("gap", [np.nan, np.inf, -np.inf])
def test_gaps_in_a_floating_point_picture_leave_the_rest_as_it_is(gap):
    grey = RAMP.astype(np.float32)
    grey[0, :10] = gap

    np.testing.assert_array_equal(decoded(encoded(Image.fromarray(grey), "TIFF"))[0, 1:, :, 0], RAMP[1:])


def test_black_and_white_of_one_bit():
    picture = decoded(encoded(Image.fromarray(RAMP > 127), "PNG"))

    np.testing.assert_array_equal(np.unique(picture), [0, 255])


def test_a_sixteen_bit_picture_that_is_dark_stays_dark():
    dark = Image.fromarray(np.full((224, 224), 5 * 257, np.uint16))

    np.testing.assert_array_equal(decoded(encoded(dark, "PNG")), 5)


@pytest.mark.parametrize("size", [(448, 448), (672, 224), (224, 896), (112, 112)])
def test_the_whole_picture_is_resized_whatever_its_aspect(size):
    picture = decoded(encoded(scene().resize(size, Image.Resampling.NEAREST), "PNG"))

    centres = picture[0, [40, 40, 180, 180], [40, 180, 40, 180]]
    np.testing.assert_array_equal(centres, [[0, 0, 0], [255, 0, 0], [0, 255, 0], [0, 0, 255]])


def test_a_smaller_picture_is_an_average_and_not_a_choice_of_pixels():
    stripes = np.zeros((2240, 2240), np.uint8)
    stripes[:, ::2] = 255

    picture = decoded(encoded(Image.fromarray(stripes), "PNG"))

    np.testing.assert_allclose(picture[0, :, 1:-1], 127.5, atol=1.5)


def test_a_large_photograph_gives_the_same_in_jpeg_as_in_png():
    large = scene().resize((4000, 3000), Image.Resampling.BILINEAR)

    difference = np.abs(
        np.subtract(decoded(encoded(large, "JPEG", quality=95)), decoded(encoded(large, "PNG")), dtype=float)
    )

    assert difference.mean() < 2


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


def png_header(width: int, height: int) -> bytes:
    """A PNG with a size in its header but without pixels: the header can be read, the image cannot be decoded."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    empty = b"IDAT" + zlib.compress(b"")
    chunks = [struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (header, empty)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


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


def tiled(side: int) -> bytes:
    """A TIFF of 224 x 224 grey pixels in one deflated tile of `side` x `side`."""
    tile = zlib.compress(bytes(side * side))
    tags = {256: 224, 257: 224, 258: 8, 259: 8, 262: 1, 277: 1, 322: side, 323: side, 324: 8, 325: len(tile)}
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items())
    return struct.pack("<2sHI", b"II", 42, 8 + len(tile)) + tile + struct.pack("<H", len(tags)) + entries + bytes(4)


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


def sketch(ink: Image.Image | None) -> tuple[bytes, bytes]:
    """What Gradio's Sketchpad sends in the dark theme: ink of any colour in a layer, and an opaque composite."""
    layer = Image.new("RGBA", (280, 280), (0, 0, 0, 0))
    if ink:
        layer.paste((59, 130, 246, 255), mask=ink)
    composite = Image.alpha_composite(Image.new("RGBA", layer.size, "#333333"), layer)
    return encoded(layer, "PNG"), encoded(composite, "PNG")


def test_a_sketch_is_black_ink_on_white_whatever_the_theme():
    ink = Image.new("L", (280, 280), 0)
    ink.paste(255, (70, 70, 140, 210))

    picture = images.from_sketch(*sketch(ink), SIZE, MAX_PIXELS)

    assert picture.shape == (1, 224, 224, 3)
    np.testing.assert_array_equal(picture[0, 100, [20, 80, 200]], [[255] * 3, [0] * 3, [255] * 3])


def test_an_untouched_sketch_is_white_and_no_sketch_is_nothing():
    np.testing.assert_array_equal(images.from_sketch(*sketch(None), SIZE, MAX_PIXELS), 255)
    assert images.from_sketch(None, None, SIZE, MAX_PIXELS) is None


def test_a_composite_alone_is_a_picture():
    picture = images.from_sketch(None, encoded(scene().convert("RGBA"), "PNG"), SIZE, MAX_PIXELS)

    np.testing.assert_array_equal(picture, expected(scene()))


@pytest.mark.parametrize("files", [(png_header(10_000, 5_001), None), (None, png_header(10_000, 5_001))])
def test_a_sketch_of_too_many_pixels_is_refused_by_its_header(files):
    with pytest.raises(images.TooManyPixels, match="10000 x 5001 pixels. At most 50,000,000"):
        images.from_sketch(*files, SIZE, MAX_PIXELS)


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


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
