"""Gradio is imported once for all of these tests, without its type stubs, as the server imports it."""

from demo.stubs import no_stubs

with no_stubs():
    import gradio  # noqa: F401
