"""Measuring and marking text: counts, links, tags, spacing, splitting."""
