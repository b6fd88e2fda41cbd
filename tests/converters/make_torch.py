"""Writes small PyTorch programs, one of them hostile: `python make_torch.py FOLDER`, in `.venv-torch`."""

import io
import pickle
import sys
import zipfile
from pathlib import Path

import torch
from torch import nn


def network(seed: int = 0) -> nn.Module:
    """A convolutional network with a batch normalisation whose statistics are not the initial ones."""
    torch.manual_seed(seed)
    normalisation, dense = nn.BatchNorm2d(8), nn.Linear(8, 3)
    first, depthwise = nn.Conv2d(3, 8, 3, stride=2, padding=1, bias=False), nn.Conv2d(8, 8, 3, groups=8, padding=1)
    with torch.no_grad():
        normalisation.running_mean.copy_(torch.linspace(-0.5, 0.5, 8))
        dense.weight.mul_(10)
    pooling = (nn.AdaptiveAvgPool2d(1), nn.Flatten())
    return nn.Sequential(first, normalisation, nn.ReLU6(), depthwise, nn.Hardswish(), *pooling, dense).eval()


class Hostile:
    """Unpickled, it writes a file."""

    def __init__(self, mark: Path):
        self.mark = mark

    def __reduce__(self):
        return Path.write_text, (self.mark, "this ran")


def with_entry(content: bytes, ending: str, entry: bytes) -> bytes:
    """A zip with another content in the file whose name has that ending."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, entry if name.endswith(ending) else old.read(name))
    return made.getvalue()


def with_graph(content: bytes, old: str, new: str) -> bytes:
    """The program with another text in its table."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith("models/model.json"))
        graph = archive.read(name).decode()
    hostile = graph.replace(old, new)
    assert hostile != graph, f"the program has no {old!r}"
    return with_entry(content, "models/model.json", hostile.encode())


def hostile(content: bytes, mark: Path) -> dict[str, bytes]:
    """Programs that write a file, each in another way, while PyTorch reads or runs them: name -> content."""
    code = f"__import__('pathlib').Path('{mark}').write_text('this ran')"
    objects, library = io.BytesIO(), io.BytesIO(content)
    argument = with_graph(content, '{"name": "input"}', f'{{"name": "input={code}"}}')
    torch.save(Hostile(mark), objects)
    with zipfile.ZipFile(library, "a") as archive:
        archive.writestr("network/data/aotinductor/model/model.so", b"compiled")
    return {
        "objects.pt2": with_entry(content, "sample_inputs/model.pt", objects.getvalue()),
        "size.pt2": with_graph(content, '"expr_str": "Symbol(', f'"expr_str": "{code} or Symbol('),
        "argument.pt2": with_graph(argument, '"input": {', f'"input={code}": {{'),
        "function.pt2": with_graph(content, "torch.ops.aten.hardswish.default", "torch.os.system"),
        "library.pt2": library.getvalue(),
        "condition.pt2": with_graph(content, '"guards_code": []', f'"guards_code": ["{code}"]'),
        "pickled.pt": pickle.dumps(Hostile(mark)),
    }


class Both(nn.Module):
    """A network with two outputs."""

    def __init__(self):
        super().__init__()
        self.network = network()

    def forward(self, picture: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return self.network(picture), picture.mean((2, 3))


def program(module: nn.Module, open_batch: bool, pictures: int = 2) -> torch.export.ExportedProgram:
    shapes = ({0: torch.export.Dim("batch")},) if open_batch else None
    return torch.export.export(module.eval(), (torch.zeros(pictures, 3, 32, 32),), dynamic_shapes=shapes)


def main(folder: str) -> None:
    place = Path(folder)
    programs = {
        "network": program(network(), open_batch=True),
        "other": program(network(seed=1), open_batch=True),
        "one": program(network(), open_batch=False, pictures=1),
        "batch": program(network(), open_batch=False),
        "both": program(Both(), open_batch=True),
    }
    for name, made in programs.items():
        torch.export.save(made, place / f"{name}.pt2")
    for name, content in hostile((place / "network.pt2").read_bytes(), place / "mark").items():
        (place / name).write_bytes(content)


if __name__ == "__main__":
    main(*sys.argv[1:])
