"""How good a trained model is, in figures and in plots."""
