"""Architectures, preprocessing layers, data, training and evaluation."""
