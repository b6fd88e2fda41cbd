"""A user's finished file: a `.tflite`, or an ONNX file or PyTorch program that becomes one."""
