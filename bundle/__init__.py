"""What is built for the page: from npm by `npm run build`, and in Python the single file."""
