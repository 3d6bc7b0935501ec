"""The jobs on their way, and how each ended."""
