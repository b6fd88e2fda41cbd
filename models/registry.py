"""All models there are, by name: each way to come by one, and what the catalog says of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from models import efficientnet, mnist, training, transfer
from models.architectures import ARCHITECTURES
from models.training import Options


@dataclass(frozen=True)
class Entry:
    """A model, trained or taken as it is.

    Attributes:
        title: for people.
        task: `digit` or `photo`.
        labels: the classes in the order of the outputs.
        train: makes `trained/NAME.keras`, or for a model that is no Keras 3 model the SavedModel `trained/NAME/`.
        taken_from: who trained it, where that was not done here.
        command: what builds it, where that is more than `python -m models train NAME`.
    """

    title: str
    task: str
    labels: Callable[[], tuple[str, ...]]
    train: Callable[[Options], Path]
    taken_from: str | None = None
    command: str | None = None


def _take_photo(options: Options) -> Path:
    """EfficientNet-Lite0 as it is: there is nothing to train."""
    return training.save(efficientnet.with_imagenet_weights(), "photo")


MODELS = {
    **{
        name: Entry(architecture.title, "digit", lambda: mnist.LABELS, partial(training.train, name))
        for name, architecture in ARCHITECTURES.items()
    },
    "transfer": Entry(
        "Transfer from TF Hub",
        "digit",
        lambda: mnist.LABELS,
        transfer.train,
        command="python -m models hub-module lite0-features && python -m models train transfer --handle lite0-features",
    ),
    "photo": Entry(
        "EfficientNet-Lite0",
        "photo",
        efficientnet.labels,
        _take_photo,
        taken_from="Google (EfficientNet-Lite0 with its ImageNet weights)",
    ),
}

DEFAULT = "compact"
"""Answers where no model is named, once it is published."""


def get_entry(name: str) -> Entry:
    """The model of that name; raises `LookupError`, naming those there are."""
    try:
        return MODELS[name]
    except KeyError:
        raise LookupError(f"There is no model '{name}'. There are: {', '.join(MODELS)}.") from None
