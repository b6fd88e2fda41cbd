"""Refuses a PyTorch program with which PyTorch's reader would run code of the file. Only the standard library.

That reader loads compiled libraries that lie in the archive, looks functions up by the names that the file gives,
writes other names into Python that it runs, and evaluates sizes as Python. What an exported classifier needs is little,
so only that is let through. It is no sandbox: the documentation says so.
"""

import io
import json
import re
import zipfile
import zlib

BYTES = 400_000_000
"""The most, unpacked; as `tflite_file.FILE_BYTES`, which this script's environment cannot import."""
ENTRY = re.compile(
    r"[^/]+/(?:archive_format|archive_version|byteorder|version|\.data/(?:version|serialization_id)|models/\w+\.json"
    r"|data/weights/(?:weight_\d+|\w+\.json)|data/constants/(?:tensor_\d+|\w+\.json)|data/sample_inputs/\w+\.pt)"
)
"""No compiled code and no Python objects; tensors and tables."""
SYMBOL = r"[su]\d++|Symbol\('[su]\d++'(?:, [a-z]++=(?:True|False))*+\)"
FUNCTIONS = r"Add|FloorDiv|Integer|Max|Min|Mod|Mul|PythonMod|Rational|int_oo"
RELATIONS = r"Equality|Unequality|GreaterThan|LessThan|StrictGreaterThan|StrictLessThan"
OPERATORS = "add|sub|mul|floordiv|truediv|mod|neg|getitem|eq|ne|lt|le|gt|ge"
RULES = {
    "target": rf"torch\.ops\.(?:aten|quantized_decomposed)\.(?!from_file)\w+\.\w+|_operator\.(?:{OPERATORS})|",
    # no powers: one line of them takes for ever
    "expr_str": rf"(?:{SYMBOL}|{FUNCTIONS}|{RELATIONS}|[\d\s+/(),<>=-]|\*(?!\*))*+",
    "in_spec": r'(?!.*__)[\w\s.,:"\\\[\]{}]*',
    "out_spec": r'(?!.*__)[\w\s.,:"\\\[\]{}]*',
    "name": r"\w*",
    "as_string": None,  # the texts that operations are given
    "as_strings": None,
    "guards_code": None,  # `run_torch.py` leaves them out
    "metadata": None,  # where a node comes from
}
"""Key in the table of a program -> what its texts must match; None: anything."""
OTHERS = r"[\w.+-]*"
"""What all other texts must match, and all keys."""


def checked(path: str) -> io.BytesIO:
    """The archive, written again, so that PyTorch's reader cannot find another one in the same file.

    Raises:
        ValueError: it may not be read; the message is the second half of a sentence.
    """
    copy = io.BytesIO()
    try:
        with zipfile.ZipFile(path) as archive, zipfile.ZipFile(copy, "w") as written:
            _check(archive)
            for name in archive.namelist():
                written.writestr(name, archive.read(name))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ValueError(f"it is damaged, or not written by torch.export.save: {error}.") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"its program is damaged: {error}.") from error
    copy.seek(0)
    return copy


def _check(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    for name in names:
        if not ENTRY.fullmatch(name):
            raise ValueError(f"it contains {name[-60:]!r}, which is not read: it may run any code.")
    if len({name.lower() for name in names}) < len(names):
        raise ValueError("it contains a file twice, so it is not known which is read.")
    if (size := sum(entry.file_size for entry in entries)) > BYTES:
        raise ValueError(f"it has {size:,} bytes unpacked; at most {BYTES:,} are read.")
    tables = [name for name in names if "/models/" in name]
    if len(tables) != 1:
        raise ValueError(f"it has {len(tables)} programs; there must be one.")
    _walk(json.loads(archive.read(tables[0])))


def _walk(value: object, key: str = "") -> None:
    rule = RULES.get(key, OTHERS)
    if rule is None:
        return
    if isinstance(value, dict):
        for name, content in value.items():
            if not re.fullmatch(OTHERS, name):
                raise ValueError(f"it has the name {name[:60]!r}, which is not read: it may run any code.")
            _walk(content, name)
    elif isinstance(value, list):
        for each in value:
            _walk(each, key)
    elif isinstance(value, str) and not re.fullmatch(rule, value):
        raise ValueError(f"its '{key}' is {value[:60]!r}, which is not read: it may run any code.")
