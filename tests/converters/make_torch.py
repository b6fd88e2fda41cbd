"""Writes small PyTorch programs, one of them hostile: `python make_torch.py FOLDER`, in `.venv-torch`."""

import io
import pickle
import sys
import zipfile
from pathlib import Path

import torch
from torch import nn


def network() -> nn.Module:
    """A convolutional network with a batch normalisation whose statistics are not the initial ones."""
    torch.manual_seed(0)
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


def main(folder: str) -> None:
    place = Path(folder)
    batch = torch.export.Dim("batch")
    program = torch.export.export(network(), (torch.zeros(2, 3, 32, 32),), dynamic_shapes=({0: batch},))
    torch.export.save(program, place / "network.pt2")
    content = (place / "network.pt2").read_bytes()
    objects = io.BytesIO()
    torch.save(Hostile(place / "mark"), objects)
    (place / "objects.pt2").write_bytes(with_entry(content, "sample_inputs/model.pt", objects.getvalue()))
    size = f"__import__('pathlib').Path({str(place / 'mark')!r}).write_text('this ran')"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith("models/model.json"))
        graph = archive.read(name).decode()
    hostile = graph.replace('"expr_str": "s', f'"expr_str": "{size} or s', 1)
    assert hostile != graph, "the program has no open size that could be replaced"
    (place / "size.pt2").write_bytes(with_entry(content, "models/model.json", hostile.encode()))
    (place / "pickled.pt").write_bytes(pickle.dumps(Hostile(place / "mark")))


if __name__ == "__main__":
    main(*sys.argv[1:])
