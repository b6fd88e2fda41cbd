"""From data and an architecture to a trained model."""
