"""A run at eachlabs as a script; its pictures go through eachlabs' own storage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flux_desktop.core.params import Value
from flux_desktop.core.script import SEED, Script, Step, Until, Var
from flux_desktop.providers.base import Prepared
from flux_desktop.providers.eachlabs.uploads import LIFE
from flux_desktop.providers.script_parts import script_files, suffix_of

__all__ = ["eachlabs_script"]

FILE_ID = "x-amz-meta-file-id"
"""The header that an upload has to carry by the documents."""


def eachlabs_script(
    url: str, order: Mapping[str, Any], prepared: Sequence[Prepared], format: Value | None, seeds: Sequence[int] = ()
) -> Script:
    """The run of `order` at the base URL `url`, once for each of `seeds` if there are any."""
    files = script_files(prepared)
    steps: list[Step] = []
    for number, file in enumerate(files, 1):
        steps += _upload_steps(url, number, file.name, file.media_type)
    pictures = {"image_urls": [Var(f"public_url_{number}") for number in range(1, len(files) + 1)]} if files else {}
    seed = {"seed": SEED} if seeds else {}
    steps += _order_steps(url, {**order, "input": {**order["input"], **pictures, **seed}}, each=bool(seeds))
    steps += [_removal(url, number, file.name) for number, file in enumerate(files, 1)]
    return Script(
        "eachlabs", "EACHLABS_API_KEY", {"Authorization": "Bearer {key}", "X-API-Key": "{key}"}, tuple(steps),
        "results", suffix=suffix_of(format), files=files, seeds=tuple(seeds),
    )  # fmt: skip


def _upload_steps(url: str, number: int, file: str, media_type: str) -> list[Step]:
    kept = {
        f"file_{number}": "id",
        f"upload_url_{number}": "presigned_url",
        f"public_url_{number}": "public_url",
        f"file_header_{number}": f"required_headers.{FILE_ID}",
    }
    wish = {"content_type": media_type, "file_type": "image", "expires_in_seconds": LIFE}
    return [
        Step(f"Ask where to upload the {file}.", "POST", f"{url}/upload/presign", json=wish, keep=kept),
        Step(
            f"Upload the {file}; the key is not sent there.", "PUT", Var(f"upload_url_{number}"), False,
            headers={FILE_ID: Var(f"file_header_{number}")}, content=file,
        ),
    ]  # fmt: skip


def _order_steps(url: str, order: Mapping[str, Any], *, each: bool) -> list[Step]:
    until = Until("status", ("success",), ("error", "failed", "cancelled"))
    return [
        Step(
            "Order. This is the call that costs money.", "POST", f"{url}/prediction", json=order,
            keep={"prediction": "predictionID"}, each=each,
        ),
        Step(
            "Wait until it is made.", "GET", (f"{url}/prediction/", Var("prediction")), keep={"results": "output"},
            until=until, each=each,
        ),
    ]  # fmt: skip


def _removal(url: str, number: int, file: str) -> Step:
    return Step(f"Remove the uploaded {file}.", "DELETE", (f"{url}/files/", Var(f"file_{number}")))
