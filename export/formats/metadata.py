"""Writes TFLite Metadata: the description in a `.tflite`, so that MediaPipe Tasks needs only the file.

The schema is public (`metadata_schema.fbs` in MediaPipe, version 1.5.0). The package that writes it, tflite-support,
needs Python 3.11 or older, and MediaPipe's own needs all of MediaPipe, so its few tables are written here. The fields
of each table are in the order of the schema.
"""

import io
import zipfile
from dataclasses import dataclass

import flatbuffers
from ai_edge_litert.schema_py_generated import BufferT, MetadataT, ModelT

NAME = "TFLITE_METADATA"
IDENTIFIER = b"M001"
PARSER = "1.0.0"
"""The oldest version of the schema that has everything used here."""
UNSTAMPED = "unpublished."
"""A placeholder for the version, which is known only when all files of the model exist."""
LABELS = "labels.txt"
"""Name of the labels file that is packed at the end of the model."""
DESCRIPTION = "An image classifier. Give it the picture as it is: the preprocessing is part of the model."
"""Of every published model."""

TENSOR_AXIS_LABELS = 2
RGB = 1
NORMALIZATION = 1
FEATURE, IMAGE = 1, 2


@dataclass(frozen=True)
class About:
    """The description of a model.

    Attributes:
        name: the name that users see.
        description: what it does, in a sentence or two.
        labels: the classes in the order of the outputs.
        author: who made it; None if that is not known.
        licence: its SPDX identifier; None if that is not known.
    """

    name: str
    description: str
    labels: tuple[str, ...]
    author: str | None = None
    licence: str | None = None


def add(model: ModelT, about: About) -> None:
    """Adds the metadata to a model with one image input, RGB, 0 to 255, and one output of probabilities."""
    model.buffers.append(BufferT())
    model.buffers[-1].data = _Writer().write(about)
    entry = MetadataT()
    entry.name, entry.buffer = NAME, len(model.buffers) - 1
    model.metadata = [*(model.metadata or ()), entry]


def pack_labels(content: bytes, labels: tuple[str, ...]) -> bytes:
    """Appends the labels file, one per line, as an uncompressed zip, the only kind that MediaPipe reads."""
    packed = io.BytesIO(content)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr(
            zipfile.ZipInfo(LABELS), "\n".join(labels)
        )  # dated 1 January 1980, so that the bytes are always the same
    return packed.getvalue()


def stamped(content: bytes, version: str, instead: str = UNSTAMPED) -> bytes:
    """Replaces the version in the metadata of a `.tflite`, and nothing else.

    Args:
        content: of the file.
        version: 12 characters.
        instead: the version that it contains now.

    Raises:
        ValueError: the file does not contain that version exactly once.
    """
    old, new = (_field(text) for text in (instead, version))
    if content.count(old) != 1 or len(new) != len(old):
        raise ValueError(
            f"A .tflite has one version of {len(instead)} characters; '{instead}' is there "
            f"{content.count(old)} times, and '{version}' has {len(version)}."
        )
    return content.replace(old, new)


def _field(text: str) -> bytes:
    """A string as FlatBuffers store it: its length, its bytes, and a 0."""
    return len(text).to_bytes(4, "little") + text.encode() + b"\0"


class _Writer:
    """Writes the tables. Each method returns the offset of its table."""

    def __init__(self):
        self._builder = flatbuffers.Builder()

    def write(self, about: About) -> bytes:
        graph = self._table(None, None, self._list(self._image()), self._list(self._probabilities()))
        texts = [self._text(text) for text in (about.name, about.description, UNSTAMPED)]
        author, licence, parser = (self._text(text) for text in (about.author, about.licence, PARSER))
        model = self._table(*texts, self._list(graph), author, licence, None, parser)
        self._builder.Finish(model, file_identifier=IDENTIFIER)
        return bytes(self._builder.Output())

    def _image(self) -> int:
        content = self._table(_Byte(IMAGE), self._table(_Byte(RGB)))
        unchanged = self._table(_Byte(NORMALIZATION), self._table(self._floats(0.0), self._floats(1.0)))
        name, description = self._text("image"), self._text("The picture as it is: RGB, 0 to 255.")
        stats = self._table(self._floats(255.0), self._floats(0.0))
        return self._table(name, description, None, content, self._list(unchanged), stats)

    def _probabilities(self) -> int:
        content = self._table(_Byte(FEATURE), self._table())
        name, description = self._text("probabilities"), self._text("One for each label; together they are 1.")
        stats = self._table(self._floats(1.0), self._floats(0.0))
        labels = self._table(self._text(LABELS), None, _Byte(TENSOR_AXIS_LABELS))
        return self._table(name, description, None, content, None, stats, self._list(labels))

    def _table(self, *fields: "int | _Byte | None") -> int:
        self._builder.StartObject(len(fields))
        for slot, field in enumerate(fields):
            if isinstance(field, _Byte):
                self._builder.PrependUint8Slot(slot, field.value, 0)
            elif field is not None:
                self._builder.PrependUOffsetTRelativeSlot(slot, field, 0)
        return self._builder.EndObject()

    def _text(self, text: str | None) -> int | None:
        return None if text is None else self._builder.CreateString(text)

    def _list(self, offset: int) -> int:
        self._builder.StartVector(4, 1, 4)
        self._builder.PrependUOffsetTRelative(offset)
        return self._builder.EndVector()

    def _floats(self, number: float) -> int:
        self._builder.StartVector(4, 1, 4)
        self._builder.PrependFloat32(number)
        return self._builder.EndVector()


@dataclass(frozen=True)
class _Byte:
    """A field that is a number, not an offset."""

    value: int
