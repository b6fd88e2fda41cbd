"""The report: which precision to ship, and why."""
