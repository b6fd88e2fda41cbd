"""Converts a PyTorch program to a `.tflite` with litert-torch. This script runs in `.venv-torch`.

    python convert_torch.py PROGRAM TFLITE

PROGRAM was written by `torch.export.save`. It is a graph of known operations with its weights, and `load_program` reads
these without running anything that the file contains.
"""

import sys

import litert_torch
import torch
from run_torch import load_program


def main(model: str, tflite: str) -> None:
    program, shape = load_program(model)
    litert_torch.convert(program.module(), (torch.zeros(shape),)).export(tflite)


if __name__ == "__main__":
    main(*sys.argv[1:])
