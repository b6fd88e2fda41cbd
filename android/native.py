"""Lets the interpreter's library for Android on x86_64 run in this machine's Java, so that the tests run what ships.

No repository has this library for Linux. Android's is an ELF file for the same processor and kernel, and differs in the
C library that it expects: `src/test/c/bionic.c` gives it the few functions that glibc has not.
"""

import platform
import struct
import sys
import zipfile
from pathlib import Path

from android.errors import AndroidError
from android.layout import BUILD, FOLDER
from android.programs import run

FOLDER_OF_LIBRARY = BUILD / "native"
FOREIGN = BUILD / "foreign"
LIBRARY = "libtensorflowlite_jni.so"

DYNAMIC = 2
"""Type of the program header that leads to what the loader reads."""
END, NEEDED, STRINGS, RUNPATH = 0, 1, 5, 29
VERSIONS = {0x6FFFFFF0, 0x6FFFFFFC, 0x6FFFFFFD, 0x6FFFFFFE, 0x6FFFFFFF}
"""Tags of the versions of symbols: the library asks for Android's."""
IGNORED = 0x60000FFF
"""A tag that the loader does not know, and passes over."""

RENAMED = (b"fprintf", b"vfprintf", b"fwrite", b"fputc", b"fflush", b"sysconf")
"""Functions whose arguments mean something else in Android's C library; `bionic.c` has them with an underscore last."""


def prepare(aar: Path) -> Path:
    """The folder with the adapted library, for Java's `java.library.path`.

    Raises:
        AndroidError: this machine is not a Linux on x86_64, or the library is not as it was.
    """
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        raise AndroidError(f"The tests need Linux on x86_64, and this is {sys.platform} on {platform.machine()}.")
    FOLDER_OF_LIBRARY.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(aar) as archive:
        (FOLDER_OF_LIBRARY / LIBRARY).write_bytes(adapted(archive.read(f"jni/x86_64/{LIBRARY}")))
    options = ("-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-Wl,-soname,libc.so", "-Wl,--no-as-needed")
    run("gcc", *options, "-o", FOLDER_OF_LIBRARY / "libc.so", FOLDER / "src" / "test" / "c" / "bionic.c", "-lm")
    return FOLDER_OF_LIBRARY


def for_another_processor(aar: Path) -> Path:
    """The folder with the library for ARM, which this machine's Java refuses, as a phone may refuse its own."""
    FOREIGN.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(aar) as archive:
        (FOREIGN / LIBRARY).write_bytes(archive.read(f"jni/arm64-v8a/{LIBRARY}"))
    return FOREIGN


def adapted(library: bytes) -> bytes:
    """The library, which now takes Android's C library from the folder in which it lies."""
    changed = bytearray(library)
    entries = _dynamic(library)
    strings = next(value for _, tag, value in entries if tag == STRINGS)
    for place, tag, value in entries:
        name = library[strings + value : library.index(b"\0", strings + value)] if tag == NEEDED else b""
        if tag in VERSIONS or name in (b"libm.so", b"libdl.so"):
            struct.pack_into("<Q", changed, place, IGNORED)
        elif name == b"liblog.so":  # its entry is the room for the folder's
            struct.pack_into("<Q", changed, place, RUNPATH)
    return bytes(renamed(changed))


def _dynamic(library: bytes) -> list[tuple[int, int, int]]:
    """What the loader reads: the place of each entry, its tag and its value."""
    (headers,) = struct.unpack_from("<Q", library, 32)
    size, count = struct.unpack_from("<HH", library, 54)
    for header in range(headers, headers + size * count, size):
        kind, _, start, _, _, length = struct.unpack_from("<IIQQQQ", library, header)
        if kind == DYNAMIC:
            places = range(start, start + length, 16)
            entries = [(place, *struct.unpack_from("<QQ", library, place)) for place in places]
            return [entry for entry in entries if entry[1] != END]
    raise AndroidError(f"'{LIBRARY}' has no dynamic section.")


def renamed(library: bytearray) -> bytearray:
    """The library with other names where Android's C library means something else, each as long as the old one."""
    names = {b"liblog.so": b"$ORIGIN\0\0", **{name: name[:-1] + b"_" for name in RENAMED}}
    for old, new in names.items():
        found = library.count(b"\0" + old + b"\0")
        if found != 1:
            raise AndroidError(f"'{LIBRARY}' must name '{old.decode()}' once, and does so {found} times.")
        library = library.replace(b"\0" + old + b"\0", b"\0" + new + b"\0")
    return library
