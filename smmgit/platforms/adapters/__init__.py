"""One platform spoken to per file."""
