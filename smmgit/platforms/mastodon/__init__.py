"""Mastodon's parts: calls, an instance's own limits, media, statuses, and what they read like."""
