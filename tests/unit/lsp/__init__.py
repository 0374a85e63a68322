"""The language server, in parts."""
