"""What goes into an exported file beside its pixels: how they came to be, the recipe, and what the camera said.

The digital source type of the IPTC says whether a model made the pixels; image platforms read it. Nothing of it
touches the client, so it is written always. The prompt goes into the field that the IPTC has for it (since 2025.1)
and not into the description: programs print that as a caption, and an instruction is none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from flux_desktop.core.edit import Recipe
from flux_desktop.imaging import xmp
from flux_desktop.imaging.camera import Camera
from flux_desktop.imaging.containers import XMP_HEAD, Notes
from flux_desktop.imaging.origin import Origin
from flux_desktop.imaging.texts import xmp_properties

__all__ = [
    "ALTERED",
    "COMPUTED",
    "EDITED",
    "GENERATED",
    "MADE_BY_MODEL",
    "RECIPE",
    "Marking",
    "source_type_of",
    "uses_model",
]

_VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"
EDITED = f"{_VOCABULARY}compositeWithTrainedAlgorithmicMedia"
"""A model changed a picture."""

GENERATED = f"{_VOCABULARY}trainedAlgorithmicMedia"
"""A model made the picture."""

ALTERED = f"{_VOCABULARY}algorithmicallyEnhanced"
"""A picture changed by arithmetic: no model, no training."""

COMPUTED = f"{_VOCABULARY}algorithmicMedia"
"""A picture made by arithmetic."""

MADE_BY_MODEL = frozenset({EDITED, GENERATED, f"{_VOCABULARY}compositeSynthetic"})
"""Of a picture with such a mark nothing that is made from it without a model may say less."""

RECIPE = "flux:recipe"
"""The property that holds the origin as JSON."""

_SOURCE_TYPE = "Iptc4xmpExt:DigitalSourceType"
_LONGEST_JPEG_PACKET = 0xFFFF - 2 - len(XMP_HEAD)


@dataclass(frozen=True)
class Marking:
    """What is to be told of a picture: its `source_type` ("" for a photograph), its origin, and what the camera said.

    `orientation` is that of a file whose pixels are passed on as they lie; 1 for all that is written anew.
    """

    source_type: str = ""
    origin: Origin | None = None
    camera: Camera = field(default_factory=Camera)
    orientation: int = 1

    def notes(self, media_type: str) -> Notes:
        """The same as a file of that type takes it."""
        values, text = self._properties(), self.origin.to_text() if self.origin else ""
        packet, extension = xmp.packet(values) if values else b"", b""
        if media_type == "image/jpeg" and len(packet) > _LONGEST_JPEG_PACKET:
            extension = packet
            packet = xmp.packet({**self._type(), xmp.EXTENSION: (xmp.sum_of(packet),)})
        return Notes(packet, extension, self.camera.exif(self.orientation), text if media_type == "image/png" else "")

    def _properties(self) -> dict[str, tuple[str, ...]]:
        return {**self._type(), **self.camera.xmp(), **(_of_origin(self.origin) if self.origin else {})}

    def _type(self) -> dict[str, tuple[str, ...]]:
        return {_SOURCE_TYPE: (self.source_type,)} if self.source_type else {}


def uses_model(recipe: Recipe) -> bool:
    """Whether a trained model made the pixels. The offline editor only calculates."""
    return recipe.provider != "offline"


def source_type_of(file: bytes) -> str:
    """How the pixels of a picture file came to be, by its own mark; "" if it has none of the IPTC's."""
    mark = xmp_properties(file).get(_SOURCE_TYPE, ("",))[0].strip()
    word = mark.replace("https://", "http://", 1).removeprefix(_VOCABULARY)
    return f"{_VOCABULARY}{word}" if word.isascii() and word.isalpha() and len(word) < 64 else ""


def _of_origin(origin: Origin) -> dict[str, tuple[str, ...]]:
    recipe = origin.recipe
    asked = {
        "Iptc4xmpExt:AISystemUsed": f"{recipe.model} ({recipe.provider})",
        "Iptc4xmpExt:AIPromptInformation": recipe.prompt,
    }
    found = {"xmp:CreatorTool": origin.program, **(asked if uses_model(recipe) else {}), RECIPE: origin.to_text()}
    return {name: (value,) for name, value in found.items() if value}
