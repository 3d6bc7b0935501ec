"""A node in layers, for GIMP, Krita or Photoshop: the original below, the edit above, with its mask if it has one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.core.errors import InputError, OutputExists
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import tr
from flux_desktop.services.export import Exporter, write_by
from flux_desktop.services.provenance import Marks, marking_of

if TYPE_CHECKING:
    from PIL.Image import Image

    from flux_desktop.imaging.layered.layers import Layer, Stack
    from flux_desktop.services.pictures import Pictures

__all__ = ["LAYERED", "export_layered", "layers_of"]

LAYERED = {".ora": "OpenRaster", ".psd": "Photoshop"}
"""The suffixes of files in layers, each with what people call the format."""


def export_layered(
    pictures: Pictures,
    node: HistoryNode,
    path: Path,
    *,
    overwrite: bool = False,
    steps: bool = False,
    marks: Marks | None = None,
) -> Path:
    """Write `node` to `path` in layers, as its suffix says; `steps` and `marks` as of `layers_of`.

    Reads and writes files for seconds: call it in a thread. OutputExists if a file is there, InputError for another
    suffix, FileProblem if a picture is lost or the file cannot be written, TooLarge for more than a PSD can hold.
    """
    write = _writer(path)
    Exporter(pictures).protect_original(node, path)
    if path.exists() and not overwrite:
        raise OutputExists(tr("{name} exists already.", name=path.name))
    write_by(path, partial(write, layers_of(pictures, node, steps=steps, marks=marks)), overwrite=overwrite)
    return path


def layers_of(pictures: Pictures, node: HistoryNode, *, steps: bool = False, marks: Marks | None = None) -> Stack:
    """`node` above the original that it grew from, on a canvas as large as that, in its colours.

    Where it was extended on the way, the extended picture is in the place of the original, which is smaller.
    All visible layers together look like `node`. So the picture that an edit with a mask was made from is there too;
    and the original is hidden where it would show through an edit that is partly transparent. With `steps` the edits
    on the way from the original are hidden layers. `marks` are what is told of the picture, by default what the user
    chose last; without a recipe no layer has a prompt, and there are no steps. Pixels are read later, when the layers
    are written; FileProblem if the original is lost.
    """
    from flux_desktop.imaging.layered.layers import Stack

    way = list(_way(pictures, node))
    origin, way = way[-1], _in_one_frame(way)
    seen = _seen(pictures, way)
    root = way[-1]
    size = root.width, root.height
    marks = marks or Marks.chosen(pictures.settings)
    original = pictures.assets.load(origin.asset) if origin.is_original else b""
    convert, icc = _colours(original)
    between = [one for one in way if pictures.assets.has(one.asset)] if steps and marks.recipe else []
    wanted = [one for one in way if one in seen or one in between or one is root]
    make = partial(_layer, pictures, size, convert, marks.recipe)
    layers = tuple(make(one, one in seen) for one in reversed(wanted))
    return Stack(size, layers, icc, marking_of(node, marks, pictures.library, original).notes("image/png"))


def _writer(path: Path) -> Callable[[Stack, Path], None]:
    suffix = path.suffix.lower()
    if suffix == ".ora":
        from flux_desktop.imaging.layered.openraster import write_openraster

        return write_openraster
    if suffix == ".psd":
        from flux_desktop.imaging.layered.psd import write_psd

        return write_psd
    raise InputError(
        tr("{name} is no name for a file in layers.", name=path.name),
        tr("Use one of {suffixes}.", suffixes=", ".join(LAYERED)),
    )


def _way(pictures: Pictures, node: HistoryNode) -> Iterator[HistoryNode]:
    """`node`, what it was made from, and so on: at the end the picture that all grew from."""
    one: HistoryNode | None = node
    while one is not None:
        yield one
        one = pictures.library.node(one.parent) if one.parent else None


def _in_one_frame(way: list[HistoryNode]) -> list[HistoryNode]:
    """`way` down to where a picture was extended: those before have another frame."""
    last = next((index for index, one in enumerate(way, 1) if _is_extended(one)), len(way))
    return way[:last]


def _is_extended(node: HistoryNode) -> bool:
    return node.patch is not None and node.patch.extent is not None


def _seen(pictures: Pictures, way: list[HistoryNode]) -> list[HistoryNode]:
    """Those that together look like the first of `way`: down to the first without a mask, which covers the rest."""
    count = next(index for index, one in enumerate(way, 1) if one.mask is None or index == len(way))
    seen = way[:count]
    covers = seen[-1]
    if covers is not way[-1] and pictures.image(covers).mode == "RGB":
        return [*seen, way[-1]]  # hidden by what is above it, or shown beside it where a model cropped the picture
    return seen


def _colours(original: bytes) -> tuple[Callable[[Image], Image], bytes]:
    """How pixels get into the colours of the file `original`, and the profile of these; sRGB where they are not RGB."""
    from PIL import Image

    from flux_desktop.imaging.colour import from_srgb, profile_of, srgb_profile

    icc = profile_of(original)
    if icc and from_srgb(Image.new("RGB", (1, 1)), icc).image.mode == "RGB":
        return lambda image: from_srgb(image, icc).image, icc
    return lambda image: image, srgb_profile()


def _layer(
    pictures: Pictures,
    size: tuple[int, int],
    convert: Callable[[Image], Image],
    prompts: bool,
    node: HistoryNode,
    visible: bool,
) -> Layer:
    from flux_desktop.imaging.layered.layers import Layer, centred, scaled

    box = centred((node.width, node.height), size)
    inside = box[2] - box[0], box[3] - box[1]
    return Layer(
        _name(node, prompts),
        box,
        lambda: convert(scaled(pictures.image(node), inside)),
        partial(_mask, pictures, node, size) if node.mask is not None and not _is_extended(node) else None,
        visible,
    )


def _name(node: HistoryNode, prompts: bool) -> str:
    from flux_desktop.imaging.layered.layers import layer_name

    if node.recipe is None:
        return layer_name("Original", node.name)
    return layer_name("Edit" if node.parent else "Generation", node.recipe.prompt if prompts else "")


def _mask(pictures: Pictures, node: HistoryNode, size: tuple[int, int]) -> Image:
    """Soft edges of a part that was put back are in its picture already: by the mask they would be softened twice."""
    from flux_desktop.imaging.layered.layers import scaled
    from flux_desktop.imaging.opening import decode

    assert node.mask is not None, "asked for where there is one"
    mask = decode(pictures.assets.load(node.mask)).convert("L")
    return scaled(mask.point([0] + [255] * 255) if node.patch is not None else mask, size)
