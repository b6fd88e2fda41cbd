"""What more than one test needs: digits to test on, and where the repository is."""

from pathlib import Path

import numpy as np
import pytest

from models import mnist

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def digits() -> mnist.Digits:
    """The 10,000 MNIST test images and their labels."""
    return mnist.test()


@pytest.fixture(scope="session")
def pictures(digits: mnist.Digits) -> np.ndarray:
    """The first 200 test images as pictures, uint8 [200, 224, 224, 3]."""
    return mnist.on_canvas(digits[0][:200])
