"""How pictures get into an order of fal: inside it, or by its storage."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from flux_desktop.core.edit import EncodedImage
from flux_desktop.providers.base import Prepared
from flux_desktop.providers.script_parts import script_files

__all__ = ["DATA_URI_BYTES", "Place", "place_for", "prefix_of"]

DATA_URI_BYTES = 1_000_000
"""Up to here a picture goes inside the order: a third more bytes take less time than the two calls of an upload."""

UPLOAD_SECONDS = 24 * 3600
"""How long an upload is kept: an order may wait in the queue for long, and longer than a day nobody needs it."""


@dataclass(frozen=True)
class Place:
    """The call that asks fal's storage where a picture may be uploaded; it answers `upload_url` and `file_url`."""

    url: str
    json: Mapping[str, str]
    headers: Mapping[str, str]


def place_for(picture: Prepared, storage: str) -> Place | None:
    """Where `picture` is uploaded; None if it goes inside the order, being small or for want of a storage.

    Its name there is of our own making: that of the user's file is nobody's business.
    """
    image = picture.encoded.image
    if not storage or len(image.data) <= DATA_URI_BYTES:
        return None
    (file,) = script_files([picture])
    life = json.dumps({"expiration_duration_seconds": UPLOAD_SECONDS})
    return Place(
        f"{storage}/storage/upload/initiate?storage_type=fal-cdn-v3",
        {"file_name": file.filename, "content_type": file.media_type},
        # fal's own clients send both: one is read by the storage, one by the API before it.
        {"X-Fal-Object-Lifecycle": life, "X-Fal-Object-Lifecycle-Preference": life},
    )


def prefix_of(image: EncodedImage) -> str:
    """What stands before a picture's base64 inside an order."""
    return f"data:{image.media_type};base64,"
