"""Architectures, preprocessing layers, data, training and evaluation."""

import os

# TensorFlow turns oneDNN on only for the newest processors, but ResNet50V2 trains eight times faster with it on the
# others too
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
