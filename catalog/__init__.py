"""The contract: what is published, and what the server, the page and the exporter agree on.

It needs only the standard library, so every package may import it.
"""

from catalog.catalog import Catalog
from catalog.encodings import ENCODINGS
from catalog.entries import BLANK, Features, File, FrontEnd, Model, Part, UnknownName
from catalog.examples import EXAMPLES, Example
from catalog.formats import FORMATS, FORMS, Format
from catalog.limits import LIMITS, Limits
from catalog.storage import DEFAULT, HYBRIDS, PATH, load, save
from catalog.units import size

__all__ = [
    "BLANK",
    "DEFAULT",
    "ENCODINGS",
    "EXAMPLES",
    "FORMATS",
    "FORMS",
    "HYBRIDS",
    "LIMITS",
    "PATH",
    "Catalog",
    "Example",
    "File",
    "Format",
    "Features",
    "FrontEnd",
    "Limits",
    "Model",
    "Part",
    "UnknownName",
    "load",
    "save",
    "size",
]
