"""Handwriting: images as other hands might write them are of the same digit."""

import numpy as np
import pytest

from models.data import handwriting


def test_a_distorted_image_is_another_of_the_same_digit(digits):
    images = digits[0][:50]
    changed = np.stack([handwriting.warped(image, np.random.default_rng(i)) for i, image in enumerate(images)])
    assert changed.dtype == np.uint8 and changed.shape == images.shape
    likeness = [np.corrcoef(*pair)[0, 1] for pair in zip(images.reshape(50, -1), changed.reshape(50, -1), strict=True)]
    assert 0.5 < np.mean(likeness) < 0.97 and min(likeness) > 0.2


def upright(width: int) -> np.ndarray:
    """A vertical stroke, 20 pixels high, as a plain 1: uint8 [28, 28]."""
    image = np.zeros((28, 28), np.uint8)
    image[4:24, 14 - width // 2 : 14 - width // 2 + width] = 255
    return image


def added(image: np.ndarray, changed: np.ndarray) -> np.ndarray:
    """Rows and columns of the ink that only the changed image has, [2, n]."""
    assert changed.dtype == np.uint8 and (changed >= image).all(), "no ink is lost"
    return np.array(np.nonzero(changed.astype(int) - image > 64))


@pytest.mark.parametrize("seed", range(20))
def test_a_flag_hangs_from_the_top_of_a_1_to_the_left(seed, monkeypatch):
    monkeypatch.setattr(handwriting, "BASES", 0.0)
    image = upright(3)
    rows, columns = added(image, handwriting.flagged(image, np.random.default_rng(seed)))
    assert columns.max() <= 13 and 3 <= columns.min() < 12, "to the left of the stroke, not to its right"
    assert rows.max() <= 15, "in the upper half"
    assert rows[columns == columns.min()].mean() > rows[columns == columns.max()].mean(), "it falls to the left"


def test_a_1_that_leans_like_a_7_gets_no_flag():
    leaning = np.eye(28, dtype=np.uint8)[:, ::-1] * 255
    np.testing.assert_array_equal(handwriting.flagged(leaning, np.random.default_rng(0)), leaning)


@pytest.mark.parametrize("seed", range(20))
def test_a_bar_lies_below_a_9_mostly_to_the_left(seed):
    image = upright(3)
    rows, columns = added(image, handwriting.barred(image, np.random.default_rng(seed)))
    assert rows.min() >= 20, "at the lower end"
    assert 14 - columns.min() > columns.max() - 14 and columns.min() <= 9


def test_only_some_1s_and_9s_get_strokes_that_they_did_not_have(digits):
    images, labels = digits[0][:500], digits[1][:500]
    written = handwriting.write_chunk((7, 0, images, labels))
    warped = [handwriting.warped(image, np.random.default_rng([7, i])) for i, image in enumerate(images)]
    changed = np.array([(a != b).any() for a, b in zip(written, warped, strict=True)])
    assert not changed[(labels != 1) & (labels != 9)].any()
    for digit in (1, 9):
        assert 0.05 < changed[labels == digit].mean() < 0.5, digit
