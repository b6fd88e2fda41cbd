"""Reads TFLite Metadata: what the author of a `.tflite` says about its input and its labels.

`metadata.py` writes the same tables; their fields are numbered in the order of the public schema. The file may come
from anybody, so every size is checked before anything is unpacked.
"""

import io
import math
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from flatbuffers import encode, number_types
from flatbuffers.table import Table

from export.formats.metadata import NAME, NORMALIZATION
from export.sources.label_file import labels_in

TEXT_BYTES = 2_000_000
"""The largest file of labels, unpacked."""
ENTRIES = 100
"""The largest number of a vector's entries that are looked at: tensors, process units, files."""
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How labels may be packed: as TFLite Metadata does it. Others may ask for much memory before they unpack a byte."""
UNPACKING = (zipfile.BadZipFile, zlib.error)
"""What a damaged archive raises, beside Python's own errors."""
LABEL_FILES = (2, 3)
"""Types of files whose lines are the labels of an output: of its axis, or of its values."""
MODEL = {"name": 0, "graphs": 3, "author": 4, "licence": 5}
GRAPH = {"inputs": 2, "outputs": 3}
TENSOR = {"units": 4, "files": 6}
FILE = {"name": 0, "type": 2}


@dataclass(frozen=True)
class Said:
    """What the metadata says; None for what it does not say.

    Attributes:
        normalization: mean and deviation: the model takes (pixel - mean) / deviation; one number for all channels, or
            one for each.
        labels: of the labels file.
        author: who made the model.
        licence: of the model.
    """

    normalization: tuple[tuple[float, ...], tuple[float, ...]] | None = None
    labels: tuple[str, ...] | None = None
    author: str | None = None
    licence: str | None = None


def read(tables: bytes | None, content: bytes) -> Said:
    """Reads the metadata of a `.tflite`.

    Args:
        tables: the content of its buffer `TFLITE_METADATA`; None if it has none.
        content: the whole file, with an archive at its end if it has labels.

    Raises:
        ValueError: the metadata is damaged, or its labels are too large.
    """
    if not tables:
        return Said()
    try:
        root = Table(tables, encode.Get(number_types.UOffsetTFlags.packer_type, tables, 0))
        graph = next(_tables(root, MODEL["graphs"]), None)
        given = next(_tables(graph, GRAPH["inputs"]), None) if graph else None
        output = next(_tables(graph, GRAPH["outputs"]), None) if graph else None
        return Said(
            normalization=_normalization(given) if given else None,
            labels=_labels(output, content) if output else None,
            author=_text(root, MODEL["author"]),
            licence=_text(root, MODEL["licence"]),
        )
    except (struct.error, IndexError, TypeError, UnicodeDecodeError, RuntimeError, EOFError, *UNPACKING) as error:
        raise ValueError(f"its {NAME} is damaged: {error}") from error


def _normalization(tensor: Table) -> tuple[tuple[float, ...], tuple[float, ...]] | None:
    for unit in _tables(tensor, TENSOR["units"]):
        if _byte(unit, 0) != NORMALIZATION:
            continue
        options = _table(unit, 1)
        mean, deviation = (_floats(options, slot) for slot in (0, 1)) if options else ((), ())
        if all(len(each) in (1, 3) and all(map(math.isfinite, each)) for each in (mean, deviation)):
            return None if 0 in deviation else (mean, deviation)
    return None


def _labels(tensor: Table, content: bytes) -> tuple[str, ...] | None:
    files = [file for file in _tables(tensor, TENSOR["files"]) if _byte(file, FILE["type"]) in LABEL_FILES]
    name = _text(files[0], FILE["name"]) if files else None
    if name is None or not zipfile.is_zipfile(io.BytesIO(content)):
        return None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if name not in archive.namelist():
            return None
        if (method := archive.getinfo(name).compress_type) not in METHODS:
            read = " and ".join(map(str, METHODS))
            raise ValueError(f"its labels '{name}' are packed by method {method}; those that are read are {read}")
        with archive.open(name) as file:
            text = file.read(TEXT_BYTES + 1)  # and no further, whatever size the archive claims
    if len(text) > TEXT_BYTES:
        raise ValueError(f"its labels '{name}' have more than {TEXT_BYTES:,} bytes")
    return labels_in(text.decode("utf-8-sig"))


def _position(table: Table, slot: int) -> int | None:
    """Where a field is; None if the table leaves it out."""
    offset = table.Offset(4 + 2 * slot)
    return table.Pos + offset if offset else None


def _byte(table: Table, slot: int) -> int:
    position = _position(table, slot)
    return 0 if position is None else table.Get(number_types.Uint8Flags, position)


def _text(table: Table, slot: int) -> str | None:
    position = _position(table, slot)
    return None if position is None else bytes(table.String(position)).decode("utf-8")


def _table(table: Table, slot: int) -> Table | None:
    position = _position(table, slot)
    return None if position is None else Table(table.Bytes, table.Indirect(position))


def _length(table: Table, slot: int) -> int:
    return 0 if _position(table, slot) is None else table.VectorLen(table.Offset(4 + 2 * slot))


def _tables(table: Table, slot: int) -> Iterator[Table]:
    for index in range(min(_length(table, slot), ENTRIES)):
        yield Table(table.Bytes, table.Indirect(table.Vector(table.Offset(4 + 2 * slot)) + 4 * index))


def _floats(table: Table, slot: int) -> tuple[float, ...]:
    start = table.Vector(table.Offset(4 + 2 * slot)) if _length(table, slot) else 0
    return tuple(table.Get(number_types.Float32Flags, start + 4 * i) for i in range(min(_length(table, slot), ENTRIES)))
