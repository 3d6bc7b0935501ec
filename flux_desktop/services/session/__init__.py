"""The session: one open picture with its history, in parts: what it holds and tells, pictures in, prices, deeds."""

from flux_desktop.services.session.base import Recall
from flux_desktop.services.session.session import Session

__all__ = ["Recall", "Session"]
