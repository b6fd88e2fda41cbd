"""The look: the colours of the page under /offline/."""

import gradio as gr


def make_theme() -> gr.themes.Base:
    """Uses the fonts of the device, so that no other host is contacted."""
    theme = gr.themes.Base(
        primary_hue="blue",
        neutral_hue="stone",
        font=("system-ui", "sans-serif"),
        font_mono=("ui-monospace", "monospace"),
    )
    return theme.set(
        body_background_fill="#f6f5f2",
        body_background_fill_dark="#131417",
        body_text_color="#24262d",
        body_text_color_dark="#e6e4df",
        body_text_color_subdued="#63666f",
        body_text_color_subdued_dark="#9b9ea8",
        block_background_fill="#ffffff",
        block_background_fill_dark="#1d1f24",
        block_border_color="#dedcd6",
        block_border_color_dark="#33363e",
        block_radius="12px",
        link_text_color="#1f5fd0",
        link_text_color_dark="#84abff",
    )
