"""Converts a PyTorch program to a `.tflite` with litert-torch. This script runs in `.venv-torch`.

    python convert_torch.py PROGRAM TFLITE

PROGRAM was written by `torch.export.save`. `load_program` says what is refused in it.
"""

import sys

import litert_torch
import torch
from run_torch import load_program


def main(model: str, tflite: str) -> None:
    module, shape = load_program(model)
    litert_torch.convert(module, (torch.zeros(shape),)).export(tflite)


if __name__ == "__main__":
    main(*sys.argv[1:])
