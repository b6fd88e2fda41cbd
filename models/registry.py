"""All models by name: how each is made, and its entry in the catalog."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from models import efficientnet, trained_files
from models.architectures import ARCHITECTURES
from models.data import mnist
from models.training import training, transfer
from models.training.training import Options


@dataclass(frozen=True)
class Entry:
    """A model that is trained here or taken from others.

    Attributes:
        title: the name that users see.
        task: `digit` or `photo`.
        labels: the classes in the order of the outputs.
        train: writes `trained/NAME.keras`, or the SavedModel `trained/NAME/` if it is not a Keras 3 model.
        taken_from: who trained it, if it was not trained here.
        command: builds it, if that takes more than `python -m models train NAME`.
    """

    title: str
    task: str
    labels: Callable[[], tuple[str, ...]]
    train: Callable[[Options], Path]
    taken_from: str | None = None
    command: str | None = None


def _take_photo(options: Options) -> Path:
    """EfficientNet-Lite0, unchanged: there is nothing to train."""
    return trained_files.save(efficientnet.with_imagenet_weights(), "photo")


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
"""The default model, once it is published."""


def get_entry(name: str) -> Entry:
    """The model of that name; raises `LookupError`."""
    try:
        return MODELS[name]
    except KeyError:
        raise LookupError(f"There is no model '{name}'. There are: {', '.join(MODELS)}.") from None
