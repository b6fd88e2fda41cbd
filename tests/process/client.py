"""A client of the API that knows nothing of Gradio."""

import http.client
import json
from urllib.parse import urlsplit

from harness.server import PATIENCE


def post(server: str, body: bytes) -> tuple[int, dict]:
    """Status and JSON of the answer to a picture."""
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=PATIENCE)
    connection.request("POST", "/api/predict", body)
    answer = connection.getresponse()
    return answer.status, json.loads(answer.read())
