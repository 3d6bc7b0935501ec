"""What stable-diffusion.cpp's server can be asked for: as the program knows it, and as the server itself says.

The server runs the one model that it was started with. An entry of the menu only brings the values that a model wants.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import marked
from flux_desktop.core.params import Mode, Model, Param, Value, choice, integer, number, seed, text
from flux_desktop.core.price import Rate
from flux_desktop.providers.http.answers import plain
from flux_desktop.providers.shapes import Grid, shape_params

__all__ = ["MODELS", "catalogue_in", "fitted", "grid_of", "loaded_model"]

SAMPLERS = ("euler", "euler_a", "heun", "dpm2", "dpm++2s_a", "dpm++2m", "dpm++2mv2", "ipndm", "lcm", "ddim_trailing")
SCHEDULERS = ("discrete", "karras", "exponential", "ays", "gits", "smoothstep", "sgm_uniform", "simple")
FORMATS = ("png", "jpeg", "webp")
GRID = Grid(least=64, most=4096, pixels=2048 * 2048)
"""The server's limits of a side, and the most that FLUX.2 makes."""

MOST_COUNT = 8
WORD = re.compile(r"[A-Za-z0-9_+. -]{1,40}")

STEPS, GUIDANCE = "sample_params.sample_steps", "sample_params.guidance.txt_cfg"
NEGATIVE_HELP = marked("What the picture should not show. It counts with a guidance above 1.")
SAMPLER_HELP = marked("The method that takes the steps; without one the server takes the model's own.")
SCHEDULER_HELP = marked("How large the steps are; without one the server takes the model's own.")

LACKS = {
    "strength": marked("FLUX.2 gets the source as a reference; there is no strength."),
    "fast": marked("How fast it is, is set when the server is started."),
    "safety": marked("A server of your own has no filter."),
}


def _model(id: str, name: str, mode: Mode, steps: int, guidance: float, note: str) -> Model:
    params = (
        integer("steps", steps, 1, 150, field=STEPS),
        number("guidance", guidance, 0.0, 30.0, field=GUIDANCE),
        text("negative_prompt", "", label="Negative prompt", help=NEGATIVE_HELP),
        *shape_params(mode),
        integer("count", 1, 1, MOST_COUNT, field="batch_count"),
        choice("format", "png", FORMATS, field="output_format"),
        integer("quality", None, 0, 100, field="output_compression"),
        choice("sampler", None, SAMPLERS, field="sample_params.sample_method", label="Sampler", help=SAMPLER_HELP),
        choice("scheduler", None, SCHEDULERS, field="sample_params.scheduler", label="Scheduler", help=SCHEDULER_HELP),
        seed(),
    )
    return Model(
        id if mode == "generate" else f"{id}-edit", name, "sdcpp", mode, params, 3 if mode == "edit" else 0,
        price=marked("free, on your own computer"), rate=Rate(0.0), note=note, unsupported=MappingProxyType(LACKS),
    )  # fmt: skip


def _pair(id: str, name: str, steps: int, guidance: float, note: str = "") -> tuple[Model, Model]:
    told = note or marked(
        "The server runs the model that it was started with; this entry brings the values for {name}.", name=name
    )
    return (
        _model(id, name, "edit", steps, guidance, told),
        _model(id, name, "generate", steps, guidance, told),
    )


MODELS = (
    *_pair("flux-2-klein-4b", "FLUX.2 [klein] 4B", 4, 1.0),
    *_pair("flux-2-klein-4b-base", "FLUX.2 [klein] 4B base", 20, 4.0),
    *_pair("flux-2-klein-9b", "FLUX.2 [klein] 9B", 4, 1.0),
    *_pair("flux-2-klein-9b-base", "FLUX.2 [klein] 9B base", 20, 4.0),
)
"""With the steps and the guidance of the server's own documents (docs/flux2.md)."""


