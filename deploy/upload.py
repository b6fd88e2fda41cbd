"""Uploads a Space with `huggingface_hub`."""

import re
import tempfile
from pathlib import Path

from huggingface_hub import HfApi, get_token
from huggingface_hub.errors import HfHubHTTPError, HTTPError
from huggingface_hub.utils import HFValidationError, validate_repo_id

from deploy import space


class NotDeployed(Exception):
    """The Space was not deployed. The message says why."""


def listing(static: bool) -> str:
    """The files of the Space with their sizes in bytes, and the total."""
    sizes = {name: space.size(file) for name, file in space.files(static).items()}
    rows = [f"{size:>12,}  {name}" for name, size in sizes.items()]
    return "\n".join([*rows, f"{sum(sizes.values()):>12,}  bytes in {len(sizes)} files"])


def check_name(name: str) -> None:
    """Raises `ValueError` if the Hub would not accept the name."""
    try:
        validate_repo_id(name)
        if not re.fullmatch(r"[^/]+/[^/]+", name):
            raise HFValidationError("not of the form USER/NAME")
    except HFValidationError as error:
        raise ValueError(
            f"'{name}' is not a valid name of a Space. It must be USER/NAME, such as 'ada/both-sides'."
        ) from error


def upload(name: str, static: bool) -> str:
    """Uploads the files to the Space, deletes all others there, and returns its address.

    Raises:
        NotDeployed: no token, no network, or a refusal by the Hub.
        ValueError: a file is too large for a Space.
        OSError: the files cannot be copied.
    """
    if not get_token():
        raise NotDeployed("There is no token of the Hugging Face Hub: run `hf auth login`, or set HF_TOKEN.")
    with tempfile.TemporaryDirectory() as folder:
        space.write(Path(folder), space.files(static))  # first: a Space is created only for files that are there
        return _sent(Path(folder), name, "static" if static else "gradio")


def _sent(folder: Path, name: str, sdk: str) -> str:
    api = HfApi()
    try:
        address = api.create_repo(name, repo_type="space", space_sdk=sdk, exist_ok=True)
        api.upload_folder(
            repo_id=name,
            repo_type="space",
            folder_path=folder,
            delete_patterns="*",  # files in the Space that are not here
            commit_message="Deploy Both Sides",
        )
    except HfHubHTTPError as error:
        raise NotDeployed(f"The Hub refused '{name}': {_one_line(error)}") from error
    except (HTTPError, OSError) as error:
        raise NotDeployed(f"The Hugging Face Hub ({api.endpoint}) cannot be reached: {_one_line(error)}") from error
    return str(address)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
