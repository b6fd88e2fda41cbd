"""Rewrites `Erfc`, which TF.js lacks, as 1 - `Erf`. TensorFlow computes the activation `gelu` with it."""

import shutil
from pathlib import Path

import tensorflow as tf
from tensorflow.core.protobuf import saved_model_pb2

LACKING = "Erfc"
MODEL = "saved_model.pb"


def without(saved_model: Path, copy: Path) -> Path:
    """The SavedModel itself or, if a function in it uses `Erfc`, a copy that does not.

    Args:
        saved_model: its folder.
        copy: a new folder.

    Returns:
        The folder of the SavedModel to convert.
    """
    model = saved_model_pb2.SavedModel.FromString((saved_model / MODEL).read_bytes())
    functions = [function for graph in model.meta_graphs for function in graph.graph_def.library.function]
    using = [function for function in functions if any(node.op == LACKING for node in function.node_def)]
    if not using:
        return saved_model
    for function in using:
        _rewrite(function)
    shutil.copytree(saved_model, copy)
    (copy / MODEL).write_bytes(model.SerializeToString())
    return copy


def _rewrite(function) -> None:
    """Replaces each `Erfc` of a function by a difference of the same name."""
    before, names = list(function.node_def), set()
    del function.node_def[:]
    for node in before:
        if node.op == LACKING:
            names.add(node.name)
            function.node_def.extend(_difference(node))
        else:
            function.node_def.append(node)
    renamed = {f"{name}:y:0": f"{name}:z:0" for name in names}  # an output is named as the operation names it
    for node in function.node_def:
        inputs = [renamed.get(name, name) for name in node.input]
        del node.input[:]
        node.input.extend(inputs)
    for key, output in function.ret.items():
        function.ret[key] = renamed.get(output, output)


def _difference(node: tf.compat.v1.NodeDef) -> list[tf.compat.v1.NodeDef]:
    """1 - erf(x) for erfc(x)."""
    kind = node.attr["T"]
    one = tf.compat.v1.NodeDef(name=f"{node.name}/one", op="Const")
    one.attr["dtype"].CopyFrom(kind)
    one.attr["value"].tensor.CopyFrom(tf.make_tensor_proto(1.0, kind.type))
    erf = tf.compat.v1.NodeDef(name=f"{node.name}/erf", op="Erf", input=node.input)
    difference = tf.compat.v1.NodeDef(
        name=node.name, op="Sub", input=[f"{one.name}:output:0", f"{erf.name}:y:0"], device=node.device
    )
    for each in (erf, difference):
        each.attr["T"].CopyFrom(kind)
    return [one, erf, difference]
