"""The API, mounted at /api."""

from demo.api.routes import create

__all__ = ["create"]
