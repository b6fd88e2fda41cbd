"""Runs a PyTorch program as it is. This script runs in `.venv-torch`, where nothing of this project is installed.

    python run_torch.py PROGRAM INPUTS ANSWERS

The files are those of `run_tflite.py`.
"""

import os
import pickle
import sys

import numpy as np
import pt2_archive
import torch


def load_program(path: str) -> tuple[torch.nn.Module, tuple[int, ...]]:
    """An exported program that can be called, and the shape of one picture.

    `pt2_archive` refuses what would run code of the file. Here pickle is refused, with which PyTorch tries again what
    its safe reader refuses, and the program's conditions are left out, for they are Python. A refusal ends the process.
    """
    try:
        archive = pt2_archive.checked(path)
    except ValueError as refused:
        raise SystemExit(str(refused)) from refused
    os.environ["TORCH_FORCE_WEIGHTS_ONLY_LOAD"] = "1"
    pickle.loads = pickle.load = _refuse_objects
    program = torch.export.load(archive)
    nodes = {node.name: node for node in program.graph.nodes}
    given, outputs = program.graph_signature.user_inputs, program.graph_signature.user_outputs
    if len(given) != 1 or len(outputs) != 1:
        raise SystemExit(f"it has {len(given)} inputs and {len(outputs)} outputs; an image classifier has one of each.")
    batch, *sizes = nodes[given[0]].meta["val"].shape or (0,)
    if not all(isinstance(size, int) for size in sizes):
        raise SystemExit(f"it takes {list(map(str, (batch, *sizes)))}; export it with pictures of a fixed size.")
    if isinstance(batch, int) and batch != 1:
        raise SystemExit(f"it takes {batch} pictures at a time; export it with one, or with any number of them.")
    return program.module(check_guards=False), (1, *sizes)


def _refuse_objects(*_, **__):
    raise SystemExit("it contains Python objects, which are not read: they may run any code.")


def main(model: str, inputs: str, answers: str) -> None:
    torch.set_num_threads(1)
    module, shape = load_program(model)
    given = []
    with torch.no_grad():
        for picture in np.load(inputs, mmap_mode="r"):
            answer = module(torch.from_numpy(np.array(picture)).reshape(shape))
            given.append(answer.numpy().reshape(-1))
    np.save(answers, np.stack(given).astype(np.float32))


if __name__ == "__main__":
    main(*sys.argv[1:])
