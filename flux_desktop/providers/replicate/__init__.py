"""Replicate: an order that may be answered with its pictures at once, else questions how it stands."""

from flux_desktop.providers.replicate.provider import Replicate

__all__ = ["Replicate"]
