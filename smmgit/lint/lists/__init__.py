"""Words and names that several rules share: plain data."""
