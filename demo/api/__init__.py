"""The API, mounted at /api."""

from demo.api.predictions import Predictions
from demo.api.routes import around, create

__all__ = ["Predictions", "around", "create"]
