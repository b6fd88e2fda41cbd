"""Gives biases in TF.js graph models the shape that its WebAssembly backend requires: one number per output channel.

TF.js's converter fuses a convolution or matrix product with a constant that is added to it, whatever its shape:
[1, 1, 1, channels] for a batch normalisation with `axis=3`, [] for a plain number. It even takes the sum of two
branches for a bias. The JavaScript backends broadcast the constant, but the WebAssembly backend refuses it.
"""

import base64
import json
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np

CHANNELS = {
    "_FusedConv2D": lambda shape, _: shape[3],
    "FusedDepthwiseConv2dNative": lambda shape, _: shape[2] * shape[3],
    "_FusedMatMul": lambda shape, node: shape[0 if node["attr"].get("transpose_b", {}).get("b") else 1],
}
"""Number of output channels of each fused operation, from the shape of its weights."""
PLAIN = {
    "_FusedConv2D": "Conv2D",
    "FusedDepthwiseConv2dNative": "DepthwiseConv2dNative",
    "_FusedMatMul": "MatMul",
}


def flatten(folder: Path) -> None:
    """Gives each fused bias the shape [channels]. A sum that is not a bias becomes an operation of its own.

    Args:
        folder: with `model.json` and one file of weights, of any precision.
    """
    path = folder / "model.json"
    model = json.loads(path.read_text(encoding="utf-8"))
    (group,) = model["weightsManifest"]
    shard = folder / group["paths"][0]
    weights = {entry["name"]: (entry, numbers) for entry, numbers in _read(group["weights"], shard.read_bytes())}
    nodes = {node["name"]: node for node in model["modelTopology"]["node"]}
    for node in [node for node in nodes.values() if _is_biased(node)]:
        kernel, bias = node["input"][1:3]
        channels = CHANNELS[node["op"]](weights[kernel][0]["shape"], node) if kernel in weights else None
        if channels is None or bias not in weights or weights[bias][1].size not in (1, channels):
            nodes |= {each["name"]: each for each in _apart(node)}
        elif weights[bias][0]["shape"] != [channels]:
            entry, numbers = weights[bias]
            flat = f"{bias}/{channels}"  # a new constant: another operation may read the existing one
            weights[flat] = {**entry, "name": flat, "shape": [channels]}, np.broadcast_to(numbers, channels)
            nodes[flat] = _renamed(nodes[bias], flat, channels)
            node["input"][2] = flat
    read = {name.lstrip("^").partition(":")[0] for node in nodes.values() for name in node.get("input", [])}
    read |= {output["name"].partition(":")[0] for output in model["signature"]["outputs"].values()}
    model["modelTopology"]["node"] = [node for node in nodes.values() if node["op"] != "Const" or node["name"] in read]
    kept = [weights[name] for name in weights if name in read]
    group["weights"] = [entry for entry, _ in kept]
    shard.write_bytes(b"".join(numbers.tobytes() for _, numbers in kept))
    path.write_text(json.dumps(model, sort_keys=True), encoding="utf-8")  # so that the bytes are always the same


def _is_biased(node: dict) -> bool:
    return node["op"] in CHANNELS and _fused(node)[:1] == ["BiasAdd"]


def _fused(node: dict) -> list[str]:
    """The operations that are fused into an operation, such as `BiasAdd` and `Relu`."""
    return [base64.b64decode(name).decode() for name in node["attr"]["fused_ops"]["list"].get("s", [])]


def _apart(node: dict) -> list[dict]:
    """Splits a fused operation into single ones. The last one keeps its name."""
    name, (inputs, kernel, bias, *further) = node["name"], node["input"]
    attributes = {"T": node["attr"]["T"]}
    alone = {**node, "name": f"{name}/alone", "op": PLAIN[node["op"]], "input": [inputs, kernel]}
    added = {"name": f"{name}/added", "op": "AddV2", "input": [alone["name"], bias], "attr": attributes}
    _, *activations = _fused(node)
    if not activations:
        return [alone, {**added, "name": name}]
    alpha = {"alpha": node["attr"]["leakyrelu_alpha"]} if activations == ["LeakyRelu"] else {}
    inputs = [added["name"], *further]  # the slopes of a Prelu
    return [alone, added, {"name": name, "op": activations[0], "input": inputs, "attr": attributes | alpha}]


def _read(entries: list[dict], content: bytes) -> Iterator[tuple[dict, np.ndarray]]:
    """Each entry of the manifest with its stored numbers, flat."""
    start = 0
    for entry in entries:
        stored = np.dtype(entry.get("quantization", entry)["dtype"])
        count = math.prod(entry["shape"])
        yield entry, np.frombuffer(content, stored, count, start)
        start += count * stored.itemsize


def _renamed(constant: dict, name: str, length: int) -> dict:
    tensor = {**constant["attr"]["value"]["tensor"], "tensorShape": {"dim": [{"size": str(length)}]}}
    return {**constant, "name": name, "attr": {**constant["attr"], "value": {"tensor": tensor}}}
