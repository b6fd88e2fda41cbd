"""Runs a PyTorch program as it is. This script runs in `.venv-torch`, where nothing of this project is installed.

    python run_torch.py PROGRAM INPUTS ANSWERS

The files are those of `run_tflite.py`.
"""

import os
import pickle
import re
import sys

import numpy as np
import sympy
import torch

SIZES = re.compile(r"(?:[su]\d+|FloorDiv|Mod|Max|Min|int_oo|[\d\s+*/(),<>=-])*")
"""What the sizes of a program may be written with: no other names, no attributes, no texts."""


def load_program(path: str) -> tuple[torch.export.ExportedProgram, tuple[int, ...]]:
    """An exported program, and the shape of one picture. Nothing that the file contains is run while it is read.

    PyTorch's own reader is not so careful: it unpickles what its safe reader refuses, and evaluates sizes as Python.
    """
    os.environ["TORCH_FORCE_WEIGHTS_ONLY_LOAD"] = "1"  # tensors only, even where PyTorch would try again without
    pickle.loads = pickle.load = _refuse_objects
    parse = sympy.sympify
    sympy.sympify = lambda text, *more, **options: parse(_size(text), *more, **options)
    program = torch.export.load(path)
    nodes = {node.name: node for node in program.graph.nodes}
    given, outputs = program.graph_signature.user_inputs, program.graph_signature.user_outputs
    if len(given) != 1 or len(outputs) != 1:
        raise SystemExit(f"it has {len(given)} inputs and {len(outputs)} outputs; an image classifier has one of each.")
    shape = nodes[given[0]].meta["val"].shape
    if not all(isinstance(size, int) for size in shape[1:]):
        raise SystemExit(f"it takes {list(map(str, shape))}; export it with pictures of a fixed size.")
    return program, (1, *shape[1:])


def _refuse_objects(*_, **__):
    raise SystemExit("it contains Python objects, which are not read: they may run any code.")


def _size(text: object) -> object:
    if isinstance(text, str) and not SIZES.fullmatch(text):
        raise SystemExit(f"it has the size {text[:60]!r}, which is not read: it may run any code.")
    return text


def main(model: str, inputs: str, answers: str) -> None:
    torch.set_num_threads(1)
    program, shape = load_program(model)
    module = program.module()
    given = []
    with torch.no_grad():
        for picture in np.load(inputs):
            answer = module(torch.from_numpy(picture).reshape(shape))
            given.append(answer.numpy().reshape(-1))
    np.save(answers, np.stack(given).astype(np.float32))


if __name__ == "__main__":
    main(*sys.argv[1:])
