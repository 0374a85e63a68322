"""Files that cannot be read as what they should be."""
