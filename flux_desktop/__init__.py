"""Flux Desktop: a desktop editor for changing pictures by words."""

__version__ = "0.1.0"
