"""Litestar, for granian. It answers on the event loop, as `fastapi_app` does."""

from litestar import Litestar, Request, post

from tools.rivals.model import Model

model = Model()


@post("/predict", status_code=200)
async def predict(request: Request) -> list[float]:
    return model.answer(await request.body())


app = Litestar([predict])
