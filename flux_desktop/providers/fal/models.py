"""The FLUX.2 models of fal with every parameter, default and range of their pages (fal.ai/models/…/llms.txt)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from flux_desktop.core.language import Figure, marked
from flux_desktop.core.params import Mode, Model, Param, Value, choice, integer, number, seed, switch, text
from flux_desktop.core.price import Rate

__all__ = ["IMAGE_SIZES", "MODELS", "NOT_SENT", "size_limits"]

IMAGE_SIZES: Mapping[str, tuple[str, tuple[int, int]]] = MappingProxyType(
    {
        "1:1": ("square_hd", (1024, 1024)),
        "4:3": ("landscape_4_3", (1024, 768)),
        "3:4": ("portrait_4_3", (768, 1024)),
        "16:9": ("landscape_16_9", (1024, 576)),
        "9:16": ("portrait_16_9", (576, 1024)),
        "1:1 small": ("square", (512, 512)),
    }
)
"""Our shapes, with fal's names for them and the pixels that these stand for."""

MATCH = "match_input_image"
NOT_SENT = ""
"""What a shape becomes that is fal's own choice where nothing is sent."""


ANY_SIZE = (1, 14142)
"""fal's own limits of a side; the models may have closer ones."""

DEV_SIZE = (512, 2048)

LACKS = {
    "strength": marked("fal has no strength for FLUX.2."),
    "megapixels": marked("fal takes a shape or an exact size."),
    "quality": marked("fal sets the quality of the file itself."),
}
NO_FAST = {"fast": marked("This model has no fast mode.")}
LEVELS_NOT_FAST = {"fast": marked("It has levels of acceleration in place of the switch.")}
NO_GUIDANCE = {"guidance": marked("Only the base variant of FLUX.2 [klein] has guidance.")}
NO_STEERING = {
    "steps": marked("The provider sets the steps of this model itself."),
    "guidance": marked("The provider sets the guidance of this model itself."),
}
TOLERANCE_HELP = marked("How much the provider's filter lets through: 1 is strictest, 5 most permissive.")
EXPANSION_HELP = marked("The provider adds detail to your words.")
NEGATIVE_HELP = marked("What the picture should not show.")


def size_limits(model: Model) -> tuple[int, int]:
    """The least and the most pixels that a side of an exact size may have."""
    return DEV_SIZE if model.id.startswith("flux-2-dev") else ANY_SIZE


def _fal_size(value: Value) -> Value:
    return IMAGE_SIZES[str(value)][0] if value in IMAGE_SIZES else NOT_SENT


def _fal_size_or_auto(value: Value) -> Value:
    return _fal_size(value) or "auto"


def _shape(mode: Mode, *, auto: bool = False) -> tuple[Param, Param]:
    """The shape and the exact size, which wins; `auto`: fal has a word for the input's own size."""
    matching = (MATCH,) if mode == "edit" else ()
    return (
        choice(
            "aspect_ratio", MATCH if matching else "4:3", (*matching, *IMAGE_SIZES),
            field="image_size", encode=_fal_size_or_auto if auto else _fal_size,
        ),
        text("size", None, field="image_size", help="Exact width and height in pixels, e.g. 1024x768; it wins."),
    )  # fmt: skip


def _steps(*limits: int) -> Param:
    return integer("steps", *limits, field="num_inference_steps")


def _guidance(*limits: float) -> Param:
    return number("guidance", *limits, field="guidance_scale")


def _format(*formats: str) -> Param:
    return choice("format", formats[0], formats, field="output_format")


def _expansion(default: bool) -> Param:
    return switch(
        "prompt_upsampling", default, field="enable_prompt_expansion", label="Enrich prompt", help=EXPANSION_HELP
    )


SAFETY = switch("safety", True, field="enable_safety_checker")
COUNT = integer("count", 1, 1, 4, field="num_images")
EMULATED_COUNT = integer("count", 1, 1, 4, emulated=True)
TOLERANCE = choice("safety_tolerance", "2", ("1", "2", "3", "4", "5"), label="Safety tolerance", help=TOLERANCE_HELP)
ACCELERATION = choice(
    "acceleration",
    "regular",
    ("none", "regular", "high"),
    label="Acceleration",
    help="More is faster, and may lose some detail.",
)
NEGATIVE = text("negative_prompt", "", label="Negative prompt", help=NEGATIVE_HELP)
OPEN_FORMAT = _format("png", "jpeg", "webp")
CLOSED_FORMAT = _format("jpeg", "png")


def _model(
    id: str,
    name: str,
    endpoint: str,
    params: tuple[Param, ...],
    lacks: Mapping[str, str],
    rate: Rate | None,
    price: str,
    references: int = 3,
) -> Model:
    mode: Mode = "edit" if id.endswith("-edit") else "generate"
    return Model(
        id, name, "fal", mode, (*params, seed()), references if mode == "edit" else 0,
        price=price, rate=rate, wire_id=endpoint, unsupported=MappingProxyType({**LACKS, **lacks}),
    )  # fmt: skip


