"""stable-diffusion.cpp's own server on this computer: free, so an interrupted order is made again."""

from flux_desktop.providers.sdcpp.provider import StableDiffusionCpp

__all__ = ["StableDiffusionCpp"]
