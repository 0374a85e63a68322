"""Headings that say which text is for which network."""
