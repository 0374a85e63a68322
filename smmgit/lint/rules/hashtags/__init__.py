"""Words after a #."""
