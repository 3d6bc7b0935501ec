"""1min.ai: an upload to its Asset API, then one call that blocks until the picture is made."""

from flux_desktop.providers.onemin.provider import OneMin

__all__ = ["OneMin"]
