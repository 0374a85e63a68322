"""How the words are put: what they ask, promise, date and leave open."""
