"""What is particular to texts on social networks: styled letters, joined words, weekdays, likeness."""
