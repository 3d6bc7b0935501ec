"""Pixels: files in, files out, colour, effects. Pillow and NumPy; no Qt, no network."""
