"""Bytes and folders: walking, decoding, remembering."""
