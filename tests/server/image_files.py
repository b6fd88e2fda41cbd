"""Image files that tests send, good and bad."""

import struct
import zlib
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw

from demo.inference import images

SIZE = (224, 224)
MAX_PIXELS = 50_000_000


def scene() -> Image.Image:
    """Four colours, one in each quarter, so that a rotation, a reflection or swapped channels are noticed."""
    picture = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(picture)
    for corner, colour in (((0, 0), "black"), ((112, 0), "red"), ((0, 112), "lime"), ((112, 112), "blue")):
        draw.rectangle((*corner, corner[0] + 111, corner[1] + 111), fill=colour)
    return picture


def encoded(image: Image.Image, format: str = "PNG", **options) -> bytes:
    file = BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG with a size in its header but without pixels: the header can be read, the image cannot be decoded."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    empty = b"IDAT" + zlib.compress(b"")
    chunks = [struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (header, empty)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def tiled(side: int) -> bytes:
    """A TIFF of 224 x 224 grey pixels in one deflated tile of `side` x `side`."""
    tile = zlib.compress(bytes(side * side))
    tags = {256: 224, 257: 224, 258: 8, 259: 8, 262: 1, 277: 1, 322: side, 323: side, 324: 8, 325: len(tile)}
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items())
    return struct.pack("<2sHI", b"II", 42, 8 + len(tile)) + tile + struct.pack("<H", len(tags)) + entries + bytes(4)


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def decoded(data: bytes) -> np.ndarray:
    """The picture that the server makes of a file."""
    return images.decode(data, SIZE, MAX_PIXELS)


WHITE = encoded(Image.new("RGB", SIZE, "white"))
"""A picture without anything on it."""
