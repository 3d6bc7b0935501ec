"""A run at fal as a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flux_desktop.core.params import Value
from flux_desktop.core.script import SEED, FileData, Script, Step, Until, Var
from flux_desktop.providers.base import Prepared
from flux_desktop.providers.fal.storage import Place, place_for, prefix_of
from flux_desktop.providers.script_parts import script_files, suffix_of

__all__ = ["fal_script"]


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
