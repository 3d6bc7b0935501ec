"""A part of a picture that is edited, and how what came back for it is put into the picture again."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

__all__ = ["Crop", "Finish", "Patch", "Shapes", "Size"]

Crop = tuple[int, int, int, int]
"""Left, top, width and height in pixels; left and top may be negative where a frame goes beyond the picture."""
Size = tuple[int, int]
"""Width and height in pixels."""


class Shapes(NamedTuple):
    """What a model can be sent, and gives back in the same shape.

    `ratios` are width to height; none: any. `pixels` is the size that it works best at, both sides `least` to `most`
    and whole multiples of `multiple`.
    """

    ratios: tuple[tuple[int, int], ...] = ()
    pixels: int = 1024 * 1024
    multiple: int = 16
    least: int = 256
    most: int = 2048


class Finish(NamedTuple):
    """How a result is put back: all that can be changed afterwards, without asking the provider again.

    `feather` is how far inside the mask's edge the result fades in, in pixels of the picture. `align`: whether shift
    and scale that were measured are undone. `dx` and `dy` move the result by hand, in pixels of the picture, right and
    down; they come on top of what was measured, and alone where nothing was. `colour` and `grain`, 0 to 1, are how far
    its colours and its grain are brought to those around it. `opacity` is 0 to 1.
    """

    feather: float = 8.0
    align: bool = True
    dx: float = 0.0
    dy: float = 0.0
    colour: float = 1.0
    grain: float = 1.0
    opacity: float = 1.0

    def to_json(self) -> dict[str, Any]:
        return self._asdict()

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Finish:
        """ValueError or TypeError for what is none; what a later version may add is ignored."""
        usual = cls()
        known = {name: type(value)(data[name]) for name, value in usual._asdict().items() if name in data}
        if not all(math.isfinite(value) for value in known.values()):
            raise ValueError("not a number")
        return usual._replace(**known)


class Patch(NamedTuple):
    """What makes an edit one of a part: kept with the job, and with the node that came of it.

    `sent` is the size in which the provider gets the part. `extent` is the new picture in the coordinates of the one
    before where it goes beyond that, else None; mask and crop are in the coordinates of the new picture. `raw` is the
    asset of what the provider made, "" before there is one. `score` says how sure the alignment is, 0 to 1.
    """

    sent: Size
    extent: Crop | None = None
    finish: Finish = Finish()
    raw: str = ""
    score: float = 0.0

    def to_json(self) -> dict[str, Any]:
        return {
            "sent": list(self.sent),
            "extent": list(self.extent) if self.extent else None,
            "finish": self.finish.to_json(),
            "raw": self.raw,
            "score": round(self.score, 4),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Patch:
        """ValueError, TypeError or KeyError for what is none."""
        extent = data.get("extent")
        width, height = (_whole(side) for side in data["sent"])
        return cls(
            sent=(width, height),
            extent=_crop(extent) if extent is not None else None,
            finish=Finish.from_json(data.get("finish", {})),
            raw=str(data.get("raw", "")),
            score=float(data.get("score", 0.0)),
        )


def _crop(value: Any) -> Crop:
    left, top, width, height = (_whole(one) for one in value)
    return left, top, width, height


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("not a whole number")
    return value
