"""What every post needs: an id, somewhere to go, a time."""
