"""The front end against a plain reference, and changes of a drawing that must not change the answer."""

import functools

import keras
import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view
from skimage.morphology import opening

from models import trained_files
from models.data import drawing, mnist, stray_marks
from models.preprocessing.digit_ink import DigitInk
from models.preprocessing.frame import Frame, UniformWhenBlank
from models.preprocessing.front_end import front_end, with_front_end
from models.preprocessing.ink import CoarseGrey, Grey, Ink

FLOAT32 = 2e-5
"""Tolerance of float32 against a reference in float64, for a frame of 0 to 1."""


@pytest.fixture(scope="module")
def front() -> keras.Model:
    return front_end()


@pytest.fixture(scope="module")
def without_segmentation(front) -> keras.Model:
    """The same, but all ink is kept. It does not depend on what a network has learnt of digits."""
    return keras.Model(front.input, Frame()(front.get_layer("ink").output))


def frame_of(front: keras.Model, pictures: np.ndarray) -> np.ndarray:
    return front.predict_on_batch(np.asarray(pictures, np.float32))[..., 0]


@functools.cache
def weights_of(network: str) -> list[np.ndarray]:
    """In float64, read once for all pictures."""
    return [array.astype(float) for array in trained_files.load(network).get_weights()]


def convolved(x: np.ndarray, kernel: np.ndarray, stride: int) -> np.ndarray:
    """As Keras pads it: [side, side, in] -> [side / stride, side / stride, out]."""
    missing = max((-(-len(x) // stride) - 1) * stride + len(kernel) - len(x), 0)
    edges = (missing // 2, missing - missing // 2)
    windows = sliding_window_view(np.pad(x, (edges, edges, (0, 0))), kernel.shape[:2], axis=(0, 1))
    return np.einsum("ijcyx,yxcd->ijd", windows[::stride, ::stride], kernel)


def reference_polarity(grey: np.ndarray) -> float:
    """The sign of the polarity network's answer in float64: grey levels from their mean, [112, 112] -> -1, 0 or 1."""
    coarse = grey.reshape(28, 4, 28, 4).mean(axis=(1, 3))[..., np.newaxis]
    x = coarse / max(np.abs(coarse).max(), 1e-3)
    *kernels, last = weights_of("polarity")
    for kernel in kernels:
        x = np.tanh(convolved(x, kernel, 2))
    return float(np.sign(x.mean(axis=(0, 1)) @ last[0, 0, :, 0]))


def reference_logits(ink: np.ndarray) -> np.ndarray:
    """The segmentation network in float64: ink [56, 56] -> logits [28, 28]."""
    weights = iter(weights_of("segmentation"))

    def convolution(x: np.ndarray, stride: int = 1) -> np.ndarray:
        return convolved(x, next(weights), stride) + next(weights)

    def relu(x: np.ndarray) -> np.ndarray:
        return np.maximum(x, 0)

    def doubled(x: np.ndarray) -> np.ndarray:
        return x.repeat(2, axis=0).repeat(2, axis=1)

    half = relu(convolution(ink[..., np.newaxis], 2))
    quarter = relu(convolution(half, 2))
    eighth = relu(convolution(relu(convolution(quarter, 2))))
    joined = relu(convolution(doubled(relu(convolution(eighth))) + quarter))
    joined = relu(convolution(doubled(relu(convolution(joined))) + half))
    return convolution(joined)[..., 0]


def reference(picture: np.ndarray) -> np.ndarray:
    """A second implementation of the front end, in float64, with loops and NumPy's least squares."""
    grey = (picture.astype(float) @ [0.299, 0.587, 0.114]) / 255
    grey = grey.reshape(112, 2, 112, 2).mean(axis=(1, 3))
    centred = grey - grey.mean()
    height = centred * reference_polarity(centred)

    def quadratic(side: int) -> np.ndarray:
        at = np.linspace(-1 + 1 / side, 1 - 1 / side, side)
        y, x = (axis.ravel() for axis in np.meshgrid(at, at, indexing="ij"))
        return np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=1)

    coarse = height.reshape(14, 8, 14, 8).mean(axis=(1, 3))
    level = opening(coarse, np.ones((Ink.WINDOW, Ink.WINDOW))).ravel()
    coefficients = np.linalg.lstsq(quadratic(14), level, rcond=None)[0]
    for _ in range(Ink.FITS):
        level = np.minimum(coarse.ravel(), quadratic(14) @ coefficients + Ink.CLIP)
        coefficients = np.linalg.lstsq(quadratic(14), level, rcond=None)[0]
    above = height - (quadratic(112) @ coefficients).reshape(112, 112)

    strongest = above.reshape(56, 2, 56, 2).mean(axis=(1, 3)).max()
    faint, plain = Ink.FAINT
    presence = np.clip((strongest - faint) / (plain - faint), 0, 1)
    if presence == 0:
        return np.zeros((28, 28))
    ink = np.clip((above / strongest - Ink.FLOOR) / (1 - Ink.FLOOR), 0, 1)
    logits = reference_logits(ink.reshape(56, 2, 56, 2).mean(axis=(1, 3)))
    logits += max(DigitInk.SURE - logits.max(), 0)
    share = np.clip((logits + DigitInk.DOUBT) / (2 * DigitInk.DOUBT), 0, 1)
    ink = ink * share.repeat(4, axis=0).repeat(4, axis=1)
    relative = ink / ink.max()

    def extent(profile: np.ndarray) -> float:
        empty, part = Frame.EDGE
        return max(np.clip((profile - empty) / (part - empty), 0, 1).sum(), 1)

    scale = max(extent(relative.max(axis=1)), extent(relative.max(axis=0))) / 20
    middles = np.arange(112) + 0.5
    top = (ink.sum(axis=1) @ middles) / ink.sum() - 14.5 * scale
    left = (ink.sum(axis=0) @ middles) / ink.sum() - 14.5 * scale

    def shares(start: float) -> np.ndarray:
        """The fraction of each source pixel between start and start + scale."""
        return np.array([max(0.0, min(i + 1, start + scale) - max(i, start)) for i in range(112)]) / scale

    rows = [shares(top + i * scale) for i in range(28)]
    columns = [shares(left + i * scale) for i in range(28)]
    frame = np.array([[row @ ink @ column for column in columns] for row in rows])
    return np.minimum(frame / (frame.max() * Frame.STRENGTH), 1) * ink.max() * presence


def test_the_front_end_equals_a_plain_reference(front, digits):
    pictures = list(mnist.on_canvas(digits[0][:10]))
    for seed, condition in enumerate(drawing.CONDITIONS.values()):
        rng = np.random.default_rng(seed)
        pictures += [drawing.draw(image, condition, rng) for image in digits[0][:3]]
    # ink covers so much of these that the third moment of their grey levels takes it for paper
    bold = drawing.Condition(size=(1, 1), strokes=("thick",))
    pictures += [drawing.draw(digits[0][i], bold, np.random.default_rng(0)) for i in (3, 10, 13)]
    expected = np.stack([reference(picture) for picture in pictures])
    assert np.abs(frame_of(front, np.stack(pictures)) - expected).max() < FLOAT32


def test_each_pixel_of_mnist_becomes_a_grey_square_on_the_canvas(digits):
    images = digits[0][:3]
    canvas = mnist.on_canvas(images)
    assert (canvas.shape, canvas.dtype) == ((3, 224, 224, 3), np.uint8)
    np.testing.assert_array_equal(canvas, images.repeat(8, axis=1).repeat(8, axis=2)[..., np.newaxis].repeat(3, axis=3))


def test_mnists_own_digits_come_back_as_mnist_framed_them(front, digits):
    images = digits[0][:100] / 255
    frames = frame_of(front, mnist.on_canvas(digits[0][:100]))
    correlation = [np.corrcoef(a.ravel(), b.ravel())[0, 1] for a, b in zip(images, frames)]
    assert np.median(correlation) > 0.95


def test_light_on_dark_and_dark_on_light_give_the_same_frame(front, pictures):
    light, dark = frame_of(front, pictures[:20]), frame_of(front, 255 - pictures[:20])
    assert np.abs(light - dark).max() < FLOAT32


def thick(image: np.ndarray, seed: int) -> np.ndarray:
    return drawing.draw(image, drawing.CONDITIONS["thick strokes"], np.random.default_rng(seed))


def in_shadow(image: np.ndarray, seed: int) -> np.ndarray:
    return stray_marks.draw(image, "shadow's edge", np.random.default_rng(seed), image)


@pytest.mark.parametrize(("draw", "lighter"), [(thick, True), (in_shadow, False)])
def test_ink_is_told_from_paper_though_it_or_a_shadow_covers_most_of_the_picture(digits, draw, lighter):
    """The sign of the third moment of the grey levels, which tells it elsewhere, is wrong in 4 % of these."""
    picture = keras.Input((224, 224, 3))
    told = keras.Model(picture, trained_files.load("polarity")(CoarseGrey()(Grey()(picture))))
    pictures = np.stack([draw(image, seed) for seed, image in enumerate(digits[0][:200])])
    right = (told.predict(pictures.astype(np.float32), verbose=0).ravel() > 0) == lighter
    assert right.mean() >= 0.985


def test_faint_ink_makes_the_probabilities_uniform_and_half_of_it_does_not():
    frames = np.zeros((4, 28, 28, 1), np.float32)
    frames[:, 14, 14, 0] = (0, 0.25, 0.5, 1)
    probabilities = np.float32([[0.9, 0.1]] * 4)
    given = np.asarray(UniformWhenBlank()([frames, probabilities]))
    np.testing.assert_allclose(given, [[0.5, 0.5], [0.7, 0.3], [0.9, 0.1], [0.9, 0.1]], atol=1e-7)


def moved(image: np.ndarray, *places: tuple[int, int]) -> np.ndarray:
    """A digit at places on the canvas, top and left in pixels, from 0 to 84: uint8 [n, 224, 224, 3]."""
    picture = mnist.on_canvas(image[np.newaxis])[0][44:184, 44:184]
    canvases = np.zeros((len(places), 224, 224, 3), np.uint8)
    for canvas, (top, left) in zip(canvases, places, strict=True):
        canvas[top : top + 140, left : left + 140] = picture
    return canvases


def test_the_place_on_the_canvas_does_not_matter_to_the_ink(without_segmentation, digits):
    frames = frame_of(without_segmentation, moved(digits[0][0], (0, 0), (84, 84), (0, 84), (40, 30)))
    # the brightness is fitted on a fixed grid, which leaves small differences
    assert np.abs(frames - frames[0]).max() < 0.1


def test_the_place_on_the_canvas_does_not_matter_to_the_segmentation_away_from_the_edges(front, digits):
    """What touches an edge may be half a second digit."""
    frames = frame_of(front, moved(digits[0][0], (20, 20), (64, 64), (20, 64), (40, 30)))
    assert np.abs(frames - frames[0]).mean(axis=(1, 2)).max() < 0.02


@pytest.mark.parametrize("side", [2, 4, 6, 8])
def test_the_size_on_the_canvas_does_not_matter(front, digits, side):
    image = digits[0][0]
    canvas = np.zeros((1, 224, 224, 3), np.uint8)
    canvas[0, : 28 * side, : 28 * side] = image.repeat(side, 0).repeat(side, 1)[..., np.newaxis]
    whole = frame_of(front, mnist.on_canvas(digits[0][:1]))
    assert np.abs(frame_of(front, canvas) - whole).mean() < 0.02


def is_framed(frame: np.ndarray) -> bool:
    """Whether it stands in the middle with a longer side of 20."""
    rows, columns = np.nonzero(frame > 0.3)
    longer = max(np.ptp(rows), np.ptp(columns)) + 1
    middle = np.array([frame.sum(axis=1) @ np.arange(28), frame.sum(axis=0) @ np.arange(28)]) / frame.sum()
    return bool(18 <= longer <= 22 and np.abs(middle - 14).max() < 0.25)


def test_the_digit_stands_in_the_middle_with_a_longer_side_of_20(front, without_segmentation, digits):
    rng = np.random.default_rng(0)
    pictures = np.stack([drawing.draw(image, drawing.PLACED, rng) for image in digits[0][:50]])
    assert all(map(is_framed, frame_of(without_segmentation, pictures)))
    # of a digit at the edge of the picture, the segmentation may remove a part: 3 of 600
    assert np.mean([is_framed(frame) for frame in frame_of(front, pictures)]) >= 0.98


@pytest.mark.parametrize("level", [0, 51, 128, 255])
def test_paper_without_ink_gives_an_empty_frame(front, level):
    assert not frame_of(front, np.full((1, 224, 224, 3), level)).any()


def test_noisy_or_unevenly_lit_paper_without_ink_gives_an_empty_frame(front):
    rng = np.random.default_rng(0)
    light = np.linspace(100, 185, 224)[:, np.newaxis, np.newaxis] + np.zeros((224, 224, 3))
    noisy = rng.normal(180, 8, (224, 224, 3)).clip(0, 255)
    assert not frame_of(front, np.stack([light, noisy])).any()


def test_a_blank_picture_gets_the_uniform_distribution():
    classifier = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten(), keras.layers.Dense(10, "softmax")])
    model = with_front_end(classifier, "any")
    blank = model.predict_on_batch(np.full((1, 224, 224, 3), 255.0))
    np.testing.assert_allclose(blank, 0.1, rtol=1e-6)


def test_the_layers_survive_saving(tmp_path, pictures):
    front = front_end()
    front.save(tmp_path / "front.keras")
    loaded = keras.models.load_model(tmp_path / "front.keras", safe_mode=True)
    assert {type(layer) for layer in loaded.layers} >= {Ink, DigitInk, Frame}
    np.testing.assert_array_equal(frame_of(loaded, pictures[:5]), frame_of(front, pictures[:5]))
    assert keras.saving.get_registered_name(UniformWhenBlank) == "both_sides>UniformWhenBlank"
