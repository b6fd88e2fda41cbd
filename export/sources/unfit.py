"""What makes a user's model unfit to be exported, found before anything is converted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import keras
import tensorflow as tf

OTHER_FLOATS = {"float16", "bfloat16", "float64"}
"""What layers may compute in that the converters do not: of the floats, they have float32 only."""
LOOPS = {"While", "StatelessWhile", "LoopCond"}


def check_precision(path: Path, model: keras.Model) -> None:
    """Raises `ValueError` if a layer computes in another float than float32, for which converters blame operations."""
    if found := sorted({layer.compute_dtype for layer in _layers(model)} & OTHER_FLOATS):
        mixed = "" if found == ["float64"] else " (mixed precision)"
        raise ValueError(
            f"'{path}' computes in {', '.join(found)}{mixed}: set the policy to float32, build it again and load the "
            "weights."
        )


def _layers(layer: keras.Layer) -> Iterator[keras.Layer]:
    """A layer with all those inside it."""
    yield layer
    for inner in getattr(layer, "layers", ()):
        yield from _layers(inner)


def check_loops(path: Path, call: Callable[[tf.Tensor], tf.Tensor], shape: tuple[int, ...]) -> None:
    """Raises `ValueError` for a loop: the page's TensorFlow.js has none, and its integers cannot be calibrated."""
    traced = tf.function(call).get_concrete_function(tf.TensorSpec(shape, tf.float32))
    if any(node.op in LOOPS for node in nodes(traced)):
        raise ValueError(
            f"'{path}' has a loop, which the page's TensorFlow.js cannot run: if it is an LSTM, a GRU or a SimpleRNN, "
            "build the model again with unroll=True and load the weights."
        )


def nodes(function) -> list:
    """The nodes of a concrete function and of all functions that it calls."""
    graph = function.graph.as_graph_def()
    return [*graph.node, *(node for called in graph.library.function for node in called.node_def)]
