"""Markdown that a network cannot show, or that would show as signs."""
