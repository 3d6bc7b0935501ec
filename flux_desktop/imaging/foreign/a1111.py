"""The text `parameters` of AUTOMATIC1111's web UI, Forge, and programs that imitate them.

a lake at dawn
Negative prompt: blurry
Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 965400086, Size: 512x512, Model hash: cc6cb27103, Model: v1-5
"""

from __future__ import annotations

import re

from flux_desktop.imaging.foreign.values import mapped, number, said, size, text, whole
from flux_desktop.imaging.found import Found

__all__ = ["TOOL", "read"]

TOOL = "AUTOMATIC1111"
_NEGATIVE = "Negative prompt:"
_LONGEST_LINE = 20_000
_SETTING = re.compile(r'(\w[\w /()-]{0,40}):[ ]*("(?:\\.|[^\\"])*"|[^,]*)(?:,|$)')
_EMPHASIS = re.compile(r"\([^()]{1,200}:\d|<lora:", re.IGNORECASE)
_TAKEN = {"Steps", "Seed", "CFG scale", "Distilled CFG Scale", "Size", "Denoising strength"}
_NOISE = {"Version", "Model hash", "VAE hash", "Hashes", "Lora hashes", "TI hashes", "User", "Size-1", "Size-2"}


def read(words: str) -> Found | None:
    """What such a text tells; None for any other text."""
    body, settings = _parts(words)
    steps = whole(settings.get("Steps"))
    if steps is None:
        return None
    prompt, _, negative = f"\n{body}".partition(f"\n{_NEGATIVE}")
    # FLUX takes its guidance apart from the classic one, which then has to be 1.
    guidance = "Distilled CFG Scale" if "Distilled CFG Scale" in settings else "CFG scale"
    others = {name: value for name, value in settings.items() if name not in _TAKEN | _NOISE}
    if guidance != "CFG scale" and number(settings.get("CFG scale")) != 1:
        others["CFG scale"] = settings.get("CFG scale", "")
    if _EMPHASIS.search(prompt):
        others["Weights and LoRAs in the prompt"] = "plain text here"
    width, _, height = settings.get("Size", "").partition("x")
    params = mapped(
        steps=steps,
        guidance=number(settings.get(guidance)),
        size=size(width, height),
        strength=number(settings.get("Denoising strength")),
        negative_prompt=text(negative),
    )
    return Found(TOOL, text(prompt), whole(settings.get("Seed")), params, said(others))


def _parts(words: str) -> tuple[str, dict[str, str]]:
    """What stands before the last line that begins with the steps, and the settings in that line."""
    start = words.rfind("\nSteps: ") + 1
    if not words.startswith("Steps: ", start):
        return words, {}
    line = words[start : start + _LONGEST_LINE].partition("\n")[0]
    found = {name.strip(): value.strip().strip('"') for name, value in _SETTING.findall(line)}
    return words[:start], found
