"""The calendar site: pages placed into the theme."""
