"""FastAPI and LiteRT in ten lines, for uvicorn. It answers on the event loop, the fastest way for a small model."""

from fastapi import FastAPI, Request

from tools.rivals.model import Model

app = FastAPI()
model = Model()


@app.post("/predict")
async def predict(request: Request) -> list[float]:
    return model.answer(await request.body())
