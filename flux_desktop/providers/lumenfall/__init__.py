"""Lumenfall: one OpenAI-style address before several providers; it chooses one and charges what that one does."""

from flux_desktop.providers.lumenfall.provider import Lumenfall

__all__ = ["Lumenfall"]
