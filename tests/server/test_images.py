"""Every format becomes the same picture, and a sketch becomes black ink on white."""

import tracemalloc

import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from demo.inference import images
from tests.server.image_files import MAX_PIXELS, SIZE, decoded, encoded, png_header, scene


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


def _with_text(name: str, text: str) -> bytes:
    info = PngInfo()
    info.add_itxt(name, text)
    return encoded(scene(), "PNG", pnginfo=info)


TURNED = 'tiff:Orientation="6"'
UNTURNED = {
    "damaged EXIF": lambda: encoded(scene(), "PNG", exif=b"Exif\0\0no TIFF"),
    "damaged EXIF in WebP": lambda: encoded(scene(), "WEBP", lossless=True, exif=b"no TIFF"),
    "damaged EXIF as text": lambda: _with_text("Raw profile type exif", "\nexif\n4\nzzzz"),
    "XMP": lambda: _with_text("XML:com.adobe.xmp", TURNED),
    "XMP in WebP": lambda: encoded(scene(), "WEBP", lossless=True, xmp=TURNED.encode()),
}


@pytest.mark.parametrize("kind", UNTURNED)
def test_what_browsers_do_not_read_turns_nothing(kind):
    np.testing.assert_array_equal(decoded(UNTURNED[kind]()), expected(scene()))


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
