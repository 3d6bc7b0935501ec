"""The picture area: showing a picture, moving in it, comparing two."""
