"""The picture that the server is asked about."""

from io import BytesIO

import pytest
from PIL import Image


@pytest.fixture(scope="session")
def png(pictures) -> bytes:
    """The first test digit, which is a 7."""
    file = BytesIO()
    Image.fromarray(pictures[0]).save(file, "PNG")
    return file.getvalue()
