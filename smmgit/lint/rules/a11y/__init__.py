"""What makes a text hard to read for someone: read aloud, on an old phone, or with tired eyes."""
