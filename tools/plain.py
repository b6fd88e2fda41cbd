"""The baseline: the model behind FastAPI and Keras, in the ten lines that one would write first."""

import io

import keras
import numpy as np
from fastapi import FastAPI, UploadFile
from PIL import Image

import models.preprocessing  # noqa: F401, its layers are in the file
from models.trained_files import TRAINED

model = keras.models.load_model(TRAINED / "compact.keras")
app = FastAPI()


@app.post("/predict")
def predict(file: UploadFile) -> dict[str, str | list[float]]:
    image = Image.open(io.BytesIO(file.file.read())).convert("RGB").resize((224, 224))
    probabilities = model.predict(np.asarray(image, np.float32)[np.newaxis], verbose=0)[0]
    return {"label": str(probabilities.argmax()), "probabilities": probabilities.tolist()}
