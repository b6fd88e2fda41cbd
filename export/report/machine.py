"""The machine on which something was measured."""

import contextlib
import platform


def processor() -> str:
    """The name of this machine's processor, as far as the system knows it."""
    with contextlib.suppress(OSError), open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(": ")[1].strip()
    return platform.processor() or platform.machine()
