"""Packs a `.tflite` into fewer bytes: what the file says twice is written once.

A FlatBuffer may refer to the same vector from several tables. The shapes, inputs and outputs of operations are the
same again and again, and so are their options; in a small model, they take as many bytes as the weights.
"""

import flatbuffers
from ai_edge_litert.schema_py_generated import ModelT
from flatbuffers.number_types import UOffsetTFlags

IDENTIFIER = b"TFL3"
CONVERSION = b"CONVERSION_METADATA"
"""Metadata about the converter, which no runtime reads."""


def packed(model: ModelT) -> bytes:
    """The file of a model, with each vector and each table of plain numbers only once, and nothing of its converter."""
    _forget_converter(model)
    for graph in model.subgraphs:
        for tensor in graph.tensors:
            quantization = tensor.quantization
            if quantization is not None and (quantization.scale is None or not len(quantization.scale)):
                tensor.quantization = None  # says nothing, and takes 20 bytes
    builder = _Sharing(1 << 16)
    builder.Finish(model.Pack(builder), IDENTIFIER)
    return bytes(builder.Output())


def _forget_converter(model: ModelT) -> None:
    """Removes the converter's name, and its metadata with their buffer."""
    model.description = None
    for entry in [entry for entry in model.metadata or () if entry.name == CONVERSION]:
        model.metadata.remove(entry)
        del model.buffers[entry.buffer]
        tensors = (tensor for graph in model.subgraphs for tensor in graph.tensors)
        for user in (*tensors, *model.metadata):
            user.buffer -= user.buffer > entry.buffer


class _Sharing(flatbuffers.Builder):
    """A builder that takes back a vector or a table that is there already, and returns the place of the first.

    What contains offsets is never shared: they count from where they stand, so equal bytes mean different things.
    """

    def __init__(self, size: int):
        super().__init__(size)
        self._shared: dict[tuple[object, bytes], int] = {}
        self._before, self._plain = 0, True
        self._kind = (0, 0)
        self._length: int | None = None

    def StartVector(self, elemSize: int, numElems: int, alignment: int) -> int:
        self._before, self._plain, self._kind = self.Offset(), True, (elemSize, alignment)
        self._length = 4 + elemSize * numElems
        return super().StartVector(elemSize, numElems, alignment)

    def EndVector(self, numElems: int | None = None) -> int:
        offset = super().EndVector(numElems)
        length, self._length = self._length, None
        if length is None:  # a string, which is started in another way
            return offset
        return self._once(self._kind, bytes(self.Bytes[self.head : self.head + length]), offset)

    def StartObject(self, numfields: int) -> None:
        self._before, self._plain = self.Offset(), True
        super().StartObject(numfields)

    def EndObject(self) -> int:
        end = self.objectEnd
        offset = super().EndObject()
        start = len(self.Bytes) - offset
        vtable = offset + int.from_bytes(self.Bytes[start : start + 4], "little", signed=True)
        return self._once(vtable, bytes(self.Bytes[start + 4 : len(self.Bytes) - end]), offset)

    def PrependUOffsetTRelative(self, off: int) -> None:
        self._plain = False
        super().PrependUOffsetTRelative(off)

    def _once(self, kind: object, content: bytes, offset: int) -> int:
        """The first place of this content. If it is not this one, the builder goes back to before it."""
        if not self._plain:
            return offset
        first = self._shared.setdefault((kind, content), offset)
        if first != offset:
            self.head = UOffsetTFlags.py_type(len(self.Bytes) - self._before)
        return first
