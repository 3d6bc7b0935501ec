"""eachlabs: pictures are uploaded where it can fetch them, then an order is made and asked for until it is through."""

from flux_desktop.providers.eachlabs.provider import Eachlabs

__all__ = ["Eachlabs"]
