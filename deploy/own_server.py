"""Requests to a server on this machine."""

import urllib.request

OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""Uses no proxy that the environment may name for the internet: it does not know this machine."""
