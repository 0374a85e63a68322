"""Addresses readers are sent to."""
