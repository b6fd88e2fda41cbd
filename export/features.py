"""Publishes the features of a model: what its last dense layer gets, on which the page learns a reader's own signs.

The features are a TF.js graph model beside the published one: the same graph up to that layer, with the same weight
files, so that nothing large is stored or downloaded twice.
"""

import dataclasses
import json
import os
from pathlib import Path

import numpy as np
from scipy.special import softmax

import catalog
from export import samples, staged
from export.formats.browser import run_tfjs
from export.publishing import Measured
from export.verify.verification import TOLERANCE, Comparison, VerificationError, compare

NAME = "features"
MODELS = ("compact", "photo")
"""Whose features are published: one for drawings, one for photographs."""
DENSE = ("_FusedMatMul", "MatMul")
SINGLE = ("Softmax", "BiasAdd", "Identity", "Add", "AddV2", "Mul", "Sub")
"""Operations between the last dense layer and the output: their first input is followed."""


def publish(name: str, path: Path = catalog.PATH, pictures: samples.Samples | None = None) -> Measured:
    """Writes the features of a published model beside its default TF.js file, verifies them, and lists them.

    Args:
        name: of the model.
        path: of the catalog.
        pictures: the pictures to verify them on; default: those of the model's task.

    Raises:
        UnknownName: the catalog has no such model.
        ValueError: the model has no TF.js file, or does not end in a dense layer with softmax.
        VerificationError: the published model's last layer gives other answers on them than the published model, or
            that was published again meanwhile. The catalog stays unchanged.
        NoChromium: there is no Chromium to run TF.js files in.
    """
    published = catalog.load(path)
    model = published.model(name)
    whole = next((file for file in model.files if file.path == model.defaults.get("tfjs")), None)
    if whole is None:
        raise ValueError(f"Model '{name}' has no TF.js file, whose graph its features are a part of.")
    pictures = pictures or samples.of_model(model)
    place = path.parent / Path(whole.path).with_name(f"{NAME}.json")
    graph = cut(json.loads((path.parent / whole.path).read_text(encoding="utf-8")), whole.path)
    staging = place.with_name(f".{NAME}.json")  # beside the weight files, which it names
    staging.write_text(json.dumps(graph), encoding="utf-8")
    try:
        described, measured = _measured(model, whole, staging, pictures)
        latest = catalog.load(path)  # read again: a model may have been published in the meantime
        if latest.model(name) != model:
            raise VerificationError(f"Model '{name}' was published again meanwhile. Its features were not published.")
        before = place.read_bytes() if place.exists() else None
        os.replace(staging, place)
        try:
            catalog.save(latest.with_model(dataclasses.replace(model, features=described)), path)
        except BaseException:
            place.unlink() if before is None else place.write_bytes(before)
            raise
    finally:
        staging.unlink(missing_ok=True)
    return measured


def _measured(
    model: catalog.Model, whole: catalog.File, staging: Path, pictures: samples.Samples
) -> tuple[catalog.Features, Measured]:
    comparison, length = verify(staging, staging.with_name(Path(whole.path).name), pictures)
    size, sha256 = staged.size_and_hash(staging)
    file = dataclasses.replace(
        whole,
        path=Path(whole.path).with_name(f"{NAME}.json").as_posix(),
        bytes=size + sum(part.bytes for part in whole.parts),
        sha256=sha256,
        accuracy=None,
        max_difference=comparison.max_difference,
        labels_differ=comparison.labels_differ,
        pictures=comparison.images,
        milliseconds=float(f"{comparison.milliseconds:.3g}"),
    )
    if wrong := fault(comparison):
        raise VerificationError(f"{file.path} {wrong}. The features of '{model.name}' were not published.")
    return catalog.Features(length=length, file=file), Measured(file, comparison)


def verify(place: Path, whole: Path, pictures: samples.Samples) -> tuple[Comparison, int]:
    """Compares the answers of the model's last layer on the features with those of the whole model.

    Args:
        place: the graph of the features.
        whole: that of the model, in the same folder.
        pictures: shown to both.

    Returns:
        The comparison, and how many features there are.
    """
    found = run_tfjs(place, pictures)
    kernel, bias = head(whole)
    answers = samples.Answers(softmax(found.probabilities @ kernel + bias, axis=1), found.milliseconds)
    return compare(answers, run_tfjs(whole, pictures).probabilities, None), kernel.shape[0]


def fault(comparison: Comparison) -> str | None:
    """Why features must not be published, as a sentence; None if they may be."""
    if comparison.max_difference <= TOLERANCE:  # not `>`: a NaN must be found too
        return None
    return (
        f"gives features on which the model's last layer answers otherwise, by {comparison.max_difference:.3g} in a "
        f"probability, on {comparison.images} images; at most {TOLERANCE:g} is allowed"
    )


def cut(graph: dict, title: str) -> dict:
    """A TF.js graph model that ends at the input of the last dense layer, with the weight files of `graph`.

    All weights stay listed, because TF.js finds each by the sizes of those before it.

    Raises:
        ValueError: `graph` does not end in a dense layer.
    """
    nodes = {node["name"]: node for node in graph["modelTopology"]["node"]}
    dense = last_dense(graph, title)
    end = _name(nodes[dense]["input"][0])
    needed: set[str] = set()
    waiting = [end]
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += [_name(each) for each in nodes[name].get("input", ())]
    kernel = next(each for each in _weights(graph) if each["name"] == _name(nodes[dense]["input"][1]))
    shape = {"dim": [{"size": "1"}, {"size": str(kernel["shape"][0])}]}
    kept = [node for node in graph["modelTopology"]["node"] if node["name"] in needed]
    outputs = {NAME: {"name": f"{end}:0", "dtype": "DT_FLOAT", "tensorShape": shape}}
    return {
        **graph,
        "signature": {"inputs": graph["signature"]["inputs"], "outputs": outputs},
        "modelTopology": {**graph["modelTopology"], "node": kept},
    }


def last_dense(graph: dict, title: str) -> str:
    """The name of the node of the last dense layer; raises `ValueError` if the graph does not end in one."""
    nodes = {node["name"]: node for node in graph["modelTopology"]["node"]}
    (output,) = graph["signature"]["outputs"].values()
    node = nodes[_name(output["name"])]
    while node["op"] not in DENSE:
        if node["op"] not in SINGLE:
            raise ValueError(f"{title} ends in {node['op']} '{node['name']}'; a dense layer with softmax is needed.")
        node = nodes[_name(node["input"][0])]
    return node["name"]


def head(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """The kernel and the bias of the last dense layer of a TF.js graph model, float32."""
    os.environ.setdefault("TFDF_DISABLE_WELCOME_MESSAGE", "1")  # as in `conversion.to_tfjs`
    from tensorflowjs import read_weights

    graph = json.loads(path.read_text(encoding="utf-8"))
    dense = next(n for n in graph["modelTopology"]["node"] if n["name"] == last_dense(graph, path.name))
    manifest = graph["weightsManifest"]
    groups = [b"".join((path.parent / each).read_bytes() for each in group["paths"]) for group in manifest]
    entries = read_weights.decode_weights(manifest, groups, flatten=True)
    values = {entry["name"]: np.asarray(entry["data"], np.float32) for entry in entries}
    kernel, bias = (values[_name(each)] for each in dense["input"][1:3])
    return kernel, bias


def _weights(graph: dict) -> list[dict]:
    return [weight for group in graph["weightsManifest"] for weight in group["weights"]]


def _name(reference: str) -> str:
    """The node's name in a reference such as `^name` or `name:0`."""
    return reference.removeprefix("^").partition(":")[0]
