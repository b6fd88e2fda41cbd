"""Architectures, preprocessing layers, data, training and evaluation.

Importing the package imports nothing else: the server needs `models.catalog` and runs without TensorFlow.
"""
