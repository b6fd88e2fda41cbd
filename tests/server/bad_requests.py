"""Requests that every server of the API refuses in the same way."""

from tests.server.image_files import png_header

BAD = {
    "no bytes": ("", b"", 422, "empty"),
    "text": ("", b"a digit, please", 415, "not an image"),
    "JSON": ("", b'{"image": "..."}', 415, "not an image"),
    "SVG": ("", b'<svg xmlns="http://www.w3.org/2000/svg"/>', 415, "not an image"),
    "half an image": ("", png_header(9, 9), 415, "cannot be decoded"),
    "an unknown model": ("?model=nope", b"", 404, "There is no model 'nope'. There are: "),
    "a path as a model": ("?model=../../app", b"", 404, "There is no model '../../app'"),
    "an unknown precision": ("?precision=float8", b"", 404, "no precision 'float8'"),
    "too many pixels": ("", png_header(10_000, 5_001), 413, "10000 x 5001 pixels"),
    "far too many pixels": ("", png_header(2_000_000, 2_000_000), 413, "too many pixels"),
    "a body too long": ("", bytes(10_000_001), 413, "more than 10,000,000 bytes"),
}
"""The query, the body, the status and a part of the sentence, by what is wrong."""
