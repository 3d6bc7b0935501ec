"""Black Forest Labs, who make FLUX.2: create, then poll the address that the answer names."""

from flux_desktop.providers.bfl.provider import BlackForestLabs

__all__ = ["BlackForestLabs"]
