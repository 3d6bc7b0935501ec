"""An order of the OpenAI images API as a script: one request, made for each seed where a run takes several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from flux_desktop.core.script import SEED, FileData, Script, ScriptFile, Step, Text, Var

if TYPE_CHECKING:
    from flux_desktop.providers.images_api import Order

__all__ = ["for_each_seed", "script_of"]


def for_each_seed(order: Order, field: str, seed: int) -> Order:
    """`order` with `SEED` in place of `seed`: as the value of `field`, or in the JSON at the end of its words."""
    value: Any = SEED
    if isinstance(words := order.fields[field], str):
        before, name, after = words.rpartition(f'"seed": {seed}')
        value = (f"{before}{name.removesuffix(str(seed))}", SEED, after)
    return replace(order, fields={**order.fields, field: value})


def script_of(
    provider: str, key: str, url: str, order: Order, files: tuple[ScriptFile, ...], seeds: tuple[int, ...], suffix: str
) -> Script:
    """`order` with its pictures as `files`; `key` is the variable of the environment."""
    by_link = order.fields.get("response_format") == "url"
    step = Step(
        "Make the pictures: the answer comes when they are ready.",
        "POST",
        url,
        json=None if order.is_form else order.json_with([FileData(file.name) for file in files]),
        form=_form(order) if order.is_form else (),
        files=tuple((sent.name, file.name) for sent, file in zip(order.files, files, strict=True) if order.is_form),
        keep={"results": "data[].url" if by_link else "data[].b64_json"},
        each=bool(seeds),
    )
    auth: Mapping[str, str] = {"Authorization": "Bearer {key}"}
    kind: Literal["url", "base64"] = "url" if by_link else "base64"
    return Script(provider, key, auth, (step,), "results", kind, suffix, files, seeds=seeds)


def _form(order: Order) -> tuple[tuple[str, Text], ...]:
    """The fields as text, but for those that stand for a seed."""
    words = dict(order.form)
    return tuple(
        (name, value if isinstance(value, Var | tuple) else words[name]) for name, value in order.fields.items()
    )
