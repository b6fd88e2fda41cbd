"""Numbers in units that people read."""


def size(bytes: int) -> str:
    """A number of bytes as text: in KB, or from 1 MB on in MB, with 1 KB = 1,000 bytes."""
    return f"{bytes / 1e6:.1f} MB" if bytes >= 1e6 else f"{bytes / 1e3:.0f} KB"
