"""Posts from elsewhere, without losing a field."""
