"""Builds the bundles of the page, with `npm run build`, and the page as a single file, in Python."""
