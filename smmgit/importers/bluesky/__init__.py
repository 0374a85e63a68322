"""What nodejs/bluesky records hold, piece by piece."""
