"""The FLUX.2 models of eachlabs with every parameter, default and choice of their pages.

The pages name a range for FLUX.2 [klein] 4B base alone. Ranges of the others are those of fal, whose fields and
defaults eachlabs repeats. `sync_mode` is never sent: results would not be kept, and a crash would lose what was paid.
The models that need LoRA weights are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from flux_desktop.core.language import marked
from flux_desktop.core.params import Mode, Model, Param, Value, choice, integer, number, seed, switch, text
from flux_desktop.core.price import Rate

__all__ = ["IMAGE_SIZES", "MATCH", "MODELS"]

MATCH = "match_input_image"
"""The shape for which no `image_size` is sent, where the host has no word for it."""

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
"""Our shapes with the host's names, and the pixels that these stand for at fal: eachlabs does not tell them."""

SHAPE_HELP = marked("The shape of the result. 1:1 small has fewer pixels than 1:1.")
ESTIMATE = marked("eachlabs shows the price on the model's page, and tells what was paid after the run.")
LACKS = {
    "strength": marked("eachlabs has no strength for FLUX.2."),
    "size": marked("eachlabs takes a shape, not exact pixels."),
    "megapixels": marked("The shape decides the amount of pixels at eachlabs."),
    "quality": marked("eachlabs sets the quality of the file itself."),
    "fast": marked("This model has no fast mode."),
}
LEVELS = {"fast": marked("It has levels of acceleration in place of the switch.")}
NO_GUIDANCE = {"guidance": marked("eachlabs has no guidance for this model.")}
NO_STEPS = {"steps": marked("The provider sets the steps of this model itself.")}


def _image_size(value: Value) -> Value:
    return IMAGE_SIZES[str(value)][0] if value in IMAGE_SIZES else value


def _image_size_or_auto(value: Value) -> Value:
    return "auto" if value == MATCH else _image_size(value)


def _shape(default: str) -> Param:
    """The shape; `default` is ours. Edits whose page knows no way to keep the input's shape lack the choice."""
    shapes = (MATCH, *IMAGE_SIZES) if default == MATCH else IMAGE_SIZES
    return choice("aspect_ratio", default, shapes, field="image_size", encode=_image_size, help=SHAPE_HELP)


def _steps(*limits: int) -> Param:
    """`limits`: default, least, most."""
    return integer("steps", *limits, field="num_inference_steps")


def _guidance(*limits: float) -> Param:
    """`limits`: default, least, most."""
    return number("guidance", *limits, field="guidance_scale")


def _expansion(default: bool) -> Param:
    help = marked("The provider adds detail to your words.")
    return switch("prompt_upsampling", default, field="enable_prompt_expansion", label="Enrich prompt", help=help)


AUTO_SHAPE = choice(
    "aspect_ratio", MATCH, (MATCH, *IMAGE_SIZES), field="image_size", encode=_image_size_or_auto,
    help=marked(
        "The shape of the result. 1:1 small has fewer pixels than 1:1. To match the input is left to the model (auto)."
    ),
)  # fmt: skip
COUNT = integer("count", 1, 1, 4, field="num_images")
EMULATED_COUNT = integer("count", 1, 1, 4, emulated=True)
SAFETY = switch("safety", True, field="enable_safety_checker")
OPEN_FORMAT = choice("format", "png", ("png", "jpeg", "webp"), field="output_format")
CLOSED_FORMAT = choice("format", "jpeg", ("jpeg", "png"), field="output_format")
OPEN = (COUNT, SAFETY, OPEN_FORMAT)
"""What the models with open weights have in common."""

NEGATIVE = text("negative_prompt", "", label="Negative prompt", help="What the picture should not show.")
ACCELERATION = choice(
    "acceleration",
    "regular",
    ("none", "regular", "high"),
    label="Acceleration",
    help="More is faster, and may lose some detail.",
)
TOLERANCE = choice(
    "safety_tolerance", "2", ("1", "2", "3", "4", "5"), label="Safety tolerance",
    help="How much the provider's filter lets through: 1 is strictest, 5 most permissive.",
)  # fmt: skip
CLOSED = (TOLERANCE, SAFETY, CLOSED_FORMAT, EMULATED_COUNT)
"""What [pro], [flex] and [max] have in common; they make one picture a run."""


def _model(
    id: str,
    name: str,
    slug: str,
    params: tuple[Param, ...],
    lacks: Mapping[str, str],
    *,
    pictures: int = 4,
    price: str = ESTIMATE,
    rate: Rate | None = None,
    note: str = "",
) -> Model:
    mode: Mode = "edit" if id.endswith("-edit") else "generate"
    references = pictures - 1 if mode == "edit" else 0
    return Model(
        id, name, "eachlabs", mode, (*params, seed()), references,
        price=price, rate=rate, wire_id=slug, note=note, unsupported=MappingProxyType({**LACKS, **lacks}),
    )  # fmt: skip


