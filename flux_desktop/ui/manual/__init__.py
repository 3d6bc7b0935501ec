"""The manual: a few pages inside the program, for reading without a network."""
