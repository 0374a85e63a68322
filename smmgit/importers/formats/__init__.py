"""The forms of repositories that can be imported: one file each, each defining `FORMAT`."""
