"""Finding the recipe in a picture file: of this program, or of AUTOMATIC1111 and Forge, ComfyUI and InvokeAI.

The file may come from anywhere. Nothing is decoded, every text has a limit, and what is not as it should be is not
there; a hostile file costs no more time than a friendly one.
"""

from __future__ import annotations

from collections.abc import Mapping

from flux_desktop.imaging import kinds
from flux_desktop.imaging.containers import PNG_KEYWORD
from flux_desktop.imaging.foreign import a1111, comfyui, invokeai
from flux_desktop.imaging.foreign.values import json_object
from flux_desktop.imaging.found import Found
from flux_desktop.imaging.marking import RECIPE
from flux_desktop.imaging.origin import Origin
from flux_desktop.imaging.texts import exif_block, exif_texts, png_texts, user_comment, xmp_properties

__all__ = ["find_recipe"]

_MAKE, _MODEL = 0x010F, 0x0110
"""Where ComfyUI writes its graphs in a WebP: as `workflow:{…}` and `prompt:{…}`."""


def find_recipe(data: bytes) -> Found | None:
    """The recipe in the picture file `data`; None if there is none, or none that makes sense."""
    texts = png_texts(data) if kinds.media_type(data) == "image/png" else {}
    return _own(data, texts) or _foreign(texts) or _of_exif(exif_block(data))


def _own(data: bytes, texts: Mapping[str, str]) -> Found | None:
    """From either place: programs that handle pictures keep now the one, now the other."""
    for text in (*xmp_properties(data).get(RECIPE, ()), texts.get(PNG_KEYWORD, "")):
        origin = Origin.from_text(text)
        if origin is not None:
            return Found.own(origin)
    return None


def _foreign(texts: Mapping[str, str]) -> Found | None:
    return (
        a1111.read(texts.get("parameters", ""))
        or invokeai.read(texts)
        or comfyui.read(json_object(texts.get("prompt", "")), json_object(texts.get("workflow", "")))
    )


def _of_exif(block: bytes) -> Found | None:
    """What stands in the comment or, behind a word and a colon, in the fields of the camera."""
    comment, texts = user_comment(block), exif_texts(block)
    fields = (texts.get(tag, "").partition(":") for tag in (_MAKE, _MODEL))
    graphs = {name.lower(): json_object(words) for name, _, words in fields}
    packed = {name: graph for name, graph in json_object(comment).items() if isinstance(graph, dict)}
    return a1111.read(comment) or comfyui.read(
        packed.get("prompt") or graphs.get("prompt", {}), packed.get("workflow") or graphs.get("workflow", {})
    )
