"""The steps of sending: who runs, from which commit, through which adapters, on whose word."""
