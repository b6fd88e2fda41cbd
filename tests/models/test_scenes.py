"""Scenes for training: what is drawn around a digit, and which cells are the digit's."""

import numpy as np
import pytest

from models.data import drawing, marks, scenes
from models.data.drawing import Condition
from models.data.mnist import CANVAS

MIDDLE = Condition(size=(0.4, 0.4))


@pytest.fixture
def digit(digits) -> marks.Digit:
    ink = drawing.placed(digits[0][0], MIDDLE, np.random.default_rng(3)).astype(np.float32)
    return marks.digit(ink, digits[0][:50])


@pytest.mark.parametrize("kind", marks.SHARES, ids=lambda kind: kind.__name__)
def test_marks_are_ink_on_the_canvas_and_differ_with_the_seed(kind, digit):
    drawn = [kind(digit, np.random.default_rng(seed)) for seed in range(20)]
    for canvas in drawn:
        assert canvas.shape == (CANVAS, CANVAS) and canvas.min() >= 0 and canvas.max() <= 1
    assert len({canvas.tobytes() for canvas in drawn if canvas.any()}) >= 10  # a mark may find no room
    np.testing.assert_array_equal(drawn[0], kind(digit, np.random.default_rng(0)))


@pytest.mark.parametrize("kind", [marks.blots, marks.edges, marks.text], ids=lambda kind: kind.__name__)
def test_what_covers_leaves_the_digit_visible(kind, digit):
    hidden = [(kind(digit, np.random.default_rng(seed)) > 0.1) & (digit.ink > drawing.INK) for seed in range(50)]
    assert not np.any(hidden)


def test_the_cells_are_where_the_digit_is_and_lighter_than_the_paper_if_it_is(digits):
    image, others = digits[0][0], digits[0][:50]
    sizes, right = [], []
    for seed in range(40):
        picture, cells, light = scenes.draw(image, others, np.random.default_rng(seed))
        assert picture.shape == (CANVAS, CANVAS) and picture.dtype == np.uint8
        assert cells.shape == (scenes.CELLS, scenes.CELLS)
        if cells.any():
            rows, columns = np.nonzero(cells)
            sizes.append(max(np.ptp(rows), np.ptp(columns)) + 1)
            inside = picture[cells.repeat(8, axis=0).repeat(8, axis=1)]
            right.append((inside.mean() > np.median(picture)) == light)
    assert len(sizes) >= 36  # the others are too faint
    assert min(sizes) <= 6 and max(sizes) >= 22
    assert np.mean(right) >= 0.85


def test_a_scene_depends_on_its_seed_and_not_on_its_chunk(digits):
    images = digits[0][:6]
    whole, cells, light = scenes.draw_chunk((7, 0, images))
    again, *_ = scenes.draw_chunk((7, 0, images))
    other, *_ = scenes.draw_chunk((8, 0, images))
    np.testing.assert_array_equal(whole, again)
    assert whole.shape == (6, CANVAS, CANVAS) and cells.shape == (6, scenes.CELLS, scenes.CELLS) and light.shape == (6,)
    assert (whole != other).any(axis=(1, 2)).all()
