"""The front end of the digit models. To import it registers the layers that are in their files."""

from models.preprocessing import digit_ink, frame, ink, segmentation  # noqa: F401
