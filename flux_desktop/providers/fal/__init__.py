"""fal: an order into a queue, questions how it stands, and the result at the address that the queue named."""

from flux_desktop.providers.fal.provider import Fal

__all__ = ["Fal"]
