"""A photograph for the benchmarks: the sample with the noise that a camera makes, which is what costs time."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

from flux_desktop.resources import resource

__all__ = ["photograph", "saved"]


def photograph(width: int, height: int) -> Image.Image:
    with Image.open(resource("sample.jpg")) as sample:
        pixels = np.asarray(sample.convert("RGB").resize((width, height), Image.Resampling.BICUBIC))
    noise = np.random.Generator(np.random.PCG64(1)).normal(0, 4, pixels.shape)
    return Image.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8))


def saved(image: Image.Image, format: str, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, format, **options)
    return file.getvalue()
