"""Imports Gradio as the server does, without its type stubs: half the time. To be imported before all that uses it."""

from demo.stubs import no_stubs

with no_stubs():
    import gradio  # noqa: F401
