"""What jobs keep on disk between two runs, by content."""
