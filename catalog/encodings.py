"""Compressed copies of what is served."""

ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""Content coding -> ending of the file that `bundle/compress.js` writes beside another one; Brotli is the smaller."""
