"""What is trained in place of a classifier: one that sees changed frames, or one with a peer."""

import keras
from keras import ops

from models.preprocessing.frame import FRAME


class Mutual(keras.Model):
    """A classifier and a peer, which learn from the labels and from each other; the peer is dropped afterwards.

    Two small networks err on different frames, and what the other says of a frame is a better target than its label
    alone.

    Source: Zhang et al., Deep Mutual Learning, 2018, section 2.2; here both change in the same step.
    """

    def __init__(self, classifier: keras.Model, peer: keras.Model):
        """Its output are the probabilities of both, float32 [batch, 2, 10]."""
        frames = keras.Input(classifier.input_shape[1:])
        changed = Augmentation()(frames)
        peer = keras.Sequential([peer], name="peer")  # within a model no two may have the same name
        super().__init__(frames, ops.stack([classifier(changed), peer(changed)], axis=1))

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """In training, both cross-entropies of both: from the labels, and from the other. Else the classifier's."""
        said = ops.log(ops.clip(y_pred, 1e-7, 1))
        if not training:
            return -ops.mean(ops.sum(y * said[:, 0], axis=-1))
        other = ops.stop_gradient(ops.flip(y_pred, axis=1))
        return -ops.mean(ops.sum((y[:, None] + other) * said, axis=(1, 2)))


def accuracy(labels, both):
    """The share of frames that the classifier in `Mutual` answers right."""
    return keras.metrics.categorical_accuracy(labels, both[:, 0])


class Augmentation(keras.layers.Layer):
    """Turns, shears, stretches and moves half of the frames a little, anew in each epoch, by one affine map.

    It is not part of the trained classifier. The other half stays unchanged: each map blurs a little, and a classifier
    that was trained only on blurred frames is worse on sharp ones.
    """

    TURN = 0.19
    """Greatest angle, in radians."""
    SHEAR = 0.15
    STRETCH = 0.1
    SHIFT = 1.4
    """In pixels."""

    def __init__(self):
        super().__init__()
        self.lots = keras.random.SeedGenerator()

    def call(self, frames, training=False):
        if not training:
            return frames
        count, middle = ops.shape(frames)[0], (FRAME - 1) / 2
        turn, across, down, wide, high, right, below = ops.unstack(
            keras.random.uniform((7, count), -1, 1, seed=self.lots), 7
        )
        turn = turn * self.TURN
        a, b = ops.cos(turn) * (1 + wide * self.STRETCH), across * self.SHEAR - ops.sin(turn)
        c, d = ops.sin(turn) + down * self.SHEAR, ops.cos(turn) * (1 + high * self.STRETCH)
        x, y = middle * (1 - a - b) + right * self.SHIFT, middle * (1 - c - d) + below * self.SHIFT
        changed = ops.image.affine_transform(frames, ops.stack([a, b, x, c, d, y, 0 * a, 0 * a], axis=1))
        lots = keras.random.uniform((count, 1, 1, 1), seed=self.lots)
        return ops.where(lots < 0.5, frames, changed)
