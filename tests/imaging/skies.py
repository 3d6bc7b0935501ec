"""Pictures whose content is in few places: a photograph in the corner of a sky, cables across it."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from flux_desktop.resources import resource

__all__ = ["SIZE", "cables", "corner", "sky"]

SIZE = (1024, 768)


def sky(picture: Image.Image | None = None, grain: int = 0) -> Image.Image:
    """Grain by that seed, over one colour or a picture."""
    ground = np.asarray(picture or Image.new("RGB", SIZE, (110, 150, 200)), np.float32)
    noise = np.random.default_rng(grain).normal(0, 2, (*ground.shape[:2], 1))
    return Image.fromarray(np.clip(ground + noise, 0, 255).astype(np.uint8))


def corner() -> Image.Image:
    """A small photograph in one corner of the sky."""
    ground = Image.new("RGB", SIZE, (110, 150, 200))
    with Image.open(resource("sample.jpg")) as sample:
        ground.paste(sample.crop((420, 380, 540, 490)), (0, 0))
    return sky(ground)


def cables(joints: int, grain: int = 0) -> Image.Image:
    """Two cables across the sky with a few joints: only those, and the grain, say where along the cables it is."""
    rows, columns = np.mgrid[: SIZE[1], : SIZE[0]].astype(np.float32)
    along, beside = (columns - 450) * 0.59 + (rows + 20) * 0.807, (columns - 450) * 0.807 - (rows + 20) * 0.59
    thick = np.full(SIZE[::-1], 4.0, np.float32)
    for joint in range(joints):
        thick += 4 * np.exp(-(((along - 1016 * (joint + 1) / (joints + 1)) / 8) ** 2))
    share = sum(np.clip(thick - np.abs(beside - to_side) + 0.5, 0, 1)[..., None] for to_side in (0, 48))
    picture = np.array([110, 150, 200]) * (1 - share) + np.array([20, 30, 70]) * share
    return sky(Image.fromarray(picture.astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.6)), grain)
