"""One verb per file; each defines `command`."""
