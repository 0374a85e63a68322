"""One scalar as typed -> one value, or the sentence that says why not."""
