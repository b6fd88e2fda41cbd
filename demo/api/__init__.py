"""The API, mounted at /api."""

from demo.api.predictions import Predictions
from demo.api.routes import create, without_routing

__all__ = ["Predictions", "create", "without_routing"]
