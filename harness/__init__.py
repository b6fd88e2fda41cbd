"""What tests and measurements share: the server as a process, hosts of the page, and browsers that draw."""
