"""The compressed model gives the same answers as the trained one."""

import keras
import numpy as np
import pytest

from models.architectures import compact
from models.preprocessing import segmentation
from models.training.compression import _rounded, fold_and_quantise, folded_and_rounded


@pytest.fixture
def trained() -> keras.Sequential:
    """With random weights, and with batch normalisation statistics that are not the initial ones."""
    return with_statistics(compact())


def with_statistics(network: keras.Model) -> keras.Model:
    random = np.random.default_rng(0)
    for layer in network.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.set_weights([random.uniform(0.5, 1.5, array.shape) for array in layer.get_weights()])
    return network


def test_it_answers_the_same_up_to_the_rounding_and_is_smaller(trained):
    frames = np.random.default_rng(1).random((50, 28, 28, 1), np.float32)
    smaller = fold_and_quantise(trained)
    np.testing.assert_allclose(smaller.predict_on_batch(frames), trained.predict_on_batch(frames), atol=0.01)
    assert (trained.count_params(), smaller.count_params()) == (28_746, 28_278)


def test_the_segmentation_network_answers_the_same_too():
    trained = with_statistics(segmentation.network())
    smaller = segmentation.network(normalised=False)
    smaller.set_weights(folded_and_rounded(trained))
    ink = np.random.default_rng(1).random((5, 56, 56, 1), np.float32)
    expected = trained.predict_on_batch(ink)
    assert np.abs(smaller.predict_on_batch(ink) - expected).max() < 0.02 * np.ptp(expected)
    assert (trained.count_params(), smaller.count_params()) == (11_553, 11_217)


def test_each_kernel_has_at_most_256_values_which_are_multiples_of_one_step(trained):
    for array in fold_and_quantise(trained).get_weights():
        if array.ndim > 1:
            values = np.unique(array)
            assert len(values) <= 256
            multiples = values / np.diff(values).min()
            np.testing.assert_allclose(multiples, np.round(multiples), atol=1e-2)


def test_rounding_what_is_rounded_changes_nothing_and_neither_does_tfjs(monkeypatch):
    monkeypatch.setenv("TFDF_DISABLE_WELCOME_MESSAGE", "1")  # TF-DF shows it when tensorflowjs imports it
    from tensorflowjs import quantization

    kernel = np.random.default_rng(2).normal(size=(3, 3, 4, 8)).astype(np.float32)
    for factor in np.linspace(0.5, 2, 50, dtype=np.float32):
        once = _rounded(kernel * factor)
        np.testing.assert_array_equal(_rounded(once), once)
        integers, affine = quantization.quantize_weights(once, np.uint8)
        np.testing.assert_array_equal(quantization.dequantize_weights(integers, affine), once)
        assert 0 < np.abs(once - kernel * factor).max() <= np.ptp(once) / 255 / 2 * 1.01
