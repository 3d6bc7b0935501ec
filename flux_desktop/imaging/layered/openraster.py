"""OpenRaster: a zip with a PNG for each layer and a page of XML that says how they lie. GIMP and Krita read it.

Its baseline knows no layer masks: what a mask hides is transparent here. Source:
https://www.openraster.org/baseline/file-layout-spec.html.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from PIL import Image

from flux_desktop.imaging import png_writer
from flux_desktop.imaging.containers import with_notes
from flux_desktop.imaging.layered.layers import Layer, Stack, laid_over, masked

__all__ = ["write_openraster"]

THUMBNAIL = 256
"""The longer side of the small picture, at most."""

_BEFORE_PROFILE = 33
"""Bytes of a PNG up to the end of its first chunk, behind which the profile belongs."""


def write_openraster(stack: Stack, path: Path) -> None:
    """Write `stack` to `path`, over what is there. OSError as the disk has it. Layers are read one after the other."""
    merged, flat = Image.new("RGBA", stack.size), b""
    with ZipFile(path, "w", ZIP_STORED) as file:  # PNG is compressed already, and the first entry must not be
        _add(file, "mimetype", b"image/openraster")
        for number, layer in enumerate(stack.layers):
            image, mask = layer.load(), layer.load_mask() if layer.load_mask is not None else None
            shown = image if mask is None else masked(image, mask.crop(layer.box))
            data = _png(shown, stack.icc)
            _add(file, _source(number), data)
            if layer.visible:
                merged = laid_over(merged, layer.box, image, mask)
                flat = data if merged is shown else b""  # an edit of the whole picture: half the time is saved
        _add(file, "stack.xml", _description(stack))
        flat = flat or _png(merged, stack.icc)
        _add(file, "mergedimage.png", with_notes(flat, "image/png", stack.notes) or flat)
        merged.thumbnail((THUMBNAIL, THUMBNAIL))
        _add(file, "Thumbnails/thumbnail.png", _png(merged, stack.icc))


def _add(file: ZipFile, name: str, data: bytes) -> None:
    """Without the time of day: the same picture gives the same file."""
    file.writestr(ZipInfo(name), data)


def _source(number: int) -> str:
    return f"data/layer{number}.png"


def _description(stack: Stack) -> bytes:
    """The layers from the top down, as the format wants it."""
    width, height = stack.size
    image = ElementTree.Element("image", version="0.0.3", w=str(width), h=str(height), xres="72", yres="72")
    layers = ElementTree.SubElement(image, "stack")
    for number, layer in reversed(list(enumerate(stack.layers))):
        ElementTree.SubElement(layers, "layer", _attributes(number, layer))
    data: bytes = ElementTree.tostring(image, "utf-8", xml_declaration=True)
    return data


def _attributes(number: int, layer: Layer) -> dict[str, str]:
    return {
        "name": layer.name,
        "src": _source(number),
        "x": str(layer.box[0]),
        "y": str(layer.box[1]),
        "opacity": "1.0",
        "visibility": "visible" if layer.visible else "hidden",
        "composite-op": "svg:src-over",
    }


def _png(image: Image.Image, icc: bytes) -> bytes:
    data = png_writer.written(image)
    return data[:_BEFORE_PROFILE] + _profile_chunk(icc) + data[_BEFORE_PROFILE:] if icc else data


def _profile_chunk(icc: bytes) -> bytes:
    content = b"iCCPICC profile\0\0" + zlib.compress(icc)
    return (len(content) - 4).to_bytes(4, "big") + content + zlib.crc32(content).to_bytes(4, "big")
