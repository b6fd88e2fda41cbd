"""Operations that TF.js lacks are rewritten by others, which give the same numbers."""

from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf
from tensorflow.core.protobuf import saved_model_pb2

from export.formats import rewriting

SIZES = {"b": 1, "n": 2, "t": 3, "s": 4, "h": 5}
"""Of each dimension: all differ, so that two that are confused do not fit."""


def compared(folder: Path, function, *arrays: np.ndarray) -> set[str]:
    """Saves and rewrites a function, compares what both give, and returns the operations of the rewritten one."""
    save(folder, function, *arrays)
    return compared_saved(folder, function, *arrays)


def save(folder: Path, function, *arrays: np.ndarray) -> None:
    bare = tf.Module()
    signature = tf.function(
        lambda *tensors: {"answer": function(*tensors)},
        input_signature=[tf.TensorSpec(array.shape, tf.float32, name=f"x{at}") for at, array in enumerate(arrays)],
    )
    bare.answer = signature
    tf.saved_model.save(bare, str(folder / "saved"), signatures={"serving_default": signature})


def compared_saved(folder: Path, function, *arrays: np.ndarray) -> set[str]:
    path = rewriting.rewritten(folder / "saved", folder / "copy")
    loaded = tf.saved_model.load(str(path))
    answer = loaded.signatures["serving_default"](**{f"x{at}": tf.constant(a) for at, a in enumerate(arrays)})["answer"]
    np.testing.assert_allclose(answer, function(*arrays), rtol=1e-6, atol=1e-6)
    library = loaded.signatures["serving_default"].graph.as_graph_def().library.function
    return {node.op for each in library for node in each.node_def}


def numbers(names: str) -> np.ndarray:
    return np.random.default_rng(len(names)).normal(size=[SIZES[name] for name in names]).astype(np.float32)


@pytest.mark.parametrize(
    "equation",
    [
        "btnh,bsnh->bnts",  # attention of Keras 3: the scores, then the answer
        "bnts,bsnh->btnh",
        "bsnh,btnh->bnst",
        "th,hs->ts",
        "ht,sh->st",
    ],
)
def test_an_einsum_of_two_matrices_is_their_product(equation, tmp_path):
    left, right = equation.split("->")[0].split(",")
    kinds = compared(tmp_path, lambda x, y: tf.einsum(equation, x, y), numbers(left), numbers(right))
    assert "Einsum" not in kinds and "BatchMatMulV2" in kinds


@pytest.mark.parametrize("equation", ["bth,hns->btns", "btn,btn->bt", "bt,bs->bts", "btt,bs->bts", "bth,bs->bts"])
def test_any_other_einsum_stays(equation, tmp_path):
    left, right = equation.split("->")[0].split(",")
    kinds = compared(tmp_path, lambda x, y: tf.einsum(equation, x, y), numbers(left), numbers(right))
    assert "Einsum" in kinds


def test_an_einsum_of_one_stays(tmp_path):
    assert "Einsum" in compared(tmp_path, lambda x: tf.einsum("bth->bht", x), numbers("bth"))


def test_what_several_operations_take_is_rewritten_for_each(tmp_path):
    def function(x):
        once = tf.math.erfc(x)
        return tf.math.erfc(once * 2) + once

    kinds = compared(tmp_path, function, numbers("bth"))
    assert "Erfc" not in kinds and "Erf" in kinds


def test_what_a_function_returns_without_an_identity_is_rewritten(tmp_path):
    save(tmp_path, tf.math.erfc, numbers("bth"))
    path = tmp_path / "saved" / rewriting.MODEL
    model = saved_model_pb2.SavedModel.FromString(path.read_bytes())
    for function in model.meta_graphs[0].graph_def.library.function:
        first = {node.name: node.input[0] for node in function.node_def if node.op == "Identity"}
        for key, output in function.ret.items():
            function.ret[key] = first.get(output.split(":")[0], output)
    path.write_bytes(model.SerializeToString())
    assert "Erfc" not in compared_saved(tmp_path, tf.math.erfc, numbers("bth"))


def test_a_model_without_them_is_not_copied(tmp_path):
    assert "Erf" in compared(tmp_path, tf.math.erf, numbers("bth"))
    assert not (tmp_path / "copy").exists()
