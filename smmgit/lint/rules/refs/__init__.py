"""Names that must exist somewhere else in the repository."""
