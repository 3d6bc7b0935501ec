"""A run at Replicate as a script."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from flux_desktop.core.script import SEED, FileData, Script, ScriptFile, Step, Until, Var

__all__ = ["replicate_script"]

ENDS = ("failed", "canceled", "aborted")


def replicate_script(
    base_url: str,
    model: str,
    order: Mapping[str, Any],
    field: str,
    files: Sequence[ScriptFile],
    uploaded: Collection[str],
    seeds: Sequence[int],
    suffix: str,
) -> Script:
    """The run of `order` at `model`, once for each of `seeds` if there are any.

    `field` takes the pictures, `files`; those whose names are `uploaded` do not go inside the order.
    """
    steps: list[Step] = []
    places: list[Var | FileData] = []
    for number, file in enumerate(files, 1):
        if file.name in uploaded:
            steps.append(_upload(base_url, file.name, f"file_url_{number}"))
            places.append(Var(f"file_url_{number}"))
        else:
            places.append(FileData(file.name, f"data:{file.media_type};base64,"))
    body = {**order, **({field: places} if places else {}), **({"seed": SEED} if seeds else {})}
    steps += _order(f"{base_url}/models/{model}/predictions", body, each=bool(seeds))
    steps += [Step("Remove an upload.", "DELETE", place) for place in places if isinstance(place, Var)]
    return Script(
        "Replicate", "REPLICATE_API_TOKEN", {"Authorization": "Bearer {key}"}, tuple(steps), "results",
        suffix=suffix, files=tuple(files), seeds=tuple(seeds),
    )  # fmt: skip


def _upload(base_url: str, name: str, variable: str) -> Step:
    files = (("content", name),)
    return Step(f"Upload the {name}.", "POST", f"{base_url}/files", files=files, keep={variable: "urls.get"})


def _order(url: str, body: Mapping[str, Any], *, each: bool) -> list[Step]:
    through, kept, made = Until("status", ("succeeded",), ENDS), {"get_url": "urls.get"}, {"results": "output"}
    says, order = "Order. This is the call that costs money.", {"input": dict(body)}
    return [
        Step(says, "POST", url, json=order, keep=kept, each=each),
        Step("Wait until it is made.", "GET", Var("get_url"), keep=made, until=through, each=each),
    ]
