"""What makes a user's model unfit to be exported, found before anything is converted."""

import re
from collections.abc import Callable
from pathlib import Path

import tensorflow as tf

SENTENCE = 300
"""Number of characters of another program's message that are shown. A model's own settings may be in it."""
INNERMOST = "Exception encountered: "
"""Before the cause, in Keras's messages about layers inside layers."""
OWN_CODE = re.compile(r"(?:Could not locate \w+|Unknown [\w ]{1,40}:|deserialization of a) ['`]([\w.]{1,64})['`]")
"""What Keras says of a class or a function that the file names and does not contain."""
MOVING = {"Identity", "IdentityN", "Reshape", "Squeeze", "Transpose"}
"""Operations that compute nothing. A model whose weights are stored in float16 has them before the weights are cast."""
OTHER_FLOATS = {"float16", "bfloat16", "float64"}
"""What layers may compute in that the converters do not: of the floats, they have float32 only."""
LOOPS = {"While", "StatelessWhile", "LoopCond"}


def why_not_loaded(error: Exception) -> str:
    """Why Keras does not load a file, as the end of a sentence that begins with its path.

    Keras's own advice, to import the classes of the file or to allow its Python code, is for a program and not for this
    command.
    """
    if own := OWN_CODE.search(_cause(error)):
        return f"contains code of your own (`{own[1]}`): call `model.export(folder)` and give that folder."
    return f"cannot be loaded as a Keras model: {first_line(error)}"


def _cause(error: Exception) -> str:
    return str(error).rpartition(INNERMOST)[2][: 10 * SENTENCE]


def first_line(error: Exception) -> str:
    """The first line of an error's cause that is not empty, or the beginning of that line."""
    line = next((line.strip() for line in _cause(error).splitlines() if line.strip()), type(error).__name__)
    return line if len(line) <= SENTENCE else f"{line[:SENTENCE]}..."


def check_graph(path: Path, call: Callable[[tf.Tensor], tf.Tensor], shape: tuple[int, ...]) -> None:
    """Raises `ValueError` for what fails only once it is converted, or in the page.

    That is arithmetic in another float than float32, and a loop: the page's TensorFlow.js has none, and its integers
    cannot be calibrated.
    """
    there_are = nodes(tf.function(call).get_concrete_function(tf.TensorSpec(shape, tf.float32)))
    types = {
        tf.as_dtype(node.attr["T"].type).name for node in there_are if node.op not in MOVING and node.attr["T"].type
    }
    if found := sorted(types & OTHER_FLOATS):
        mixed = "" if found == ["float64"] else " (mixed precision)"
        raise ValueError(
            f"'{path}' computes in {', '.join(found)}{mixed}: set the policy to float32, build it again and load the "
            "weights."
        )
    if any(node.op in LOOPS for node in there_are):
        raise ValueError(
            f"'{path}' has a loop, which the page's TensorFlow.js cannot run: if it is an LSTM, a GRU or a SimpleRNN, "
            "build the model again with unroll=True and load the weights."
        )


def nodes(function) -> list:
    """The nodes of a concrete function and of all functions that it calls."""
    graph = function.graph.as_graph_def()
    return [*graph.node, *(node for called in graph.library.function for node in called.node_def)]
