"""What galaxy-social files hold, piece by piece."""
