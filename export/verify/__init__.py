"""Whether a file answers as the trained model does, and whether the published files are whole."""
