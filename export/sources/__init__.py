"""What can be exported: a model of this project, or a user's own model."""
