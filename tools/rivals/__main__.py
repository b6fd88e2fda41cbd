"""Prints the comparison as a table: `python -m tools.rivals [ROUNDS [SECONDS]]`; `tools.readme rivals` writes it."""

import sys

from tools.rivals import results
from tools.rivals.measure import ROUNDS, SECONDS, measure

rounds, seconds = [*sys.argv[1:], *(str(ROUNDS), str(SECONDS))[len(sys.argv) - 1 :]]
print(results.table(measure(rounds=int(rounds), seconds=float(seconds))), flush=True)
