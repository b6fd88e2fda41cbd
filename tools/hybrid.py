"""Measures hybrids, a small model in the page and a larger one on the server: `make report`.

Writes `static/models/hybrid.json`, which the page shows as a curve, and makes the table of `docs/hybrid.md` from it.
"""

import json
import os
from pathlib import Path

import catalog
from catalog import Catalog
from models.evaluation.curve import CLEAN, THRESHOLDS, Curve

PATH = catalog.PATH.with_name(catalog.HYBRIDS)
IMAGES = 10_000
ROBUST_IMAGES = 1_000
"""For each robust condition; together they are more than the test digits."""
SLACK = 0.001
"""By how much the accuracy at the recommended threshold may be below the best one."""
KINDS = {
    CLEAN: "unchanged test digits",
    "accuracy": "as people draw and photograph them",
    "stray_marks": "among stray marks",
    "mnist_c": "corrupted (MNIST-C)",
}

Counts = tuple[int, tuple[int, ...], tuple[int, ...]]
"""Pictures, and for each threshold those that are sent, and the right answers."""


def write(published: Catalog, path: Path = PATH, images: int = IMAGES, robust_images: int = ROBUST_IMAGES) -> dict:
    """Measures the pairs whose models are published and trained here, and writes the figures whole or not at all.

    Returns:
        What was written: `thresholds`; `slack`, with which one of them is recommended; `pairs`, each with the name and
        the weights of both models, and a curve for each condition.
    """
    from models import trained_files
    from models.evaluation import hybrid  # imports TensorFlow, which the table does not need

    versions = {model.name: model.weights for model in published.models}
    names = {name for pair in hybrid.PAIRS for name in pair if name in versions and trained(name)}
    models = {name: trained_files.load(name) for name in sorted(names)}
    content = {
        "thresholds": THRESHOLDS,
        "slack": SLACK,
        "pairs": [
            {
                "small": {"name": small, "weights": versions[small]},
                "large": {"name": large, "weights": versions[large]},
                "conditions": [vars(each) for each in curves],
            }
            for (small, large), curves in hybrid.measure(models, images, robust_images).items()
        ],
    }
    temporary = path.with_suffix(".json.tmp")
    temporary.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")
    os.replace(temporary, path)
    return content


def trained(name: str) -> bool:
    """Whether the trained model is on this machine: those that are too large are not committed."""
    from models import trained_files

    return trained_files.trained_path(name).exists()


def total(curves: list[Curve]) -> Counts:
    """The sum over some conditions."""
    return (
        sum(each.images for each in curves),
        tuple(map(sum, zip(*(each.sent for each in curves), strict=True))),
        tuple(map(sum, zip(*(each.right for each in curves), strict=True))),
    )


def recommended(counts: Counts, slack: float = SLACK) -> int:
    """The place of the smallest threshold with which at most `slack` is missing to the best accuracy."""
    images, _, right = counts
    return next(place for place, each in enumerate(right) if each >= max(right) - slack * images)


def table(content: dict | None = None) -> str:
    """The published figures as Markdown: for each pair and kind of pictures, each model alone and the hybrid."""
    content = content or json.loads(PATH.read_text(encoding="utf-8"))
    lines = []
    for pair in content["pairs"]:
        small, large = pair["small"]["name"], pair["large"]["name"]
        curves = [Curve(**each) for each in pair["conditions"]]
        place = recommended(total(curves), content["slack"])
        threshold = content["thresholds"][place]
        lines += [
            f"`{small}` asks `{large}` below {threshold:.2%}:",
            "",
            f"| pictures | number | `{small}` alone | hybrid | sent | all sent |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
        ]
        groups = {title: [each for each in curves if each.kind == kind] for kind, title in KINDS.items()}
        for title, group in {**groups, "all": curves}.items():
            images, sent, right = total(group)
            shares = right[0] / images, right[place] / images, sent[place] / images, right[-1] / images
            lines.append(f"| {title} | {images:,} | " + " | ".join(f"{share:.2%}" for share in shares) + " |")
        lines.append("")
    return "\n".join(lines).rstrip()
