"""Deployment: what a Hugging Face Space gets, the check of it, and the upload."""
