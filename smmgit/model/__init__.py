"""The nouns: what exists, as immutable values."""
