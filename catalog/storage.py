"""Where the catalog and what is made with it lie, and how they are read and written."""

import os
from pathlib import Path

from catalog.catalog import Catalog

PATH = Path(__file__).parent.parent / "static" / "models" / "catalog.json"
DEFAULT = "default.json"
"""The file beside the catalog with the default model's entry, `Catalog.beginning`."""
HYBRIDS = "hybrid.json"
"""The file beside the catalog with the measured curves of pairs of models, which `make report` writes."""


def load(path: Path = PATH) -> Catalog:
    """Reads the catalog; raises `FileNotFoundError`."""
    return Catalog.from_json(path.read_text(encoding="utf-8"))


def save(catalog: Catalog, path: Path = PATH) -> None:
    """Writes the catalog and its beginning, `default.json`.

    Each is written to a temporary file that is then renamed, so that no reader sees half of it.
    """
    has_default = any(model.name == catalog.default for model in catalog.models)
    written = {path: catalog} | ({path.with_name(DEFAULT): catalog.beginning()} if has_default else {})
    for place, content in written.items():
        temporary = place.with_suffix(".json.tmp")
        try:
            temporary.write_text(content.to_json(), encoding="utf-8")
            os.replace(temporary, place)
        finally:
            temporary.unlink(missing_ok=True)  # the disk may be full
