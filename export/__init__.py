"""From a trained `.keras` file to the files that are published, each verified beside the Keras model."""
