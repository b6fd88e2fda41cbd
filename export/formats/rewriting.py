"""Rewrites operations that TF.js lacks by others: `Erfc`, with which TensorFlow computes the activation `gelu`, and the
`Einsum` of attention."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import tensorflow as tf
from tensorflow.core.framework.node_def_pb2 import NodeDef as Node
from tensorflow.core.protobuf import saved_model_pb2

MODEL = "saved_model.pb"
OUTPUTS = {"Erfc": "y", "Einsum": "output", "Sub": "z", "Transpose": "y"}
"""Operation -> the name of its output, by which the graph of a function refers to it."""


def rewritten(saved_model: Path, copy: Path) -> Path:
    """The SavedModel itself or, if it uses one of the operations, a copy that does not.

    Args:
        saved_model: its folder.
        copy: a new folder.

    Returns:
        The folder of the SavedModel to convert.
    """
    model = saved_model_pb2.SavedModel.FromString((saved_model / MODEL).read_bytes())
    functions = [function for graph in model.meta_graphs for function in graph.graph_def.library.function]
    using = [function for function in functions if any(node.op in REWRITES for node in function.node_def)]
    if not using:
        return saved_model
    for function in using:
        _rewrite(function)
    shutil.copytree(saved_model, copy)
    (copy / MODEL).write_bytes(model.SerializeToString())
    return copy


def _rewrite(function) -> None:
    """Replaces each of the operations in a function by others, of which the last has its name."""
    before, renamed = list(function.node_def), {}
    del function.node_def[:]
    for node in before:
        instead = REWRITES[node.op](node) if node.op in REWRITES else [node]
        last = instead[-1]
        if last is not node:
            renamed[f"{node.name}:{OUTPUTS[node.op]}:0"] = f"{node.name}:{OUTPUTS[last.op]}:0"
        function.node_def.extend(instead)
    for node in function.node_def:
        inputs = [renamed.get(name, name) for name in node.input]
        del node.input[:]
        node.input.extend(inputs)
    for key, output in function.ret.items():
        function.ret[key] = renamed.get(output, output)


def _difference(node: Node) -> list[Node]:
    """1 - erf(x) for erfc(x)."""
    one = _constant(f"{node.name}/one", 1.0, node.attr["T"].type)
    erf = _like(node, "Erf", f"{node.name}/erf", *node.input)
    return [one, erf, _like(node, "Sub", node.name, f"{one.name}:output:0", f"{erf.name}:y:0")]


def _product(node: Node) -> list[Node]:
    """Transposed matrices and their product for an einsum such as bthc,bshc->bhts; any other einsum stays.

    One dimension is summed over, each input has one that the other lacks, and all else is in the inputs and the output.
    """
    equation = re.fullmatch(r"(\w+),(\w+)->(\w+)", node.attr["equation"].s.decode())
    if not equation:
        return [node]
    left, right, output = equation.groups()
    batch = "".join(name for name in output if name in left and name in right)
    row = "".join(name for name in output if name not in right)
    column = "".join(name for name in output if name not in left)
    summed = "".join(name for name in left if name not in output)
    matrices = (batch + row + summed, batch + summed + column, batch + row + column)
    is_product = len(row) == len(column) == len(summed) == 1 and all(
        sorted(matrix) == sorted(names) for matrix, names in zip(matrices, (left, right, output))
    )
    if not is_product:
        return [node]
    first = _transposed(node, f"{node.name}/left", node.input[0], left, matrices[0])
    second = _transposed(node, f"{node.name}/right", node.input[1], right, matrices[1])
    factors = (f"{first[-1].name}:y:0", f"{second[-1].name}:y:0")
    product = _like(node, "BatchMatMulV2", f"{node.name}/product", *factors)
    return [*first, *second, product, *_transposed(node, node.name, f"{product.name}:output:0", matrices[2], output)]


REWRITES = {"Erfc": _difference, "Einsum": _product}


def _transposed(node: Node, name: str, input: str, before: str, after: str) -> list[Node]:
    """A tensor whose dimensions are named `before` in the order of `after`."""
    order = _constant(f"{name}/order", [before.index(each) for each in after], tf.int32)
    return [order, _like(node, "Transpose", name, input, f"{order.name}:output:0")]


def _like(node: Node, operation: str, name: str, *inputs: str) -> Node:
    """An operation on numbers of the same type, on the same device."""
    made = Node(name=name, op=operation, input=inputs, device=node.device)
    made.attr["T"].CopyFrom(node.attr["T"])
    return made


def _constant(name: str, value: float | Sequence[int], kind: tf.DType | int) -> Node:
    made, tensor = Node(name=name, op="Const"), tf.make_tensor_proto(value, kind)
    made.attr["dtype"].type = tensor.dtype
    made.attr["value"].tensor.CopyFrom(tensor)
    return made
