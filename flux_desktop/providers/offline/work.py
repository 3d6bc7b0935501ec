"""The pixel work of one offline edit, from encoded bytes to encoded bytes; runs in a thread."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flux_desktop.core.edit import EditRequest, EncodedImage, Output
from flux_desktop.core.language import tr
from flux_desktop.core.params import SEED_LIMIT, Value
from flux_desktop.imaging.effects.operation import Operation

if TYPE_CHECKING:
    from flux_desktop.imaging.effects.arrays import Bytes
    from flux_desktop.imaging.effects.pipeline import Run

__all__ = ["Work", "size_for"]


def size_for(megapixels: float, across: float, down: float) -> tuple[int, int]:
    """Width and height with about that many pixels, in that ratio."""
    height = math.sqrt(megapixels * 1e6 * down / across)
    return max(1, round(height * across / down)), max(1, round(height))


@dataclass
class Work:
    """`outputs` does it; `notes` then holds what the user should know. `stop` ends it between two operations."""

    request: EditRequest
    params: Mapping[str, Value]
    operations: tuple[Operation, ...]
    stop: threading.Event
    progress: Callable[[float], None]
    max_megapixels: int
    notes: list[str] = field(default_factory=list)

    def outputs(self) -> tuple[Output, ...]:
        """The encoded images; Cancelled if `stop` was set, InputError for what the picture does not allow."""
        from flux_desktop.imaging.effects.catalogue import uses_chance

        count, first = int(self.params["count"]), int(self.params["seed"])
        chance = any(uses_chance(operation) for operation in self.operations)
        self.notes.append(
            tr(
                "Understood: {phrases}.",
                phrases=", ".join(tr("“{prompt}”", prompt=operation.phrase) for operation in self.operations),
            )
        )
        if count > 1 and not chance:
            self.notes.append(tr("The seed plays no part in this edit: all {count} results are the same.", count=count))
        source = self._source()
        made: list[Output] = []
        for index in range(count):
            seed = (first + index) % (SEED_LIMIT + 1)
            data = made[0].data if made and not chance else self._one(source, seed, index, count)
            made.append(Output(data=data, seed=seed))
        return tuple(made)

    def _one(self, source: tuple[Bytes, Bytes | None] | None, seed: int, index: int, count: int) -> bytes:
        from flux_desktop.imaging.effects.pipeline import Run, edit, generate

        run = Run(
            seed,
            self.stop.is_set,
            lambda share: self.progress((index + share) / count),
            self.notes.append if index == 0 else lambda sentence: None,
            self.max_megapixels * 1_000_000,
        )
        if source is None:
            return self._encoded(self._generated(generate, run))
        return self._encoded(edit(source[0], self.operations, run, float(self.params["strength"]), source[1]))

    def _generated(self, generate: Callable[[int, int, tuple[Operation, ...], Run], Bytes], run: Run) -> Bytes:
        across, down = (int(part) for part in str(self.params["aspect_ratio"]).split(":"))
        width, height = size_for(float(self.params["megapixels"]), across, down)
        return generate(height, width, self.operations, run)

    def _source(self) -> tuple[Bytes, Bytes | None] | None:
        """The source's pixels in the shape and size that are wanted, and the mask in the same."""
        if self.request.source is None:
            return None
        pixels, mask = self._pixels(self.request.source), None
        if self.request.mask is not None:
            mask = self._mask(self.request.mask, pixels)
        pixels, mask = self._shaped(pixels, mask)
        return self._resized(pixels, mask)

    def _pixels(self, image: EncodedImage) -> Bytes:
        import numpy as np

        from flux_desktop.imaging.opening import decode

        return np.asarray(decode(image.data, max_megapixels=self._limit(image)))

    def _mask(self, image: EncodedImage, pixels: Bytes) -> Bytes:
        import numpy as np

        from flux_desktop.imaging.opening import decode

        mask = decode(image.data, max_megapixels=self._limit(image)).convert("L")
        return np.asarray(mask.resize((pixels.shape[1], pixels.shape[0])))

    def _limit(self, image: EncodedImage) -> int:
        # The picture was let in before: a limit that was lowered since does not shut it out.
        return max(self.max_megapixels, math.ceil(image.megapixels))

    def _shaped(self, pixels: Bytes, mask: Bytes | None) -> tuple[Bytes, Bytes | None]:
        from flux_desktop.imaging.effects.geometry import crop_to_ratio

        ratio = str(self.params["aspect_ratio"])
        if ratio == "match_input_image":
            return pixels, mask
        across, down = (int(part) for part in ratio.split(":"))
        height, width = pixels.shape[:2]
        cropped = crop_to_ratio(pixels, across, down)
        if cropped.shape != pixels.shape:
            self.notes.append(
                tr(
                    "Cropped to {ratio} around the middle: {new_width} × {new_height} of {width} × {height}.",
                    ratio=ratio,
                    new_width=cropped.shape[1],
                    new_height=cropped.shape[0],
                    width=width,
                    height=height,
                )
            )
        return cropped, None if mask is None else crop_to_ratio(mask, across, down)

    def _resized(self, pixels: Bytes, mask: Bytes | None) -> tuple[Bytes, Bytes | None]:
        from flux_desktop.imaging.effects.geometry import resize_to

        if self.params["megapixels"] == "match":
            return pixels, mask
        width, height = size_for(float(self.params["megapixels"]), pixels.shape[1], pixels.shape[0])
        if (width, height) == (pixels.shape[1], pixels.shape[0]):
            return pixels, mask
        if width > pixels.shape[1]:
            self.notes.append(
                tr("Enlarged to {width} × {height} pixels; that adds no detail.", width=width, height=height)
            )
        return resize_to(pixels, width, height), None if mask is None else resize_to(mask, width, height)

    def _encoded(self, pixels: Bytes) -> bytes:
        from PIL import Image

        from flux_desktop.imaging.encoding import encode

        return encode(Image.fromarray(pixels), str(self.params["format"]), quality=int(self.params["quality"]))