def catalogue_in(told: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept of the server's capabilities; what makes no sense in them is left out."""
    defaults = _object(_object(told, "defaults_by_mode"), "img_gen") or _object(told, "defaults")
    sampling = _object(defaults, "sample_params")
    formats = _object(told, "output_formats_by_mode").get("img_gen") or told.get("output_formats")
    return {
        "model": plain(str(_object(told, "model").get("stem") or ""), 80),
        "samplers": _words(told.get("samplers")),
        "schedulers": _words(told.get("schedulers")),
        "formats": [format for format in _words(formats) if format in FORMATS],
        "limits": {name: value for name, value in _object(told, "limits").items() if _is_count(value)},
        "steps": sampling.get("sample_steps"),
        "guidance": _object(sampling, "guidance").get("txt_cfg"),
    }


def grid_of(catalogue: Mapping[str, Any]) -> Grid:
    """The sizes that the server makes, as far as it says."""
    limits = _object(catalogue, "limits")
    least = max(limits.get("min_width", GRID.least), limits.get("min_height", GRID.least))
    most = min(limits.get("max_width", GRID.most), limits.get("max_height", GRID.most))
    return replace(GRID, least=least, most=most) if GRID.multiple <= least <= most else GRID


def fitted(model: Model, catalogue: Mapping[str, Any]) -> Model:
    """`model` as the server offers it, with a note of what it really runs; its own steps and guidance if that is it."""
    loaded = str(catalogue.get("model") or "")
    if not loaded:
        return model
    runs_it = _is(model, loaded)
    note = _runs_it(loaded) if runs_it else _runs_another(loaded, model.name)
    return replace(model, params=tuple(_fitted(param, catalogue, runs_it) for param in model.params), note=note)


def loaded_model(catalogue: Mapping[str, Any]) -> tuple[Model, ...]:
    """Entries for the model that the server runs, where it is none that the program knows."""
    loaded = str(catalogue.get("model") or "")
    if not loaded or any(_is(model, loaded) for model in MODELS):
        return ()
    id = re.sub(r"[^a-z0-9]+", "-", loaded.lower()).strip("-") or "loaded"
    pair = _pair(id, loaded, 20, 1.0, _runs_it(loaded))
    return tuple(
        replace(model, params=tuple(_fitted(param, catalogue, True) for param in model.params)) for model in pair
    )


def _runs_it(loaded: str) -> str:
    return marked("The server was started with “{loaded}”.", loaded=loaded)


def _runs_another(loaded: str, name: str) -> str:
    return marked(
        "The server was started with “{loaded}”, not with this model: only the values are those of {name}.",
        loaded=loaded,
        name=name,
    )


def _is(model: Model, loaded: str) -> bool:
    """Whether the file called `loaded` is the weights of `model`, by its name."""
    name = re.sub(r"[^a-z0-9]", "", loaded.lower())
    words = model.id.removesuffix("-edit").removesuffix("-base").removeprefix("flux-2-").split("-")
    return all(word in name for word in words) and ("base" in name) == ("-base" in model.id)


def _fitted(param: Param, catalogue: Mapping[str, Any], runs_it: bool) -> Param:
    lists = {"sampler": "samplers", "scheduler": "schedulers", "format": "formats"}
    if param.name in lists and (offered := catalogue.get(lists[param.name])):
        default = param.default if param.default in offered else None
        first = offered[0] if param.name == "format" else None
        return replace(param, choices=tuple(offered), default=default or first)
    if param.name == "count" and (most := _object(catalogue, "limits").get("max_batch_count")):
        return replace(param, maximum=most)
    return _with_default(param, catalogue.get(param.name)) if runs_it else param


def _with_default(param: Param, default: Value | None) -> Param:
    if param.name not in ("steps", "guidance"):
        return param
    try:
        return replace(param, default=param.check(default))
    except InvalidParameter:
        return param


def _object(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = data.get(name)
    return found if isinstance(found, Mapping) else {}


def _words(values: object) -> list[str]:
    words = [word for word in values if isinstance(word, str)] if isinstance(values, list) else []
    return list(dict.fromkeys(word for word in words if WORD.fullmatch(word)))[:60]


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 65536
