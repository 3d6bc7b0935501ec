"""Edits real pixels on this computer by a small vocabulary: no key, no network, no AI."""

from flux_desktop.providers.offline.provider import Offline

__all__ = ["Offline"]
