"""Disk: the text files of a repository, in and out."""