KLEIN_STEPS = _steps(4, 4, 8)
BASE_9B = (_steps(28, 4, 50), _guidance(5.0, 0.0, 20.0), NEGATIVE)
DEV = (_steps(28, 4, 50), _guidance(2.5, 0.0, 20.0), _expansion(False))
FLEX = (_steps(28, 2, 50), _guidance(3.5, 1.5, 10.0), _expansion(True))
QUICK = (_guidance(2.5, 0.0, 20.0), _expansion(False))
PRICE_4B = marked("$0.014 for the first megapixel of each picture, $0.001 for each further one")


def _doubt(shape: str) -> str:
    return marked(
        "The page says that without a size the result is as large as the input, and names {shape} as the default too: "
        "which of them holds is not known.",
        shape=shape,
    )


MODELS = (
    _model(
        "flux-2-klein-4b-base-edit", "FLUX.2 [klein] 4B base", "flux-2-klein-4b-base-edit",
        (KLEIN_STEPS, _shape(MATCH), *OPEN), NO_GUIDANCE,
        price=PRICE_4B, rate=Rate(0.014, 0.001, whole=True), note=_doubt("4:3"),
    ),
    _model(
        "flux-2-klein-4b-edit", "FLUX.2 [klein] 4B", "flux-2-klein-4b-edit",
        (KLEIN_STEPS, _shape(MATCH), ACCELERATION, *OPEN), {**NO_GUIDANCE, **LEVELS}, note=_doubt("16:9"),
    ),
    _model(
        "flux-2-klein-4b", "FLUX.2 [klein] 4B", "flux-2-klein-4b-text-to-image",
        (KLEIN_STEPS, _guidance(5.0, 0.0, 20.0), NEGATIVE, _shape("4:3"), ACCELERATION, *OPEN), LEVELS,
    ),
    _model(
        "flux-2-klein-4b-base", "FLUX.2 [klein] 4B base", "flux-2-klein-4b-base-text-to-image",
        (KLEIN_STEPS, _shape("4:3"), *OPEN), NO_GUIDANCE,
    ),
    _model(
        "flux-2-klein-9b-base-edit", "FLUX.2 [klein] 9B base", "flux-2-klein-9b-base-edit",
        (*BASE_9B, _shape(MATCH), ACCELERATION, *OPEN), LEVELS, note=_doubt("4:3"),
    ),
    _model(
        "flux-2-klein-9b-base", "FLUX.2 [klein] 9B base", "flux-2-klein-9b-base-text-to-image",
        (*BASE_9B, _shape("4:3"), ACCELERATION, *OPEN), LEVELS,
    ),
    _model(
        "flux-2-dev-edit", "FLUX.2 [dev]", "flux-2-edit",
        (*DEV, _shape("1:1"), ACCELERATION, *OPEN), LEVELS, pictures=3,
    ),
    _model("flux-2-dev", "FLUX.2 [dev]", "flux-2", (*DEV, _shape("4:3"), ACCELERATION, *OPEN), LEVELS),
    _model(
        "flux-2-pro-edit", "FLUX.2 [pro]", "flux-2-pro-edit",
        (AUTO_SHAPE, *CLOSED), {**NO_STEPS, **NO_GUIDANCE}, pictures=8,
    ),
    _model("flux-2-pro", "FLUX.2 [pro]", "flux-2-pro", (_shape("4:3"), *CLOSED), {**NO_STEPS, **NO_GUIDANCE}),
    _model("flux-2-flex-edit", "FLUX.2 [flex]", "flux-2-flex-edit", (*FLEX, AUTO_SHAPE, *CLOSED), {}, pictures=8),
    _model("flux-2-flex", "FLUX.2 [flex]", "flux-2-flex", (*FLEX, _shape("4:3"), *CLOSED), {}),
    _model(
        "flux-2-max-edit", "FLUX.2 [max]", "flux-2-max-edit",
        (_shape("1:1"), *CLOSED), {**NO_STEPS, **NO_GUIDANCE}, pictures=8,
    ),
    _model(
        "flux-2-max", "FLUX.2 [max]", "flux-2-max-text-to-image",
        (_shape("4:3"), _expansion(True), *CLOSED), {**NO_STEPS, **NO_GUIDANCE},
    ),
    _model("flux-2-turbo-edit", "FLUX.2 [dev] turbo", "flux-2-turbo-edit", (*QUICK, _shape("1:1"), *OPEN), NO_STEPS),
    _model(
        "flux-2-turbo", "FLUX.2 [dev] turbo", "flux-2-turbo-text-to-image", (*QUICK, _shape("4:3"), *OPEN), NO_STEPS,
    ),
    _model("flux-2-flash-edit", "FLUX.2 [dev] flash", "flux-2-flash-edit", (*QUICK, _shape("1:1"), *OPEN), NO_STEPS),
    _model(
        "flux-2-flash", "FLUX.2 [dev] flash", "flux-2-flash-text-to-image", (*QUICK, _shape("4:3"), *OPEN), NO_STEPS,
    ),
)  # fmt: skip
