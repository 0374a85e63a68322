"""Mastodon’s parts."""
