"""Figures as people read them."""


def size(bytes: int) -> str:
    """In kilobytes or, from one on, megabytes of 1,000."""
    return f"{bytes / 1e6:.1f} MB" if bytes >= 1e6 else f"{bytes / 1e3:.0f} KB"
