"""What one channel would show of one post."""
