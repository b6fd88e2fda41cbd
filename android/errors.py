"""What the commands of this folder print instead of a traceback."""


class AndroidError(Exception):
    """A build or a test that cannot go on; the message is for the person who runs it."""