def _klein(size: str, mode: Mode, rate: Rate | None, price: str) -> Model:
    """FLUX.2 [klein], distilled to four steps."""
    params = (_steps(4, 4, 8), *_shape(mode), COUNT, OPEN_FORMAT, SAFETY)
    id, endpoint = _names(f"flux-2-klein-{size}", f"fal-ai/flux-2/klein/{size}", mode)
    return _model(id, f"FLUX.2 [klein] {size.upper()}", endpoint, params, {**NO_GUIDANCE, **NO_FAST}, rate, price)


def _base(size: str, mode: Mode, rate: Rate | None, price: str) -> Model:
    """FLUX.2 [klein] before it was distilled."""
    params = (
        _steps(28, 4, 50), _guidance(5.0, 0.0, 20.0), NEGATIVE, *_shape(mode), COUNT, ACCELERATION, OPEN_FORMAT, SAFETY,
    )  # fmt: skip
    id, endpoint = _names(f"flux-2-klein-{size}-base", f"fal-ai/flux-2/klein/{size}/base", mode)
    return _model(id, f"FLUX.2 [klein] {size.upper()} base", endpoint, params, LEVELS_NOT_FAST, rate, price)


def _dev(mode: Mode, rate: Rate, price: str) -> Model:
    params = (
        _steps(28, 4, 50), _guidance(2.5, 0.0, 20.0), *_shape(mode), COUNT, ACCELERATION, _expansion(False),
        OPEN_FORMAT, SAFETY,
    )  # fmt: skip
    id, endpoint = _names("flux-2-dev", "fal-ai/flux-2", mode)
    return _model(id, "FLUX.2 [dev]", endpoint, params, LEVELS_NOT_FAST, rate, price)


def _closed(word: str, mode: Mode, rate: Rate, price: str) -> Model:
    """FLUX.2 [pro], [flex] and [max]: no count, and a tolerance beside the filter."""
    params: tuple[Param, ...] = (*_shape(mode, auto=mode == "edit"), TOLERANCE, SAFETY, CLOSED_FORMAT, EMULATED_COUNT)
    lacks = {**NO_FAST, **NO_STEERING}
    if word == "flex":
        params = (_steps(28, 2, 50), _guidance(3.5, 1.5, 10.0), _expansion(True), *params)
        lacks = NO_FAST
    id, endpoint = _names(f"flux-2-{word}", f"fal-ai/flux-2-{word}", mode)
    return _model(id, f"FLUX.2 [{word}]", endpoint, params, lacks, rate, price, references=7)


def _names(id: str, endpoint: str, mode: Mode) -> tuple[str, str]:
    return (f"{id}-edit", f"{endpoint}/edit") if mode == "edit" else (id, endpoint)


def _even(amount: float, *, sent: bool = False, whole: bool = False) -> Rate:
    """The same price for every megapixel, of results and, if `sent`, of the pictures that go in."""
    return Rate(amount, amount, amount if sent else 0.0, whole)


def _first(first: str, further: str) -> str:
    return marked(
        "about ${first} for the first megapixel, ${further} for each further one that goes in or comes out",
        first=Figure(first),
        further=Figure(further),
    )


def _both(each: str) -> str:
    return marked("about ${each} for each megapixel that goes in or comes out", each=Figure(each))


def _made(each: str) -> str:
    return marked("about ${each} for each megapixel", each=Figure(each))


ASKED = marked("fal tells the price before the run")
MODELS = (
    _klein("4b", "edit", _even(0.010, sent=True), _both("0.010")),
    _klein("4b", "generate", _even(0.005), _made("0.005")),
    _base("4b", "edit", _even(0.009, sent=True), _both("0.009")),
    _base("4b", "generate", _even(0.009), _made("0.009")),
    _klein("9b", "edit", None, ASKED),
    _klein("9b", "generate", _even(0.006), _made("0.006")),
    _base("9b", "edit", None, ASKED),
    _base("9b", "generate", None, ASKED),
    _dev("edit", _even(0.012, sent=True, whole=True), _both("0.012")),
    _dev("generate", _even(0.012, whole=True), _made("0.012")),
    _closed("pro", "edit", Rate(0.03, 0.015, 0.015, whole=True), _first("0.03", "0.015")),
    _closed("pro", "generate", Rate(0.03, 0.015, whole=True), _first("0.03", "0.015")),
    _closed("flex", "edit", _even(0.05, sent=True, whole=True), _both("0.05")),
    _closed("flex", "generate", _even(0.05, whole=True), _made("0.05")),
    _closed("max", "edit", Rate(0.07, 0.03, 0.03, whole=True), _first("0.07", "0.03")),
    _closed("max", "generate", Rate(0.07, 0.03, whole=True), _first("0.07", "0.03")),
)
