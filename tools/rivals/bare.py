"""The floor below every server: decoding and LiteRT's invoke in a loop, in one process for each core.

`python -m tools.rivals.bare PICTURE SECONDS` prints the answers of one process as it is asked for: it loads the model,
prints a line, waits for one, and counts.
"""

import sys
import time
from pathlib import Path

from tools.rivals.model import Model


def main(picture: str, seconds: str) -> None:
    model, data = Model(), Path(picture).read_bytes()
    print(model.answer(data), flush=True)
    sys.stdin.readline()
    answered, started = 0, time.perf_counter()
    while (took := time.perf_counter() - started) < float(seconds):
        model.answer(data)
        answered += 1
    print(answered / took, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
