"""The further pictures that a prompt may point at."""
