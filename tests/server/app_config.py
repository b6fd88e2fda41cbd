"""The configuration in the Gradio app's page."""

import html
import json
import re
import urllib.request

from harness.server import PATIENCE


def config(server: str) -> dict:
    """The configuration of the running app, read from the page's source."""
    page = urllib.request.urlopen(server, timeout=PATIENCE).read().decode()
    return json.loads(re.search(r"window\.gradio_config = (\{.*?\});?</script>", page, re.DOTALL)[1])


def snippets(server: str) -> dict[str, str]:
    """Name -> code of the snippets in the About tab."""
    shown = [
        part["props"] for part in config(server)["components"] if "snippet" in part["props"].get("elem_classes", ())
    ]
    return {props["elem_id"].removeprefix("snippet-"): _code(props["value"]) for props in shown}


def _code(page: str) -> str:
    return html.unescape(re.search(r"<code>(.*)</code>", page, re.DOTALL)[1])
