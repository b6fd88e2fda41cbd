"""Writes small ONNX files: `python make_onnx.py FOLDER`, in `.venv-onnx`."""

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def network(size: int | str = 32, outputs: int = 1, batch: int | str = "N", seed: int = 0) -> onnx.ModelProto:
    """A convolutional network as PyTorch exports it: [N, 3, size, size], an open batch, logits."""
    rng = np.random.default_rng(seed)
    weights = {
        "kernel": rng.normal(size=(8, 3, 3, 3)) * 0.3,
        "shift": np.linspace(-0.5, 0.5, 8),
        "depthwise": rng.normal(size=(8, 1, 3, 3)) * 0.4,
        "dense": rng.normal(size=(8, 3)) * 3,
        "bias": np.zeros(3),
    }
    wide = {"kernel_shape": [3, 3], "pads": [1] * 4}
    nodes = [
        helper.make_node("Conv", ["image", "kernel", "shift"], ["a"], strides=[2, 2], **wide),
        helper.make_node("Relu", ["a"], ["b"]),
        helper.make_node("Conv", ["b", "depthwise"], ["c"], group=8, **wide),
        helper.make_node("Sigmoid", ["c"], ["d"]),
        helper.make_node("Mul", ["c", "d"], ["e"]),
        helper.make_node("GlobalAveragePool", ["e"], ["f"]),
        helper.make_node("Flatten", ["f"], ["g"]),
        helper.make_node("Gemm", ["g", "dense", "bias"], ["logits"]),
    ]
    given = helper.make_tensor_value_info("image", TensorProto.FLOAT, [batch, 3, size, size])
    answers = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [batch, count])
        for name, count in (("logits", 3), ("g", 8))[:outputs]
    ]
    constants = [numpy_helper.from_array(value.astype(np.float32), name) for name, value in weights.items()]
    graph = helper.make_graph(nodes, "network", [given], answers, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def main(folder: str) -> None:
    onnx.save(network(), Path(folder) / "network.onnx")
    onnx.save(network(outputs=2), Path(folder) / "two.onnx")
    onnx.save(network(size="side"), Path(folder) / "open.onnx")
    onnx.save(network(batch=4), Path(folder) / "batch.onnx")
    onnx.save(network(seed=1), Path(folder) / "other.onnx")
    # weights in a file beside it, as PyTorch writes large ones, and in one elsewhere
    beside = {"save_as_external_data": True, "size_threshold": 0}
    onnx.save(network(), Path(folder) / "beside.onnx", location="beside.data", **beside)
    content = (Path(folder) / "beside.onnx").read_bytes()
    (Path(folder) / "elsewhere.onnx").write_bytes(content.replace(b"beside.data", b"../elsewher"))


if __name__ == "__main__":
    main(*sys.argv[1:])
