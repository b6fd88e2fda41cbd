"""Where users' `.keras` files look for their first layer: Keras writes the module's name into each that it saves."""

from export.sources.input_adapter import InputAdapter

Face = InputAdapter
__all__ = ["Face", "InputAdapter"]
