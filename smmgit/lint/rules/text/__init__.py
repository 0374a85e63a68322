"""What the words are worth: length, sameness, what cannot be seen."""
