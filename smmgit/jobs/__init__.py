"""What a person or CI runs: where the core meets the edges. Nothing here prints."""
