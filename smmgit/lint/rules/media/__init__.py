"""Pictures, videos, sounds, documents: whether they are there and fit."""
