"""The look: the colours of the page under /offline/."""

import re
from pathlib import Path

import gradio as gr

TOKENS = Path(__file__).parent.parent.parent / "static" / "css" / "tokens.css"
COLOUR = re.compile(r"--([\w-]+): var\(--light, (#\w+)\) var\(--dark, (#\w+)\)")
"""A colour's name in `TOKENS`, and what it is in the light and in the dark scheme."""
USES = {
    "body_background_fill": "page",
    "body_text_color": "text",
    "body_text_color_subdued": "quiet",
    "block_background_fill": "paper",
    "block_border_color": "line",
    "block_label_text_color": "quiet",
    "block_title_text_color": "quiet",
    "border_color_primary": "line",
    "input_background_fill": "paper",
    "link_text_color": "text",
    "link_text_color_hover": "text",
    "link_text_color_visited": "text",
}
"""What Gradio's theme calls a colour -> what the page does."""


def make_theme() -> gr.themes.Base:
    """Uses the fonts of the device, so that no other host is contacted."""
    theme = gr.themes.Base(
        primary_hue="stone",
        neutral_hue="stone",
        font=("system-ui", "sans-serif"),
        font_mono=("ui-monospace", "monospace"),
    )
    colours = {name: (light, dark) for name, light, dark in COLOUR.findall(TOKENS.read_text(encoding="utf-8"))}
    light = {use: colours[name][0] for use, name in USES.items()}
    dark = {f"{use}_dark": colours[name][1] for use, name in USES.items()}
    return theme.set(**light, **dark, block_radius="12px")
