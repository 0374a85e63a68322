"""Settings and accounts."""
