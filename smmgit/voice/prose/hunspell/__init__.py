"""Hunspell dictionaries: reading them, looking words up by stripping affixes, suggesting."""
