"""Light: brightness, exposure, contrast, shadows, highlights, haze."""

from __future__ import annotations

import numpy as np

from flux_desktop.imaging.effects.arrays import (
    Bytes,
    Floats,
    guided,
    luma,
    scale_of,
    scaled_by,
    smoothstep,
    strip_wise,
    through_table,
    to_bytes,
)

__all__ = ["auto_levels", "brightness", "contrast", "dehaze", "exposure", "fade", "highlights", "shadows"]

_STEPS = np.arange(256) / 255.0


def exposure(pixels: Bytes, stops: float) -> Bytes:
    """Twice the light for each stop, with a film-like shoulder in place of burnt-out whites."""
    linear = np.where(_STEPS <= 0.04045, _STEPS / 12.92, ((_STEPS + 0.055) / 1.055) ** 2.4) * 2.0**stops
    if stops > 0:
        knee = 0.6
        over = np.maximum(linear - knee, 0) / (2.0**stops - knee)
        soft = knee + (1 - knee) * (1 - (1 - np.minimum(over, 1)) ** ((2.0**stops - knee) / (1 - knee)))
        linear = np.where(linear > knee, soft, linear)
    encoded = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.maximum(linear, 1e-9) ** (1 / 2.4) - 0.055)
    return through_table(pixels, np.clip(encoded, 0, 1))


def brightness(pixels: Bytes, amount: float) -> Bytes:
    """Lighter or darker in the middle tones; black stays black and white stays white."""
    return through_table(pixels, _STEPS ** (2.0 ** (-0.42 * amount)))


def contrast(pixels: Bytes, amount: float) -> Bytes:
    """A soft S curve through the middle; negative amounts flatten. No tone is clipped."""
    power = 1 + 0.45 * amount if amount >= 0 else 1 / (1 - 0.45 * amount)
    low = 0.5 * (2 * np.minimum(_STEPS, 1 - _STEPS)) ** power
    curve = np.where(_STEPS < 0.5, low, 1 - low)
    if amount < 0:
        curve = 0.5 + (_STEPS - 0.5) * 1 / (1 - 0.35 * amount)
    return through_table(pixels, curve)


def shadows(pixels: Bytes, amount: float) -> Bytes:
    """Open (or deepen) what lies in shadow. The neighbourhood decides, so texture inside shadows keeps its contrast."""
    # A saturated red is not a shadow because its luma is low: the strongest channel counts as much.
    base = _base((luma(pixels) // 2 + pixels.max(axis=2) // 2).astype(np.uint8), pixels)
    weight = 1 - smoothstep(0.0, 0.55, base)
    return scaled_by(pixels, np.power(2.0, np.float32(1.1 * amount) * weight).astype(np.float32))


def highlights(pixels: Bytes, amount: float) -> Bytes:
    """Lift highlights, or with negative amounts bring them back."""
    weight = smoothstep(0.5, 1.0, _base(luma(pixels), pixels))
    return scaled_by(pixels, np.power(2.0, np.float32(0.42 * amount) * weight).astype(np.float32))


def _base(grey: Bytes, pixels: Bytes) -> Floats:
    return guided(grey, 24 * scale_of(pixels), 28) / np.float32(255)


def fade(pixels: Bytes, amount: float) -> Bytes:
    """Blacks become a dark grey and whites lose a little, as in an old print."""
    black, white = 0.11 * amount, 1 - 0.04 * amount
    return through_table(pixels, black + (white - black) * _STEPS)


def auto_levels(pixels: Bytes, amount: float) -> Bytes:
    """Stretch each picture to its own darkest and lightest tones, and its middle half way to middle grey."""
    counts = np.bincount(luma(pixels).ravel(), minlength=256).cumsum()
    low, middle, high = (int(np.searchsorted(counts, counts[-1] * share)) for share in (0.004, 0.5, 0.996))
    if high - low < 8:
        return pixels
    stretched = np.clip((_STEPS * 255 - low) / (high - low), 0, 1)
    centre = min(max((middle - low) / (high - low), 0.15), 0.85)
    gamma = 1 + 0.35 * (np.log(0.47) / np.log(centre) - 1)
    return through_table(pixels, _STEPS + min(amount, 1.5) * (stretched**gamma - _STEPS))


def dehaze(pixels: Bytes, amount: float) -> Bytes:
    """Take away (negative: add) the even veil of distance, judged by the darkest channel (He et al., 2009)."""
    veil = guided(pixels.min(axis=2), 30 * scale_of(pixels), 20) / np.float32(255)
    if amount < 0:
        return _towards(pixels, np.clip(-amount * 0.45 * (0.4 + 0.6 * veil), 0, 0.9))
    through = np.clip(1 - np.float32(min(0.75 * amount, 0.95)) * veil, 0.15, 1)

    def clear(rows: slice) -> Bytes:
        part = through[rows][..., None]
        return to_bytes((pixels[rows] - 235 * (1 - part)) / np.sqrt(part) / np.sqrt(np.maximum(part, 0.5)))

    return strip_wise(pixels, clear)


def _towards(pixels: Bytes, share: Floats) -> Bytes:
    def veiled(rows: slice) -> Bytes:
        part = share[rows][..., None].astype(np.float32)
        return to_bytes(pixels[rows] * (1 - part) + 225 * part)

    return strip_wise(pixels, veiled)
