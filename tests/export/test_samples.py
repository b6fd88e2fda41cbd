"""The pictures in a folder are read in the same way as by the server."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from skimage import data

from demo.inference import images
from export import samples

SIXTEEN = np.linspace(0, 65_535, 300 * 200).reshape(200, 300)


def rotated(path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # rotated by 90 degrees
    Image.fromarray(data.rocket()).save(path, exif=exif, quality=90)


def transparent(path: Path) -> None:
    picture = Image.fromarray(data.chelsea()).convert("RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    picture.save(path)


KINDS = {
    "16-bit.png": lambda path: Image.fromarray(SIXTEEN.astype(np.uint16)).save(path),
    "16-bit.tiff": lambda path: Image.fromarray(SIXTEEN.astype(np.uint16)).save(path),
    "32-bit.tiff": lambda path: Image.fromarray(SIXTEEN.astype(np.int32) * 1000).save(path),
    "floating-point.tiff": lambda path: Image.fromarray(SIXTEEN.astype(np.float32) / 7).save(path),
    "large.jpg": lambda path: Image.fromarray(data.astronaut()).resize((1500, 1000)).save(path),
    "turned.jpg": rotated,
    "transparent.png": transparent,
    "palette.png": lambda path: Image.fromarray(data.coffee()).quantize(32).save(path, transparency=3),
    "animation.gif": lambda path: Image.new("P", (9, 9)).save(
        path, save_all=True, append_images=[Image.new("P", (9, 9), 1)]
    ),
    "its-own-size.png": lambda path: Image.fromarray(data.rocket()[:224, :224]).save(path),
}


@pytest.mark.parametrize("name", KINDS)
def test_a_picture_is_the_servers(name, tmp_path):
    KINDS[name](tmp_path / name)
    (batch,) = samples.of_folder(tmp_path).batches()
    served = images.decode((tmp_path / name).read_bytes(), (224, 224), max_pixels=10_000_000)
    np.testing.assert_array_equal(batch, served)


def test_16_bits_are_a_range_and_not_white(tmp_path):
    KINDS["16-bit.png"](tmp_path / "even.png")
    (batch,) = samples.of_folder(tmp_path).batches()
    assert batch.mean() == pytest.approx(127.5, abs=0.1)


def test_the_first_pictures_are_those_of_all_with_their_labels():
    few = samples.first(samples.digits(), 150)
    assert [len(batch) for batch in few.batches()] == [100, 50] and few.count == len(few.labels) == 150
    np.testing.assert_array_equal(next(few.batches()), next(samples.digits().batches()))
    generated = samples.generated()
    assert samples.first(generated, 300) is generated
