"""Runs operations one after the other over a picture, or over one that the first of them makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from flux_desktop.core.errors import Cancelled, InputError, TooLarge
from flux_desktop.core.language import tr
from flux_desktop.imaging.effects.arrays import Bytes, blur_bytes, mix
from flux_desktop.imaging.effects.catalogue import EFFECTS, Effect
from flux_desktop.imaging.effects.context import Context
from flux_desktop.imaging.effects.operation import Operation

MOST = 4.0
"""Amounts beyond this many times the bare word make no sense to the eye."""

__all__ = ["Run", "edit", "generate"]


@dataclass(frozen=True)
class Run:
    """How a run is watched: `stopped` is asked between operations, `progress` gets 0…1, `say` gets sentences."""

    seed: int
    stopped: Callable[[], bool] = lambda: False
    progress: Callable[[float], None] = lambda share: None
    say: Callable[[str], None] = lambda sentence: None
    most_pixels: int = 200_000_000

    def context(self, index: int, focus: Bytes | None = None) -> Context:
        """What the operation number `index` gets."""
        return Context(self.seed, index, self.say, focus)

    def step(self, index: int, count: int) -> None:
        """Cancelled if the run was stopped."""
        if self.stopped():
            raise Cancelled(tr("The edit was cancelled."))
        self.progress(index / count)


def edit(
    pixels: Bytes, operations: Sequence[Operation], run: Run, strength: float = 1.0, mask: Bytes | None = None
) -> Bytes:
    """`pixels` (height × width × 3 or 4) after `operations`.

    `strength` mixes the result with the source; changes of shape are always whole. `mask` (height × width) is white
    where the edit may act; outside it not a byte changes. InputError for a change of shape under a mask.
    """
    base, done = pixels, pixels
    for index, wish in enumerate(operations):
        run.step(index, len(operations))
        operation = replace(wish, amount=min(max(wish.amount, -MOST), MOST))
        effect = EFFECTS.get(operation.name)
        if effect is not None and effect.shape:
            if mask is not None:
                raise InputError(
                    tr(
                        "“{phrase}” changes the shape of the picture and cannot act in a selection.",
                        phrase=operation.phrase,
                    ),
                    tr("Clear the selection, or leave that part of the prompt out."),
                )
            context = run.context(index)
            done = _within(effect.run(done, operation, context), run)
            quiet = replace(context, say=lambda sentence: None)
            base = effect.run(base, operation, quiet) if strength < 1 else done
        else:
            done = _apply(effect, done, operation, run.context(index, mask))
    run.step(len(operations), len(operations))
    return _blended(base, done, strength, mask)


def generate(height: int, width: int, operations: Sequence[Operation], run: Run) -> Bytes:
    """A picture of height × width × 3, made by the first operation and edited by the rest."""
    from flux_desktop.imaging.effects.makers import MAKERS

    run.step(0, len(operations))
    first = operations[0]
    made = MAKERS[first.name](run.context(0).rng, height, width, first)
    rest = replace(run, seed=run.seed ^ 0x5EED)
    return edit(made, operations[1:], rest) if len(operations) > 1 else made


def _apply(effect: Effect | None, pixels: Bytes, operation: Operation, context: Context) -> Bytes:
    """An operation that keeps the shape: it sees RGB, the alpha is put back."""
    if effect is None:
        return _with_layer(pixels, operation, context)
    colours = np.ascontiguousarray(pixels[..., :3])
    if pixels.shape[2] == 4 and effect.spreads:
        colours = _filled(colours, pixels[..., 3])
    return _with_alpha(effect.run(colours, operation, context), pixels)


def _with_layer(pixels: Bytes, operation: Operation, context: Context) -> Bytes:
    """Something made, behind the picture or over it."""
    from flux_desktop.imaging.effects.makers import MAKERS, put_behind, put_over

    height, width = pixels.shape[:2]
    layer = MAKERS[operation.name](context.rng, height, width, operation)
    if "behind" in operation.words:
        return put_behind(pixels, layer, operation.phrase)
    return _with_alpha(put_over(pixels[..., :3], layer, operation), pixels)


def _with_alpha(colours: Bytes, pixels: Bytes) -> Bytes:
    return np.dstack([colours, pixels[..., 3]]) if pixels.shape[2] == 4 else colours


def _filled(colours: Bytes, alpha: Bytes) -> Bytes:
    """Colours with what lies under full transparency replaced by the visible ones around it: nothing bleeds in."""
    if int(alpha.min()) > 0:
        return colours
    radius = max(4.0, 0.02 * max(alpha.shape))
    weight = blur_bytes(alpha, radius).astype(np.float32)[..., None]
    around = blur_bytes((colours * (alpha[..., None] / np.float32(255))).astype(np.uint8), radius)
    spread = np.clip(around / np.maximum(weight / 255, 0.02), 0, 255).astype(np.uint8)
    return mix(spread, colours, np.minimum(alpha.astype(np.float32) / 8, 1))


def _within(pixels: Bytes, run: Run) -> Bytes:
    if pixels.shape[0] * pixels.shape[1] > run.most_pixels:
        raise TooLarge(tr("The result would have more pixels than the limit."))
    return pixels


def _blended(base: Bytes, done: Bytes, strength: float, mask: Bytes | None) -> Bytes:
    if strength >= 1 and mask is None:
        return done
    if base.shape != done.shape:
        base = _as_channels(base, done.shape[2])
    share = strength if mask is None else mask.astype(np.float32) * np.float32(strength / 255)
    return mix(base, done, share)


def _as_channels(pixels: Bytes, channels: int) -> Bytes:
    """`pixels` with alpha added (opaque) or taken away."""
    if channels == 3:
        return np.ascontiguousarray(pixels[..., :3])
    return np.dstack([pixels[..., :3], np.full(pixels.shape[:2], 255, np.uint8)])
