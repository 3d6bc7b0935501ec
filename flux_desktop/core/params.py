"""Parameters and models, declared as data.

One declaration, e.g. `integer("steps", 28, 1, 50, field="num_inference_steps")`, gives the widget of the sidebar, the
command line's `--set`, the check, the recipe's field and the request's field.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from types import MappingProxyType
from typing import Literal

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import figures, marked, tr
from flux_desktop.core.price import Rate

__all__ = [
    "HELP",
    "LABELS",
    "PARAM_NAMES",
    "SEED_LIMIT",
    "Kind",
    "Mode",
    "Model",
    "Param",
    "Value",
    "choice",
    "integer",
    "number",
    "seed",
    "switch",
    "text",
]

Value = int | float | bool | str
Kind = Literal["integer", "number", "choice", "switch", "text"]
Mode = Literal["edit", "generate"]

SEED_LIMIT = 2**32 - 1
"""Largest seed that the program picks: every host in the documents accepts 32 bits."""

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "steps": marked("Steps"),
        "guidance": marked("Guidance"),
        "strength": marked("Strength"),
        "seed": marked("Seed"),
        "aspect_ratio": marked("Aspect ratio"),
        "size": marked("Size"),
        "megapixels": marked("Megapixels"),
        "count": marked("Count"),
        "format": marked("Format"),
        "quality": marked("Quality"),
        "fast": marked("Fast"),
        "safety": marked("Safety filter"),
    }
)
"""The parameters' names, one each across providers, in the order of the sidebar."""

HELP: Mapping[str, str] = MappingProxyType(
    {
        "steps": marked("Denoising steps. More is slower and finer."),
        "guidance": marked("How closely to follow the prompt. High values look harder."),
        "strength": marked("How far to depart from the source: 0 keeps it, 1 replaces it."),
        "seed": marked("The number that fixes the randomness. Empty: a new one each run; the one used is recorded."),
        "aspect_ratio": marked("The shape of the result."),
        "size": marked("Exact width and height in pixels, e.g. 1024x768."),
        "megapixels": marked("The amount of pixels of the result."),
        "count": marked("How many results to make, each with its own seed."),
        "format": marked("The file format that the provider makes."),
        "quality": marked("Compression quality of the result, 0–100; PNG has none."),
        "fast": marked("Trade some fidelity for speed. The same seed may then not give the same picture."),
        "safety": marked("The provider's filter for unsafe pictures."),
    }
)
PARAM_NAMES = tuple(LABELS)


