"""Starts the server: `python app.py`, as a Hugging Face Space and the Procfile do."""

from demo.serve import serve

if __name__ == "__main__":
    serve()
