"""How rules read a post: its passages, the words that wake a rule, phrases as people write them."""