@dataclass(frozen=True)
class Param:
    """A named, limited value of a model.

    `default` None means: nothing is sent and the provider decides. `field` is the provider's own name; `encode` turns
    our value into the provider's. `emulated` parameters are carried out by the program and never sent. For a `picked`
    one (a seed) the program picks a value for each run where none is chosen, sends it and records it.
    """

    name: str
    kind: Kind
    default: Value | None
    label: str = ""
    help: str = ""
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    choices: tuple[str, ...] = ()
    field: str = ""
    encode: Callable[[Value], Value] | None = dataclass_field(default=None, compare=False)
    emulated: bool = False
    picked: bool = False

    @property
    def how(self) -> Literal["passed", "renamed", "converted", "emulated"]:
        """What happens to the value on its way to the provider."""
        if self.emulated:
            return "emulated"
        if self.encode is not None:
            return "converted"
        return "passed" if self.field == self.name else "renamed"

    def check(self, value: object) -> Value:
        """`value` in this parameter's own type; InvalidParameter, with a sentence that names the limits, otherwise."""
        checks: dict[Kind, Callable[[object], Value]] = {
            "integer": self._check_integer,
            "number": self._check_number,
            "choice": self._check_choice,
            "switch": self._check_switch,
            "text": self._check_text,
        }
        return checks[self.kind](value)

    def parse(self, text: str) -> Value:
        """The value that `text` (from the command line, or pasted) means."""
        words = text.strip()
        if self.kind == "integer":
            return self.check(_number_of(words, int, words))
        if self.kind == "number":
            return self.check(_number_of(words, float, words))
        if self.kind == "switch":
            return self.check(_SWITCH_WORDS.get(words.lower(), words))
        return self.check(words)

    def wire(self, value: Value) -> Value:
        """The value as the provider gets it."""
        return self.encode(value) if self.encode else value

    def to_json(self) -> dict[str, object]:
        """The object of `flux-desktop models --json`; keys that do not apply are left out."""
        data: dict[str, object] = {"name": self.name, "kind": self.kind, "default": self.default}
        for key, limit in (("minimum", self.minimum), ("maximum", self.maximum)):
            if limit is not None:
                data[key] = int(limit) if self.kind == "integer" else limit
        if self.choices:
            data["choices"] = list(self.choices)
        if self.field and not self.emulated:
            data["field"] = self.field
        data["how"] = self.how
        return {key: value for key, value in data.items() if value is not None}

    @property
    def limits(self) -> str:
        """The limits in words, e.g. `1 to 50`."""
        if self.kind == "choice":
            return ", ".join(self.choices)
        if self.kind == "switch":
            return tr("true or false")
        if self.minimum is not None and self.maximum is not None:
            least, most = figures(f"{self.minimum:g}"), figures(f"{self.maximum:.15g}")
            return tr("{least} to {most}", least=least, most=most)
        return tr("any text") if self.kind == "text" else tr("any number")

    def _refuse(self, value: object) -> InvalidParameter:
        return InvalidParameter(
            tr(
                "{label}: “{value}” does not fit. It takes {limits}.",
                label=tr(self.label),
                value=str(value)[:60],
                limits=self.limits,
            )
        )

    def _check_integer(self, value: object) -> int:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not self._within(value):
            raise self._refuse(value)
        return value

    def _check_number(self, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not self._within(value):
            raise self._refuse(value)
        return float(value)

    def _check_choice(self, value: object) -> str:
        if not isinstance(value, str) or value not in self.choices:
            raise self._refuse(value)
        return value

    def _check_switch(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise self._refuse(value)
        return value

    def _check_text(self, value: object) -> str:
        if not isinstance(value, str):
            raise self._refuse(value)
        return value

    def _within(self, value: float) -> bool:
        if isinstance(value, float) and not math.isfinite(value):
            return False
        above = self.minimum is None or value >= self.minimum
        return above and (self.maximum is None or value <= self.maximum)


_SWITCH_WORDS = {
    "true": True,
    "yes": True,
    "on": True,
    "1": True,
    "false": False,
    "no": False,
    "off": False,
    "0": False,
}


def _number_of(words: str, to: type[int] | type[float], otherwise: str) -> int | float | str:
    try:
        return to(words)
    except ValueError:
        return otherwise


def _param(name: str, kind: Kind, default: Value | None, label: str, help: str, field: str, **rest: object) -> Param:
    return Param(
        name,
        kind,
        default,
        label=label or LABELS.get(name, name.replace("_", " ").capitalize()),
        help=help or HELP.get(name, ""),
        field=field or name,
        **rest,  # type: ignore[arg-type]  # the callers below pass the declared types
    )


def integer(
    name: str,
    default: int | None,
    minimum: int,
    maximum: int,
    *,
    field: str = "",
    label: str = "",
    help: str = "",
    emulated: bool = False,
    encode: Callable[[Value], Value] | None = None,
) -> Param:
    return _param(
        name, "integer", default, label, help, field,
        minimum=minimum, maximum=maximum, step=1, emulated=emulated, encode=encode,
    )  # fmt: skip


def number(
    name: str,
    default: float | None,
    minimum: float,
    maximum: float,
    *,
    step: float = 0.1,
    field: str = "",
    label: str = "",
    help: str = "",
) -> Param:
    return _param(name, "number", default, label, help, field, minimum=minimum, maximum=maximum, step=step)


def choice(
    name: str,
    default: str | None,
    choices: Iterable[str],
    *,
    field: str = "",
    label: str = "",
    help: str = "",
    emulated: bool = False,
    encode: Callable[[Value], Value] | None = None,
) -> Param:
    return _param(name, "choice", default, label, help, field, choices=tuple(choices), emulated=emulated, encode=encode)


def switch(
    name: str,
    default: bool,
    *,
    field: str = "",
    label: str = "",
    help: str = "",
    encode: Callable[[Value], Value] | None = None,
) -> Param:
    return _param(name, "switch", default, label, help, field, encode=encode)


def text(name: str, default: str | None, *, field: str = "", label: str = "", help: str = "") -> Param:
    return _param(name, "text", default, label, help, field)


def seed(*, field: str = "", maximum: int = SEED_LIMIT, help: str = "", picked: bool = True) -> Param:
    """The seed. Unset, the program picks one; where not every server takes it (not `picked`) none is sent then."""
    return replace(integer("seed", None, 0, maximum, field=field, help=help), picked=picked)


@dataclass(frozen=True)
class Model:
    """One menu entry: one endpoint of one provider, with its parameters, prices and limits.

    `price` says in words what `rate` computes; a model without a rate has no estimate of its own.
    """

    id: str
    name: str
    provider: str
    mode: Mode
    params: tuple[Param, ...]
    references: int = 0
    price: str = ""
    rate: Rate | None = None
    wire_id: str = ""
    note: str = ""
    unsupported: Mapping[str, str] = dataclass_field(default_factory=lambda: MappingProxyType({}))

    def param(self, name: str) -> Param | None:
        return next((param for param in self.params if param.name == name), None)

    def reason(self, name: str) -> str:
        """Why the model has no parameter `name`: the sidebar shows it at the disabled control."""
        return tr(self.unsupported.get(name, marked("{model} has no such parameter.", model=self.name)))

    def defaults(self) -> dict[str, Value]:
        return {param.name: param.default for param in self.params if param.default is not None}

    def check(self, params: Mapping[str, object]) -> dict[str, Value]:
        """`params` checked one by one; InvalidParameter for the first that the model cannot take."""
        checked: dict[str, Value] = {}
        for name, value in params.items():
            param = self.param(name)
            if param is None:
                known = ", ".join(param.name for param in self.params)
                raise InvalidParameter(
                    tr("{model} has no parameter “{name}”.", model=self.name, name=name[:60]),
                    tr("It takes: {parameters}.", parameters=known),
                )
            checked[name] = param.check(value)
        return checked

    def carry(self, params: Mapping[str, Value]) -> dict[str, Value]:
        """Those of another model's `params` that this one can take; the rest fall back to this model's defaults."""
        kept = self.defaults()
        for name, value in params.items():
            param = self.param(name)
            if param is None:
                continue
            try:
                kept[name] = param.check(value)
            except InvalidParameter:
                continue
        return kept

    def to_json(self) -> dict[str, object]:
        """The object of `flux-desktop models --json`."""
        return {
            "provider": self.provider,
            "id": self.id,
            "mode": self.mode,
            "name": self.name,
            "references": self.references,
            "price": self.price,
            "params": [param.to_json() for param in self.params],
        }
