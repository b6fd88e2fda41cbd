"""Gradio is imported once, before the tests that use it."""

import tests.import_gradio  # noqa: F401
