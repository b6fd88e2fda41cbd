"""The published models, and how good each must be."""

LEAST = {
    "mlp": 0.975,
    "mlp-functional": 0.975,
    "mlp-subclass": 0.975,
    "cnn": 0.990,
    "compact": 0.994,
    "tiny": 0.991,
    "resnet50v2": 0.990,
    "transfer": 0.970,
}
"""Minimum accuracy of a published model on all 10,000 digits."""
OURS = {*LEAST, "photo"}
