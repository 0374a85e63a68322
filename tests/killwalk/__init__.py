"""The kill walk: a publisher killed before and after every step it takes, and every message still there once."""
