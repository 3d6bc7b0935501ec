"""The one client that speaks HTTP: limits, deadlines, retries. `verdict.py` has the table of what may go wrong."""

from flux_desktop.providers.http.client import Answer, Base64, Call, Http, UnusableOrder, Upload

__all__ = ["Answer", "Base64", "Call", "Http", "UnusableOrder", "Upload"]
