"""What hosts with the OpenAI images API share: one call that blocks until the pictures are made."""

from flux_desktop.providers.images_api.provider import (
    EDITS,
    GENERATIONS,
    ImagesApi,
    Order,
    aspect_of,
    pixels_of,
    uploads,
)

__all__ = ["EDITS", "GENERATIONS", "ImagesApi", "Order", "aspect_of", "pixels_of", "uploads"]
