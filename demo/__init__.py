"""The server: image bytes in, the model's answer out, as an API and as a Gradio app; it never imports TensorFlow."""
