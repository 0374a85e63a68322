"""Disk: the repository's text files, in and out."""
