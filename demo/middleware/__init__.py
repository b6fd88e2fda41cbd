"""ASGI middleware: limits, security headers, the request log, and the files of the page."""
