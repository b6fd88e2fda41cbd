"""An answer does not ask the system for memory that the one before has given back."""

import platform
import subprocess
import sys

from harness.server import ROOT

FAULTS = """
import resource
import sys

from demo import allocator

if sys.argv[1] == "kept":
    allocator.keep_pages()


def answer() -> None:
    pieces = [bytearray(600_000) for _ in range(5)]
    del pieces


for _ in range(10):
    answer()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(100):
    answer()
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def faults(*arguments: str) -> int:
    """Pages that 100 answers ask the kernel for, each with five pieces of memory at once."""
    ended = subprocess.run([sys.executable, "-c", FAULTS, *arguments], cwd=ROOT, capture_output=True, check=True)
    return int(ended.stdout)


def test_pages_are_kept_from_one_answer_to_the_next():
    kept = faults("kept")
    if platform.libc_ver()[0] == "glibc":  # other C libraries have other rules, and stay as they are
        assert kept < 1_000 < 10_000 < faults("given back")
