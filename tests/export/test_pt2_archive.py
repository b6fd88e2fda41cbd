"""What is let through to PyTorch's reader. `tests/converters` shows with whole programs that no code of them is run."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from export.files import pt2_archive, tflite_file

CODE = "__import__('os').abort()"
SIZES = (
    "Symbol('s31', positive=True, integer=True)",
    "Add(Mul(Integer(2), Symbol('s0', integer=True)), Integer(-1))",
    "Max(1, FloorDiv(s0, 2) + 3*u1)",
)
"""As PyTorch writes them now, and as it wrote them before."""


def program(**changes: object) -> dict:
    node = {
        "target": "torch.ops.aten.upsample_bilinear2d.vec",
        "inputs": [{"name": "mode", "arg": {"as_string": "a (free) 'text'"}}],
        "metadata": {"stack_trace": "File 'a.py', line 1, in forward\n  f(x)"},
    }
    tuples = '[1, {"type": "builtins.tuple", "context": "null", "children_spec": []}]'
    sizes = [{"as_expr": {"expr_str": size, "hint": {"as_int": 2}}} for size in SIZES]
    return {"nodes": [node | changes], "in_spec": tuples, "sizes": sizes, "torch_version": "2.14.1+cu130", **changes}


def archive(folder: Path, table: object, entries: dict[str, bytes] | None = None) -> str:
    with zipfile.ZipFile(folder / "mine.pt2", "w") as made:
        made.writestr("mine/models/model.json", table if isinstance(table, str) else json.dumps(table))
        for name, content in (entries or {}).items():
            made.writestr(f"mine/{name}", content)
    return str(folder / "mine.pt2")


def test_a_program_of_pytorchs_is_let_through(tmp_path):
    names = ("data/weights/weight_0", "data/weights/model_weights_config.json", "data/sample_inputs/model.pt")
    others = ("byteorder", "archive_format", ".data/version", "data/constants/tensor_12")
    content = dict.fromkeys((*names, *others), b"1")
    with zipfile.ZipFile(pt2_archive.checked(archive(tmp_path, program(), content))) as copy:
        assert {name.removeprefix("mine/") for name in copy.namelist()} == {"models/model.json", *content}
        assert json.loads(copy.read("mine/models/model.json")) == program() and copy.read("mine/byteorder") == b"1"
    assert pt2_archive.BYTES == tflite_file.FILE_BYTES


TEXTS = {
    "target": ("torch.os.system", "os.system", "torch.ops.aten.from_file.default", "_operator.methodcaller", CODE),
    "expr_str": (
        CODE,
        f"s0 + {CODE}",
        "9**9**9",
        "Pow(Integer(9), Integer(9))",
        "Symbol('s0', x=os)",
        "s0.args",
        "s1" * 20_000 + "!",
    ),
    "name": (f"x={CODE}", "x y", "x\n", "x.y"),
    "in_spec": ('{"__enum__": true, "fqn": "os.x"}', "f()"),
    "fqn": ("a'b", "f()"),
    "any_other": ("f()", "a\nb", "a[0]"),
}


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, texts in TEXTS.items() for text in texts])
def test_a_text_that_may_be_code_is_refused(key, text, tmp_path):
    for change in ({key: text}, {"list": [{key: [text]}]}):
        with pytest.raises(ValueError, match=f"its '{key}' is .*, which is not read: it may run any code."):
            pt2_archive.checked(archive(tmp_path, program(**change)))


def test_a_key_that_may_be_code_is_refused(tmp_path):
    with pytest.raises(ValueError, match="it has the name .* it may run any code."):
        pt2_archive.checked(archive(tmp_path, program(tensor_values={f"x={CODE}": {}})))


@pytest.mark.parametrize("name", ["data/aotinductor/model/a.so", "data/constants/custom_obj_0", "code/x.py", "../a"])
def test_a_file_that_may_be_code_is_refused(name, tmp_path):
    with pytest.raises(ValueError, match="it contains .*, which is not read: it may run any code."):
        pt2_archive.checked(archive(tmp_path, program(), {name: b""}))


def test_only_the_archive_that_was_checked_is_read(tmp_path):
    """Python counts the places in an archive from its end; a reader that counts from the start may find another."""
    hidden = Path(archive(tmp_path, program(target=CODE))).read_bytes()
    seen = Path(archive(tmp_path, program())).read_bytes()
    both = tmp_path / "both.pt2"
    both.write_bytes(hidden + seen)
    copy = pt2_archive.checked(str(both)).getvalue()
    assert copy.count(b"model.json") == 2 and CODE.encode() not in copy  # its head, and its line in the directory


def test_what_is_no_program_is_refused_with_a_sentence(tmp_path, monkeypatch):
    path = tmp_path / "mine.pt2"
    whole = Path(archive(tmp_path, program())).read_bytes()
    for content in (b"", b"no archive", whole[:-30], whole.replace(b"target", b"garget")):
        path.write_bytes(content)
        with pytest.raises(ValueError, match="it is damaged, or not written by torch.export.save: "):
            pt2_archive.checked(str(path))
    with pytest.raises(ValueError, match="its program is damaged: "):
        pt2_archive.checked(archive(tmp_path, "{"))
    with pytest.raises(ValueError, match="it has 2 programs; there must be one."):
        pt2_archive.checked(archive(tmp_path, program(), {"models/other.json": b"{}"}))
    with pytest.raises(ValueError, match="it contains a file twice"):
        pt2_archive.checked(archive(tmp_path, program(), {"models/MODEL.json": b"{}"}))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mine/models/model.json", b" " * 2_000_000)
    path.write_bytes(packed.getvalue())
    monkeypatch.setattr(pt2_archive, "BYTES", 1_000_000)
    with pytest.raises(ValueError, match="it has 2,000,000 bytes unpacked; at most 1,000,000 are read."):
        pt2_archive.checked(str(path))
