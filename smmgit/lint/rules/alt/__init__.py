"""What someone who cannot see a picture is told."""
