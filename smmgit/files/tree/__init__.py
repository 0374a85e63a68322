"""YAML as a tree of texts with places: no type is guessed, nothing is ever executed."""
