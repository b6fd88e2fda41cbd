"""The contract: what is published, in `static/models/catalog.json`. Standard library only; everybody may import it."""

from catalog.catalog import PATH, Catalog, File, FrontEnd, Model, Part, UnknownName, load, save

__all__ = ["PATH", "Catalog", "File", "FrontEnd", "Model", "Part", "UnknownName", "load", "save"]
