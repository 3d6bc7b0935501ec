"""How pictures get into an order of fal, and the same run as a script."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flux_desktop.core.edit import EncodedImage
from flux_desktop.core.params import Value
from flux_desktop.core.script import SEED, FileData, Script, Step, Until, Var
from flux_desktop.providers.base import Prepared
from flux_desktop.providers.script_parts import script_files, suffix_of

__all__ = ["DATA_URI_BYTES", "Place", "fal_script", "place_for", "prefix_of"]

DATA_URI_BYTES = 1_000_000
"""Up to here a picture goes inside the order: a third more bytes take less time than the two calls of an upload."""

UPLOAD_SECONDS = 24 * 3600
"""How long an upload is kept: an order may wait in the queue for long, and longer than a day nobody needs it."""


@dataclass(frozen=True)
class Place:
    """The call that asks fal's storage where a picture may be uploaded; it answers `upload_url` and `file_url`."""

    url: str
    json: Mapping[str, str]
    headers: Mapping[str, str] = field(default_factory=dict)


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


def fal_script(
    url: str,
    order: Mapping[str, Any],
    prepared: Sequence[Prepared],
    storage: str,
    format: Value | None,
    seeds: Sequence[int] = (),
) -> Script:
    """The run of `order` at the endpoint `url`, once for each of `seeds` if there are any."""
    steps: list[Step] = []
    pictures: list[Var | FileData] = []
    for number, picture in enumerate(prepared, 1):
        place = place_for(picture, storage)
        if place is None:
            pictures.append(FileData(picture.role, prefix_of(picture.encoded.image)))
        else:
            steps += _upload_steps(place, picture.role, number)
            pictures.append(Var(f"file_url_{number}"))
    body = {**order, **({"image_urls": pictures} if pictures else {}), **({"seed": SEED} if seeds else {})}
    steps += _order_steps(url, body, each=bool(seeds))
    return Script(
        "fal", "FAL_KEY", {"Authorization": "Key {key}"}, tuple(steps), "results",
        suffix=suffix_of(format), files=script_files(prepared), seeds=tuple(seeds),
    )  # fmt: skip


def _upload_steps(place: Place, role: str, number: int) -> list[Step]:
    names = {f"upload_url_{number}": "upload_url", f"file_url_{number}": "file_url"}
    return [
        Step(
            f"Ask where to upload the {role}.", "POST", place.url,
            headers=place.headers, json=dict(place.json), keep=names,
        ),
        Step(f"Upload the {role}; the key is not sent there.", "PUT", Var(f"upload_url_{number}"), False, content=role),
    ]  # fmt: skip


def _order_steps(url: str, body: Mapping[str, Any], *, each: bool) -> list[Step]:
    asked = {name: name for name in ("status_url", "response_url")}
    through, made = Until("status", ("COMPLETED",)), {"results": "images[].url"}
    return [
        Step("Order. This is the call that costs money.", "POST", url, json=body, keep=asked, each=each),
        Step("Wait until it is made.", "GET", Var("status_url"), until=through, each=each),
        Step("Get the addresses of the results.", "GET", Var("response_url"), keep=made, each=each),
    ]
