"""A git repository as the system a social media team works in."""

__version__ = "0.1.0"
