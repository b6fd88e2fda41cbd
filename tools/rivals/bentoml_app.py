"""BentoML. The picture is the whole body, which spares it a form."""

import os

import bentoml
from PIL.Image import Image

from tools.rivals.model import Model


@bentoml.service(workers=int(os.environ.get("RIVALS_PROCESSES", "1")))
class Predict:
    def __init__(self) -> None:
        self.model = Model()

    @bentoml.api
    def predict(self, image: Image, /) -> list[float]:
        return self.model.classify(image)
