"""`edit --region` and `--mask`: only a part of the picture may change."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from flux_desktop.core.errors import InputError
from flux_desktop.core.history import HistoryNode

if TYPE_CHECKING:
    from flux_desktop.core.edit import Recipe
    from flux_desktop.core.region import Crop, Patch
    from flux_desktop.imaging.region.mask import Mask
    from flux_desktop.services.assembly import Program
    from flux_desktop.services.inputs import Inputs

__all__ = ["part_inputs", "region_json", "region_lines", "region_words"]


def region_words(words: str) -> Crop:
    """Left, top, width and height from `X,Y,W,H`; InputError for anything else."""
    try:
        left, top, width, height = (int(word) for word in words.split(","))
    except ValueError:
        raise InputError(
            f"--region {words[:60]}: it takes X,Y,W,H.", "For example --region 100,50,400,300: whole pixels."
        ) from None
    if width < 1 or height < 1:
        raise InputError(f"--region {words[:60]}: there is nothing in it.", "Width and height are 1 at least.")
    return left, top, width, height


def part_inputs(
    options: Namespace, program: Program, recipe: Recipe, node: HistoryNode, references: Sequence[HistoryNode]
) -> Inputs:
    """The inputs of an edit of `node`, of a part of it where the options name one. Slow: call it in a thread.

    InputError for a part that is empty or not in the picture, and for a mask that does not fit it.
    """
    from flux_desktop.services.inputs import Inputs
    from flux_desktop.services.region_inputs import inputs_of_part

    if options.region is None and options.mask is None:
        return Inputs.of(node, references)
    mask = _rectangle(options.region, node) if options.region is not None else _loaded(options, program, node)
    shapes = program.queue.provider(recipe.provider).shapes(recipe)
    return inputs_of_part(node, references, mask, shapes, program.pictures.assets)


def region_json(crop: Crop | None, patch: Patch | None, nodes: Sequence[HistoryNode] = ()) -> dict[str, Any]:
    """What is told of the part that was edited, for --json; empty where it is the whole picture.

    `score` says how sure it is where the result belongs, 0 to 1: that of the least sure of `nodes`.
    """
    if crop is None or patch is None:
        return {}
    scores = [node.patch.score for node in nodes if node.patch is not None]
    score = round(min(scores), 4) if scores else None
    return {"region": {"crop": list(crop), "sent": list(patch.sent), "score": score}}


def region_lines(inputs: Inputs) -> list[str]:
    """The same for people, before anything is sent."""
    if inputs.crop is None or inputs.patch is None:
        return []
    left, top, width, height = inputs.crop
    sent_width, sent_height = inputs.patch.sent
    return [f"Part: {width}×{height} pixels from {left}, {top} on, sent as {sent_width}×{sent_height}"]


def _rectangle(region: Crop, node: HistoryNode) -> Mask:
    from flux_desktop.imaging.region.mask import Box
    from flux_desktop.imaging.region.shapes import rectangle

    left, top, width, height = region
    if left < 0 or top < 0 or left + width > node.width or top + height > node.height:
        raise InputError(
            f"--region {left},{top},{width},{height} is not all in the picture, which has {node.width}×{node.height}"
            " pixels.",
            "Nothing was sent. Name the left and top corner, then width and height.",
        )
    return rectangle((node.width, node.height), Box(left, top, left + width, top + height))


def _loaded(options: Namespace, program: Program, node: HistoryNode) -> Mask:
    from flux_desktop.imaging.opening import open_file
    from flux_desktop.imaging.region.mask_file import load_mask

    most = program.settings.integer("max_megapixels")
    file = open_file(options.mask, max_megapixels=most)
    mask = load_mask(file.data, (node.width, node.height), name=options.mask.name, max_megapixels=most)
    if mask.is_empty:
        raise InputError(
            f"{options.mask.name} is black: nothing of the picture may change.",
            "Nothing was sent. Paint white what may change.",
        )
    return mask
