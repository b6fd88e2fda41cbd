"""What makes a user's model unfit to be exported, found before anything is converted."""

from collections.abc import Callable
from pathlib import Path

import tensorflow as tf

LOOPS = {"While", "StatelessWhile", "LoopCond"}


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
