"""The tab that shows the page's comparison of the two sides, in a frame."""

import gradio as gr

from demo.ui.words import ENGLISH, KOREAN

ADDRESS = "offline/?view=compare"
"""Relative, for a Space may put the app anywhere."""


def show() -> None:
    """Gradio makes what is in a tab when the tab is opened, so the frame loads nothing before."""
    title = f"{ENGLISH['compare']} / {KOREAN['compare']}"
    gr.HTML(f'<iframe id="comparison" src="{ADDRESS}" title="{title}"></iframe>', apply_default_css=False)
