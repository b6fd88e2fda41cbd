"""LitServe: the number of workers, which are processes, and the port are arguments."""

import sys

import litserve
from fastapi import Request

from tools.rivals.model import Model


class Predict(litserve.LitAPI):
    def setup(self, device: str) -> None:
        self.model = Model()

    def decode_request(self, request: Request) -> bytes:
        return request["file"].file.read()

    def predict(self, data: bytes) -> list[float]:
        return self.model.answer(data)

    def encode_response(self, probabilities: list[float]) -> list[float]:
        return probabilities


if __name__ == "__main__":
    workers, port = map(int, sys.argv[1:])
    server = litserve.LitServer(Predict(), accelerator="cpu", workers_per_device=workers)
    server.run(port=port, generate_client_file=False, log_level="warning")
