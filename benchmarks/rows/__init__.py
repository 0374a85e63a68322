"""One budget per file."""
