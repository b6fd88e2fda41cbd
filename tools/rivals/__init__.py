"""Compares this server with those that people would take instead: `python -m tools.rivals` prints the table.

Each module ending in `_app` is one of them, written as its documentation recommends. It runs in an environment that has
nothing else of this project, so these modules import `model` alone.
"""
