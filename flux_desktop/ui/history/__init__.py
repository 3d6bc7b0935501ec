"""The results: their list, what can be done with one, and the original they came from."""
