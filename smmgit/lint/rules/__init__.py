"""The rules: one file each, `<group>/<name>.py`; nothing lists them."""
