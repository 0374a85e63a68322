"""Exceptions to rules, which must be reasoned and end."""
