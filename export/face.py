"""The former module of `InputAdapter`. Users' `.keras` files contain its name, so loading them must find it here."""

from export.sources.input_adapter import InputAdapter

Face = InputAdapter
__all__ = ["Face", "InputAdapter"]
