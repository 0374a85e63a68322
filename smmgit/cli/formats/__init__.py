"""How remarks are written: one file a format, found by its name; each has `write(told, out)`."""
