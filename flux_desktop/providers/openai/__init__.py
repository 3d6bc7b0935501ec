"""Any server that speaks the OpenAI images API: OpenAI itself, a gateway, or a studio's own machines behind one URL."""

from flux_desktop.providers.openai.provider import OpenAI

__all__ = ["OpenAI"]
