"""What runs where, and how to ask the server from a program."""

from pathlib import Path
from typing import Any

import gradio as gr

from demo.ui.words import word

SNIPPETS = Path(__file__).parent / "snippets"
HERE = "http://127.0.0.1:7860"
"""The server's address in the snippets. The page replaces it with its own."""
LANGUAGES = {"curl": ("curl.sh", "shell"), "gradio_client": ("client.py", "python")} | {
    "Python": ("http.py", "python"),
    "JavaScript": ("page.js", "javascript"),
}
"""Title -> file in `SNIPPETS`, and the language as `gr.Code` names it."""
WITH_ADDRESS = f"""(...codes) => {{
  const here = new URL(".", location.href).href.replace(/\\/$/, "");
  return codes.map((code) => code.replaceAll("{HERE}", here));
}}"""


def show(tab: gr.Tab) -> None:
    """Shows the tab. When it is opened, the snippets get the address of this server."""
    gr.HTML(word("about_text"), elem_id="about")
    with gr.Tabs():
        codes = [_snippet(title, *snippet) for title, snippet in LANGUAGES.items()]
    tab.select(None, codes, codes, js=WITH_ADDRESS, api_visibility="private")


def _snippet(title: str, file: str, language: Any) -> gr.Code:
    with gr.Tab(title, render_children=True):
        return gr.Code(
            (SNIPPETS / file).read_text(encoding="utf-8"),
            language=language,
            show_label=False,
            interactive=False,
            show_line_numbers=False,
            elem_classes="snippet",
            elem_id=f"snippet-{title.lower()}",
        )
