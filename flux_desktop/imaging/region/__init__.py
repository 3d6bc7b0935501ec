"""Editing a part of a picture: masks, what is sent of the picture, and how the result is put back into it."""
