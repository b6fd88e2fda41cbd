"""The catalog as two tables that can be sorted: the models with their files' sizes, and every file with its SHA-256."""

from html import escape
from pathlib import Path

import gradio as gr

from catalog import Catalog, File, Model, size
from demo.ui.words import both, word

SINGLE_FILE = "both-sides.html"
"""The page as one file, if it has been built."""


def show(catalog: Catalog, static: Path) -> None:
    """Links are relative to the app, which serves `static` under offline/."""
    if (static / SINGLE_FILE).is_file():
        gr.HTML(f'<p><a href="offline/{SINGLE_FILE}" download>{both("single_file")}</a></p>', elem_id="single-file")
    gr.HTML(word("models_hint"), elem_classes="hint")
    tables = _models_table(catalog, static) + _files_table(catalog, static)
    gr.HTML(tables, elem_id="catalog", apply_default_css=False)


def _models_table(catalog: Catalog, static: Path) -> str:
    kinds = list(dict.fromkeys((file.format, file.precision) for model in catalog.models for file in model.files))
    headers = [
        *map(both, ("model", "accuracy", "parameters")),
        *(f"{format} {precision}" for format, precision in kinds),
    ]
    rows = [[*_about(model), *(_size_cell(model, kind, static) for kind in kinds)] for model in catalog.models]
    return _table("models-table", headers, rows)


def _about(model: Model) -> list[str]:
    accuracy = _cell("" if model.accuracy is None else f"{model.accuracy:.2%}", model.accuracy)
    name = _cell(f"<code>{model.name}</code><br><small>{escape(model.title)}</small>", model.name)
    return [name, accuracy, _cell(f"{model.parameters:,}", model.parameters)]


def _size_cell(model: Model, kind: tuple[str, str], static: Path) -> str:
    file = next((file for file in model.files if (file.format, file.precision) == kind), None)
    if file is None:
        return _cell("")
    if not file.is_in(static / "models"):
        build = f"{both('too_large')} <code>{escape(file.command or '')}</code>"
        why = escape(file.withheld) if file.withheld else build
        return _cell(f"<details><summary>({size(file.bytes)})</summary>{why}</details>", file.bytes)
    parts = " ".join(_address(part.path) for part in file.parts)
    return _cell(_link(file.path, size(file.bytes), f' data-parts="{parts}"' if parts else ""), file.bytes)


def _files_table(catalog: Catalog, static: Path) -> str:
    files = [(model, file) for model in catalog.models for file in model.files if file.is_in(static / "models")]
    rows = [row for model, file in files for row in _file_rows(model, file)]
    return _table("files-table", [*map(both, ("file", "model", "format", "size", "accuracy")), "SHA-256"], rows)


def _file_rows(model: Model, file: File) -> list[list[str]]:
    """A row for the file, and one for each of its parts."""
    kind = f"{file.format} {file.precision}"
    accuracy = _cell("" if file.accuracy is None else f"{file.accuracy:.2%}", file.accuracy)
    return [
        [
            _cell(_link(part.path, part.path.partition("/")[2]), part.path),
            _cell(model.name, model.name),
            _cell(kind, kind),
            _cell(size(part.bytes), part.bytes),
            accuracy,
            _cell(f'<code>{part.sha256}</code><button type="button" data-copy>{both("copy")}</button>', part.sha256),
        ]
        for part in file.whole
    ]


def _address(path: str) -> str:
    return f"offline/models/{path}"


def _link(path: str, text: str, attributes: str = "") -> str:
    return f'<a href="{_address(path)}" download{attributes}>{text}</a>'


def _cell(content: str, value: str | float | None = None) -> str:
    """A cell; the table is sorted by `value`."""
    return f'<td data-value="{"" if value is None else value}">{content}</td>'


def _table(id: str, headers: list[str], rows: list[list[str]]) -> str:
    head = "".join(f'<th scope="col"><button type="button">{header}</button></th>' for header in headers)
    body = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return f'<div class="wide"><table id="{id}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
