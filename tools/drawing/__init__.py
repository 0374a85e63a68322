"""Flat, papery pictures for the example brand, drawn from shapes alone."""
