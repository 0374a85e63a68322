"""Bluesky's parts: sessions, records, uploads, what a post answers."""
