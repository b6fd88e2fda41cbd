"""From the bytes of a picture to probabilities."""
