"""What a text says about itself: sentences, case, reading ease, spelling, address. Pure functions of text."""
