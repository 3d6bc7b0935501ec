"""Colours for the prompt: picked from a picture or the screen, and kept as chips."""
