"""What the Gradio app's page says of itself."""

import json
import re
import urllib.request

from tests.conftest import PATIENCE


def config(server: str) -> dict:
    """Of the running app, read out of the page's source."""
    page = urllib.request.urlopen(server, timeout=PATIENCE).read().decode()
    return json.loads(re.search(r"window\.gradio_config = (\{.*?\});?</script>", page, re.DOTALL)[1])


def snippets(server: str) -> dict[str, str]:
    """Name -> code, of the About tab."""
    codes = [part["props"] for part in config(server)["components"] if part["type"] == "code"]
    return {props["elem_id"].removeprefix("snippet-"): props["value"] for props in codes}
