"""Converts trained models, verifies each file against the trained model, and publishes it."""
