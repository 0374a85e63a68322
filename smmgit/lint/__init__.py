"""The judge: a workspace in, findings out."""
