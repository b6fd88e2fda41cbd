"""What runs where, and how to ask the server from a program."""

from html import escape
from pathlib import Path

import gradio as gr

from demo.ui.words import both, word

SNIPPETS = Path(__file__).parent / "snippets"
HERE = "http://127.0.0.1:7860"
"""The server's address in the snippets. The page replaces it with its own."""
FILES = {"curl": "curl.sh", "gradio_client": "client.py", "Python": "http.py", "JavaScript": "page.js"}
"""Title -> file in `SNIPPETS`."""
WITH_ADDRESS = f"""(...codes) => {{
  const here = new URL(".", location.href).href.replace(/\\/$/, "");
  return codes.map((code) => code.replaceAll("{HERE}", here));
}}"""


def show(tab: gr.Tab) -> None:
    """Shows the tab. When it is opened, the snippets get the address of this server."""
    gr.HTML(word("about_text"), elem_id="about")
    with gr.Tabs():
        codes = [_snippet(title, file) for title, file in FILES.items()]
    tab.select(None, codes, codes, js=WITH_ADDRESS, api_visibility="private")


def _snippet(title: str, file: str) -> gr.HTML:
    """Not a `gr.Code`: its editor is 130 KB, which every visitor of the app would load before the pad appears."""
    code = escape((SNIPPETS / file).read_text(encoding="utf-8"), quote=False)
    with gr.Tab(title, render_children=True):
        return gr.HTML(
            f'<pre tabindex="0"><code>{code}</code></pre><button type="button" data-copy>{both("copy")}</button>',
            apply_default_css=False,
            elem_classes="snippet",
            elem_id=f"snippet-{title.lower()}",
        )
