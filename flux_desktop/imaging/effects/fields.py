"""Noise that looks like something: clouds, marble, wood, cells, paper; planes of 0…1."""

from __future__ import annotations

import numpy as np
from PIL import Image

from flux_desktop.imaging.effects.arrays import Floats, resize_plane

__all__ = [
    "cell_field",
    "cloud_field",
    "grid",
    "marble_field",
    "paper_field",
    "spread_out",
    "thread_field",
    "wood_field",
]


def spread_out(plane: Floats, share: float = 0.01) -> Floats:
    """The plane stretched to 0…1, its outermost `share` on each side clipped."""
    sample = plane[:: max(1, plane.shape[0] // 256), :: max(1, plane.shape[1] // 256)]
    low, high = (float(value) for value in np.quantile(sample, (share, 1 - share)))
    result: Floats = np.clip((plane - np.float32(low)) / np.float32(max(high - low, 1e-6)), 0, 1)
    return result


def grid(height: int, width: int) -> tuple[Floats, Floats]:
    """Coordinates of pixel centres (a row of x, a column of y) where the short side is 0…1."""
    short = min(height, width)
    x = ((np.arange(width, dtype=np.float32) + 0.5) / short)[None, :]
    return x, ((np.arange(height, dtype=np.float32) + 0.5) / short)[:, None]


def cloud_field(rng: np.random.Generator, height: int, width: int, detail: float, octaves: int = 6) -> Floats:
    """Fractal value noise, `detail` lumps across the short side in its coarsest octave; 0…1."""
    out = np.zeros((height, width), np.float32)
    weight = 1.0
    for octave in range(octaves):
        out += np.float32(weight) * _lumps(rng, height, width, detail * 2**octave)
        weight *= 0.5
        if detail * 2**octave > min(height, width) / 2:
            break
    return spread_out(out)


def _lumps(rng: np.random.Generator, height: int, width: int, detail: float) -> Floats:
    short = min(height, width)
    down = max(2, round(detail * height / short)) + 3
    across = max(2, round(detail * width / short)) + 3
    coarse = Image.fromarray(rng.random((down, across), dtype=np.float32))
    # The outermost cells are cut off: cubic interpolation has no neighbours there and shows it.
    box = (1.0, 1.0, across - 1.0, down - 1.0)
    return np.asarray(coarse.resize((width, height), Image.Resampling.BICUBIC, box=box))


def marble_field(rng: np.random.Generator, height: int, width: int) -> Floats:
    """Veins: thin dark lines where a bent wave crosses zero."""
    x, y = grid(height, width)
    bend = cloud_field(rng, height, width, 3.0, 7) - np.float32(0.5)
    angle = rng.random() * np.pi
    along = x * np.float32(np.cos(angle)) + y * np.float32(np.sin(angle))
    veins = np.abs(np.sin(np.float32(np.pi * 2.2) * along + bend * np.float32(9.0)))
    fine = np.abs(cloud_field(rng, height, width, 4.0, 6) - np.float32(0.5)) * 2
    result: Floats = np.clip(veins**0.35 * np.float32(0.72) + fine**0.4 * np.float32(0.28), 0, 1)
    return result


def wood_field(rng: np.random.Generator, height: int, width: int) -> Floats:
    """A board sawn along the trunk: long bent rings and fine pores."""
    x, y = grid(height, width)
    stretched = resize_plane(cloud_field(rng, height, max(8, width // 10), 3.0, 5), width, height)
    far = np.float32(0.6 + 0.5 * rng.random())
    rings = np.hypot((x - far) * np.float32(0.16), y - np.float32(0.5) + (stretched - 0.5) * np.float32(0.34))
    saw = (rings * np.float32(11.0)) % 1
    early = np.where(saw < 0.82, saw / 0.82, (1 - saw) / 0.18).astype(np.float32)
    pores = resize_plane(rng.random((height, max(4, width // 36)), dtype=np.float32), width, height)
    result: Floats = np.clip(1 - early * np.float32(0.72) - pores * np.float32(0.24), 0, 1)
    return result


def paper_field(rng: np.random.Generator, height: int, width: int, size: float) -> Floats:
    """The tooth of drawing paper, 0…1; `size` as by `scale_of`."""
    step = max(1.0, 1.7 * size)
    fine = resize_plane(_random(rng, height / step, width / step), width, height)
    coarse = resize_plane(_random(rng, height / step / 3, width / step / 3), width, height)
    return spread_out(fine * np.float32(0.7) + coarse * np.float32(0.5))


def _random(rng: np.random.Generator, height: float, width: float) -> Floats:
    return rng.random((max(2, int(height) + 1), max(2, int(width) + 1)), dtype=np.float32)


def thread_field(rng: np.random.Generator, height: int, width: int, threads: float) -> Floats:
    """A plain weave with `threads` across the short side, uneven as real yarn is; 0…1."""
    x, y = grid(height, width)
    wander = (cloud_field(rng, height, width, 6.0, 4) - 0.5) * np.float32(0.5)
    u, v = x * np.float32(threads) + wander, y * np.float32(threads) + wander.T[:1, :1] + wander
    over = (np.floor(u) + np.floor(v)) % 2
    across, down = np.abs(np.sin(np.pi * u)), np.abs(np.sin(np.pi * v))
    weave = np.where(over > 0, across**0.6 * (0.55 + 0.45 * down), down**0.6 * (0.55 + 0.45 * across))
    yarn_rows = resize_plane(rng.random((max(2, int(height / min(height, width) * threads)), 1)), 1, height)
    yarn_columns = resize_plane(rng.random((1, max(2, int(width / min(height, width) * threads)))), width, 1)
    result: Floats = np.clip(weave * (0.78 + 0.22 * np.where(over > 0, yarn_columns, yarn_rows)), 0, 1).astype(
        np.float32
    )
    return result


def cell_field(rng: np.random.Generator, height: int, width: int, cells: float) -> Floats:
    """Distance to the nearest of scattered points (Worley noise), 0…1; one point a cell."""
    x, y = grid(height, width)
    down, across = int(float(y[-1, 0]) * cells) + 3, int(float(x[0, -1]) * cells) + 3
    dx, dy = rng.random((down, across), dtype=np.float32), rng.random((down, across), dtype=np.float32)
    column, row = (x * np.float32(cells)).astype(np.intp) + 1, (y * np.float32(cells)).astype(np.intp) + 1
    best = np.full((height, width), 9.0, np.float32)
    for down_by in (-1, 0, 1):
        for right_by in (-1, 0, 1):
            r, c = np.minimum(row + down_by, down - 1), np.minimum(column + right_by, across - 1)
            away_x = c - 1 + dx[r, c] - x * np.float32(cells)
            away_y = r - 1 + dy[r, c] - y * np.float32(cells)
            best = np.minimum(best, away_x * away_x + away_y * away_y)
    return np.clip(np.sqrt(best), 0, 1)
