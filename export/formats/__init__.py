"""The formats: each converts a model and runs what was converted."""
