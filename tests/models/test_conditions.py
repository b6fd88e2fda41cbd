"""The pictures for measuring robustness: reproducible by their seed, and the digit stays recognizable."""

import numpy as np
import pytest
from scipy import ndimage

from models.data import drawing, mnist_c, stray_marks
from models.evaluation import robustness


@pytest.mark.parametrize("name", stray_marks.CONDITIONS)
def test_a_picture_among_stray_marks_is_the_same_for_the_same_seed_in_whichever_chunk(name, digits):
    images = np.repeat(digits[0][:1], 6, axis=0)
    pictures = stray_marks.draw_chunk(name, (7, 0, images))
    assert pictures.shape == (6, 224, 224, 3) and pictures.dtype == np.uint8
    np.testing.assert_array_equal(pictures[2:], stray_marks.draw_chunk(name, (7, 2, images[2:])))
    assert (pictures[0] != stray_marks.draw_chunk(name, (8, 0, images[:1]))[0]).any()


@pytest.mark.parametrize("name", stray_marks.CONDITIONS)
def test_the_digit_is_whole_among_the_marks(name, digits):
    """Marks around a digit add ink and remove none, except for single wrong pixels."""
    for seed, image in enumerate(digits[0][:10]):
        digit = np.clip(drawing.placed(image, stray_marks.USUAL, np.random.default_rng(seed)), 0, 1)
        marked = stray_marks.CONDITIONS[name](digit, np.random.default_rng(seed))
        assert marked.shape == digit.shape and marked.min() >= 0 and marked.max() <= 1
        lost = (marked < digit).mean()
        assert lost <= (12 * 8 * 8 / 224**2 if name == "wrong pixels" else 0)


@pytest.mark.parametrize(
    "name", [name for name, mark in stray_marks.CONDITIONS.items() if mark is not stray_marks.unchanged]
)
def test_there_are_marks_outside_the_digits_bounds(name, digits):
    marks = 0
    for seed, image in enumerate(digits[0][:10]):
        digit = np.clip(drawing.placed(image, stray_marks.USUAL, np.random.default_rng(seed)), 0, 1)
        left, top, right, bottom = stray_marks.bounds(digit)
        changed = stray_marks.CONDITIONS[name](digit, np.random.default_rng(seed)) != digit
        changed[top:bottom, left:right] = False
        marks += changed.any()
    assert marks >= 8, "in nearly every picture; some digits leave no room"


def test_a_tiny_digit_is_12_percent_of_the_canvas_and_a_usual_one_larger(digits):
    for seed, image in enumerate(digits[0][:10]):
        picture = stray_marks.draw(image, "12 % of the canvas", np.random.default_rng(seed), image)[..., 0].astype(int)
        left, top, right, bottom = stray_marks.bounds(abs(picture - picture[0, 0]) / np.ptp(picture))
        assert max(right - left, bottom - top) == pytest.approx(0.12 * 224, abs=3)


def test_a_second_digit_touches_the_edge_and_not_the_first(digits):
    for seed in range(10):
        image, other = digits[0][seed], digits[0][seed + 20]
        picture = stray_marks.draw(image, "half a second digit", np.random.default_rng(seed), other)[..., 0]
        paper = np.median(picture)
        edges = (picture[0], picture[-1], picture[:, 0], picture[:, -1])
        assert sum((abs(edge - paper) > 60).any() for edge in edges) >= 1
        ink = abs(picture - paper) > 60
        parts, _ = ndimage.label(ink, np.ones((3, 3)))
        second = np.isin(parts, np.unique(np.concatenate([parts[0], parts[-1], parts[:, 0], parts[:, -1]]))) & ink
        first = ink & ~second
        assert first.sum() > 300, "one digit touches no edge"
        assert ndimage.distance_transform_edt(~second)[first].min() > 4


@pytest.mark.parametrize("name", mnist_c.CORRUPTIONS)
def test_a_corruption_changes_images_alike_for_the_same_seed(name, digits):
    images = digits[0][:120]  # more than one batch of fog
    corrupted = mnist_c.corrupt(images, name, seed=3)
    assert corrupted.shape == images.shape and corrupted.dtype == np.uint8
    np.testing.assert_array_equal(corrupted, mnist_c.corrupt(images, name, seed=3))
    assert (corrupted != images).any(axis=(1, 2)).all()


RANDOM = set(mnist_c.CORRUPTIONS) - {"scale", "brightness", "stripe", "canny edges"}


@pytest.mark.parametrize("name", sorted(RANDOM))
def test_another_seed_corrupts_otherwise(name, digits):
    first, second = (mnist_c.corrupt(digits[0][:20], name, seed) for seed in (0, 1))
    assert (first != second).any()


MEANS = {
    "shot noise": 24.96,
    "impulse noise": 47.17,
    "glass blur": 30.39,
    "brightness": 146.55,
    "spatter": 34.93,
    "dotted line": 36.58,
    "zigzag": 42.68,
    "stripe": 153.79,
    "canny edges": 27.00,
}
"""Mean grey level of the first 150 test images, computed once with the authors' code. That of fog varies too much
between images."""


@pytest.mark.parametrize("name", MEANS)
def test_corruptions_are_as_strong_as_those_of_the_papers_code(name, digits):
    mean = mnist_c.corrupt(digits[0][:150], name, seed=1).mean()
    assert mean == pytest.approx(MEANS[name], rel=0.02)


def test_stripes_are_the_outer_quarters_as_a_negative(digits):
    images = digits[0][:5]
    striped = mnist_c.corrupt(images, "stripe", 0)
    np.testing.assert_array_equal(striped[:, :, 7:21], images[:, :, 7:21])
    np.testing.assert_array_equal(striped[:, :, :7], 255 - images[:, :, :7])


def test_a_translation_moves_three_pixels_each_way(digits):
    images = np.zeros((40, 28, 28), np.uint8)
    images[:, 14, 14] = 255
    places = {tuple(np.argwhere(image)[0]) for image in mnist_c.corrupt(images, "translate", 0)}
    assert places == {(row, column) for row in (11, 17) for column in (11, 17)}


def test_the_digits_of_other_writers_are_those_of_uci():
    images, labels = robustness.uci_digits()
    assert images.shape == (1797, 8, 8) and images.dtype == np.uint8
    assert (images.min(), images.max()) == (0, 255) and len(np.unique(images)) == 17
    assert set(labels) == set(range(10))
