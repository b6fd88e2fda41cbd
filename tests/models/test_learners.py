"""What small classifiers are trained by: changed frames, and a peer."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from models.training import learners


def network(seed: int) -> keras.Model:
    keras.utils.set_random_seed(seed)
    return keras.Sequential(
        [keras.Input((28, 28, 1)), keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")], name="same"
    )


def cross_entropy(targets, said) -> float:
    return float(-(targets * np.log(said)).sum(axis=1).mean())


def test_each_learns_from_the_labels_and_from_what_the_other_says():
    mutual = learners.Mutual(network(0), network(1))
    rng = np.random.default_rng(0)
    labels = np.eye(10, dtype=np.float32)[rng.integers(0, 10, 50)]
    one, other = rng.dirichlet(np.ones(10), (2, 50)).astype(np.float32)
    loss = mutual.compute_loss(y=tf.constant(labels), y_pred=tf.stack([one, other], axis=1))
    sums = [cross_entropy(labels, one), cross_entropy(other, one), cross_entropy(labels, other)]
    assert float(loss) == pytest.approx(sum(sums) + cross_entropy(one, other), rel=1e-4)


def test_what_the_other_says_is_a_target_and_is_not_changed_to_suit():
    mutual = learners.Mutual(network(0), network(1))
    said = tf.Variable(np.random.default_rng(0).dirichlet(np.ones(10), (1, 2)).astype(np.float32))
    with tf.GradientTape() as tape:
        loss = mutual.compute_loss(y=tf.zeros((1, 10)), y_pred=said)
    np.testing.assert_allclose(tape.gradient(loss, said), -said.numpy()[:, ::-1] / said.numpy(), rtol=1e-4)


def test_outside_training_its_loss_and_accuracy_are_the_classifiers(digits):
    frames = (digits[0][:100, ..., np.newaxis] / 255).astype(np.float32)
    labels = np.eye(10, dtype=np.float32)[digits[1][:100]]
    classifier = network(0)
    mutual = learners.Mutual(classifier, network(1))
    mutual.compile(metrics=[learners.accuracy])
    loss, accuracy = mutual.evaluate(frames, labels, verbose=0)
    said = classifier.predict(frames, verbose=0)
    assert loss == pytest.approx(cross_entropy(labels, said), rel=1e-4)
    assert accuracy == pytest.approx((said.argmax(axis=1) == digits[1][:100]).mean())


def test_augmentation_changes_half_of_the_frames_and_none_outside_training(digits):
    frames = (digits[0][:200, ..., np.newaxis] / 255).astype(np.float32)
    augmentation = tf.function(learners.Augmentation())  # traced, as Keras does
    np.testing.assert_array_equal(augmentation(frames), frames)
    changed = np.abs(augmentation(frames, training=True) - frames).max(axis=(1, 2, 3)) > 0
    assert 60 < changed.sum() < 140
