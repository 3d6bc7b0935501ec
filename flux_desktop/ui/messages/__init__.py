"""What the program says: its words, the bar that they are in, and the ways on that it offers."""
