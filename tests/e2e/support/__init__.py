"""The program in a process and on a display of its own, with hands for the test to use it like a person."""
