"""What stands between the network and the application: limits, headers, the log, the files of the page."""
