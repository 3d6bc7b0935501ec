"""The FLUX.2 models of 1min.ai with every parameter, default and range of their pages (docs.1min.ai, ai-for-image)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from flux_desktop.core.language import marked
from flux_desktop.core.params import Mode, Model, Param, Value, choice, integer, number, seed, switch

__all__ = ["MODELS"]

RATIOS = ("1:1", "16:9", "9:16", "3:2", "2:3", "4:5", "5:4")
NO_SIZE = marked("1min.ai takes a shape and megapixels, not exact pixels.")
NO_REFERENCES = marked("1min.ai takes one picture an edit, the source.")
KLEIN_LACKS = {
    "guidance": marked("1min.ai has no guidance for FLUX.2 [klein]."),
    "strength": marked("1min.ai has no strength for FLUX.2 [klein]; FLUX.2 [dev] has one."),
}
CLOSED_LACKS = {
    "strength": marked("At 1min.ai only FLUX.2 [dev] has a strength."),
    "megapixels": marked("1min.ai sets the amount of pixels of this model itself."),
    "fast": marked("At 1min.ai only FLUX.2 [klein] and [dev] have a fast mode."),
    "safety": marked("This model has a safety tolerance of 1 to 6 in place of the switch."),
}
KLEIN_NOTE = marked("1min.ai gives 28 of 1–50 steps as the default for edits, though FLUX.2 [klein] is made for 4.")
STRENGTH = number("strength", 0.8, 0.0, 1.0, step=0.05, field="prompt_strength")


def _hosts_format(value: Value) -> Value:
    return "jpg" if value == "jpeg" else value


def _opposite(value: Value) -> Value:
    return not value


def _model(
    id: str,
    name: str,
    mode: Mode,
    params: tuple[Param, ...],
    lacks: Mapping[str, str],
    note: str = "",
) -> Model:
    return Model(
        id,
        name,
        "onemin",
        mode,
        (*params, seed(), integer("count", 1, 1, 4, emulated=True)),
        price=marked("1min.ai credits"),
        wire_id=f"black-forest-labs/{id.removesuffix('-edit')}",
        note=note or marked("1min.ai does not publish how many credits an edit takes."),
        unsupported=MappingProxyType({"size": NO_SIZE, "references": NO_REFERENCES, **lacks}),
    )


def _shape(mode: Mode) -> Param:
    if mode == "generate":
        return choice("aspect_ratio", "1:1", RATIOS)
    return choice("aspect_ratio", "match_input_image", ("match_input_image", *RATIOS))


def _file(*formats: str) -> tuple[Param, ...]:
    """The format, the first being the default, and its quality."""
    return (
        choice("format", formats[0], formats, field="output_format", encode=_hosts_format),
        integer("quality", 80, 0, 100, field="output_quality"),
    )


def _open_params(mode: Mode, steps: tuple[int, int, int], fast: bool, *more: Param) -> tuple[Param, ...]:
    """The parameters of the models with open weights, [klein] and [dev]; `steps`: default, least, most."""
    return (
        integer("steps", *steps, field="num_inference_steps"),
        *more,
        _shape(mode),
        choice("megapixels", "1", ("0.25", "1")),
        *_file("webp", "jpeg", "png"),
        switch("fast", fast, field="go_fast"),
        switch("safety", True, field="disable_safety_checker", encode=_opposite),
    )


def _closed_params(mode: Mode, steps: tuple[int, int, int]) -> tuple[Param, ...]:
    """The parameters of [pro], [flex] and [max]; `steps`: default, least, most."""
    tolerance = marked("How much the safety filter lets through: 1 is strictest, 6 most permissive.")
    return (
        integer("steps", *steps),
        number("guidance", 3.0, 2.0, 5.0),
        _shape(mode),
        *_file("png", "jpeg"),
        integer("safety_tolerance", 2, 1, 6, label="Safety tolerance", help=tolerance),
        switch("prompt_upsampling", False, label="Enrich prompt", help="The provider adds detail to your words."),
    )


def _dev(id: str, mode: Mode) -> Model:
    params = _open_params(mode, (28, 1, 50), False, number("guidance", 3.0, 0.0, 10.0), STRENGTH)
    return _model(id, "FLUX.2 [dev]", mode, params, {})


def _closed(id: str, name: str, mode: Mode, steps: tuple[int, int, int]) -> Model:
    return _model(id, name, mode, _closed_params(mode, steps), CLOSED_LACKS)


MODELS = (
    _model(
        "flux-2-klein-4b-edit", "FLUX.2 [klein] 4B", "edit",
        _open_params("edit", (28, 1, 50), False), KLEIN_LACKS, KLEIN_NOTE,
    ),
    _model("flux-2-klein-4b", "FLUX.2 [klein] 4B", "generate", _open_params("generate", (4, 1, 4), True), KLEIN_LACKS),
    _dev("flux-2-dev-edit", "edit"),
    _dev("flux-2-dev", "generate"),
    _closed("flux-2-pro-edit", "FLUX.2 [pro]", "edit", (25, 15, 50)),
    _closed("flux-2-pro", "FLUX.2 [pro]", "generate", (25, 15, 50)),
    _closed("flux-2-flex-edit", "FLUX.2 [flex]", "edit", (25, 6, 50)),
    _closed("flux-2-flex", "FLUX.2 [flex]", "generate", (25, 6, 50)),
    _closed("flux-2-max-edit", "FLUX.2 [max]", "edit", (50, 15, 50)),
    _closed("flux-2-max", "FLUX.2 [max]", "generate", (50, 15, 50)),
)  # fmt: skip
