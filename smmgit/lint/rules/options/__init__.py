"""What a platform asks for besides text and media."""
