"""The FLUX.2 models of Lumenfall: routed by itself, or fixed to one of the providers behind it (lumenfall.ai, docs).

A fixed route takes the fields of that provider as they are; the automatic one may not, for another might serve it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from flux_desktop.core.language import marked
from flux_desktop.core.params import Mode, Model, Param, Value, choice, integer, seed, switch, text
from flux_desktop.core.price import Rate
from flux_desktop.providers.lumenfall.sizes import KLEIN_1K, TIERS, Pixels

__all__ = ["GATEWAY_PARAMS", "MODELS", "PASSED_FIELDS", "listed_model", "sizes_of"]

SIZE_HELP = marked(
    "Pixels, e.g. 1024x768; or a ratio, e.g. 16:9; or auto. Pixels win over aspect ratio and resolution."
)
RATIO_HELP = marked(
    "Any ratio, e.g. 16:9; it is matched to the nearest that the model has, which is shown before it is sent."
)
TIER_HELP = marked("How large, whatever the shape; matched to the nearest tier that the model has.")
RESULTS_HELP = marked("By a link that lives about an hour, or as base64 within the answer.")
OWN_QUALITY_HELP = marked("How Replicate compresses before Lumenfall does, 0–100; PNG has none.")
FORMATS = ("png", "jpeg", "gif", "webp", "avif")

LACKS: Mapping[str, str] = MappingProxyType(
    {
        "steps": marked("Only fal takes steps: choose a model that is fixed to fal."),
        "guidance": marked("Lumenfall has no guidance for FLUX.2."),
        "strength": marked("Lumenfall has no strength for FLUX.2."),
        "megapixels": marked("Only Replicate takes megapixels: choose a model that is fixed to it, or a resolution."),
        "fast": marked("Only Replicate has a fast mode: choose a model that is fixed to it."),
        "safety": marked(
            "The filter is that of whoever serves the edit: choose a model that is fixed to fal or Replicate."
        ),
        "user": marked("It tells apart the users of a service; this program has one, and does not name them."),
        "sync_mode": marked(
            "It makes fal answer with data in place of a link; “Results come as” base64 does that for all."
        ),
    }
)


GATEWAY = (
    text("size", None, help=SIZE_HELP),
    text("aspect_ratio", None, help=RATIO_HELP),
    choice("resolution", None, TIERS, label="Resolution tier", help=TIER_HELP),
    integer("count", 1, 1, 10, field="n"),
    choice("format", "png", FORMATS, field="output_format"),
    integer("quality", None, 0, 100, field="output_compression"),
    seed(),
    choice("response_format", "url", ("url", "b64_json"), label="Results come as", help=RESULTS_HELP),
)
"""What Lumenfall itself understands, for every model and route."""


def _opposite(value: Value) -> Value:
    return not value


FAL = (
    integer("steps", 4, 4, 8, field="num_inference_steps"),
    switch("safety", True, field="enable_safety_checker"),
)
REPLICATE = (
    choice("megapixels", None, ("0.25", "0.5", "1", "2", "4"), field="output_megapixels"),
    switch("fast", False, field="go_fast"),
    switch("safety", True, field="disable_safety_checker", encode=_opposite),
    integer("output_quality", None, 0, 100, label="Quality at Replicate", help=OWN_QUALITY_HELP),
)
GATEWAY_PARAMS = tuple(param.name for param in GATEWAY)
PASSED_FIELDS = frozenset({*(param.field for param in (*FAL, *REPLICATE)), "sync_mode", "user", "mask"})
"""Fields that a schema may list but that must not be sent where another provider might get them."""


def _model(
    id: str,
    name: str,
    mode: Mode,
    wire_id: str,
    price: str,
    rate: Rate | None,
    *,
    passed: tuple[Param, ...] = (),
    references: int = 3,
    note: str = "",
) -> Model:
    own = {param.name for param in passed}
    lacks = {name: reason for name, reason in LACKS.items() if name not in own}
    return Model(
        id,
        name,
        "lumenfall",
        mode,
        (*passed, *GATEWAY),
        references=references if mode == "edit" else 0,
        price=price,
        rate=rate,
        wire_id=wire_id,
        note=note,
        unsupported=MappingProxyType(lacks),
    )


def listed_model(wire_id: str, mode: Mode) -> Model:
    """A model that the host lists and the program knows nothing more of."""
    id = wire_id.replace(".", "-").replace("/", "-")
    note = marked("Listed by Lumenfall; whether it edits, generates or both is not told.")
    return _model(id if mode == "generate" else f"{id}-edit", wire_id, mode, wire_id, "", None, note=note)


def sizes_of(model: Model) -> Mapping[str, Pixels]:
    """The sizes that a model is documented to have, by their ratio; {} where that is not known."""
    return KLEIN_1K if model.id.startswith("flux-2-klein-4b") else {}


def _linear(a_megapixel: float, sent: float = 0.0) -> Rate:
    return Rate(a_megapixel, a_megapixel, sent)


KLEIN = "FLUX.2 [klein] 4B"
AUTO_NOTE = marked(
    "Lumenfall chooses who serves it, and says so with the result; the price is that of fal, the dearer one."
)
CHEAP = marked("$0.001 a megapixel in and out")
MODELS = (
    _model("flux-2-klein-4b-edit", KLEIN, "edit", "flux.2-klein-4b",
           marked("up to $0.010 a megapixel in and out"), _linear(0.010, 0.010), note=AUTO_NOTE),
    _model("flux-2-klein-4b", KLEIN, "generate", "flux.2-klein-4b",
           marked("up to $0.005 a megapixel"), _linear(0.005), note=AUTO_NOTE),
    _model("flux-2-klein-4b-edit-fal", f"{KLEIN} (fal)", "edit", "fal/flux.2-klein-4b-edit",
           marked("$0.010 a megapixel in and out"), _linear(0.010, 0.010), passed=FAL),
    _model("flux-2-klein-4b-fal", f"{KLEIN} (fal)", "generate", "fal/flux.2-klein-4b",
           marked("$0.005 a megapixel"), _linear(0.005), passed=FAL),
    _model("flux-2-klein-4b-edit-replicate", f"{KLEIN} (Replicate)", "edit", "replicate/flux.2-klein-4b",
           CHEAP, _linear(0.001, 0.001), passed=REPLICATE),
    _model("flux-2-klein-4b-replicate", f"{KLEIN} (Replicate)", "generate", "replicate/flux.2-klein-4b",
           CHEAP, _linear(0.001), passed=REPLICATE),
    _model("flux-2-klein-9b-edit", "FLUX.2 [klein] 9B", "edit", "flux.2-klein-9b",
           marked("up to $0.011 a megapixel in and out"), _linear(0.011, 0.011)),
    _model("flux-2-klein-9b", "FLUX.2 [klein] 9B", "generate", "flux.2-klein-9b",
           marked("up to $0.017 for the first megapixel, $0.002 for each further"), Rate(0.017, 0.002)),
    _model("flux-2-pro-edit", "FLUX.2 [pro]", "edit", "flux.2-pro",
           marked("$0.030 for the first megapixel, $0.015 for each further, in or out"), Rate(0.03, 0.015, 0.015),
           references=7),
    _model("flux-2-pro", "FLUX.2 [pro]", "generate", "flux.2-pro",
           marked("$0.030 for the first megapixel, $0.015 for each further"), Rate(0.03, 0.015)),
    _model("flux-2-max-edit", "FLUX.2 [max]", "edit", "flux.2-max",
           marked("$0.070 for the first megapixel, $0.030 for each further, in or out"), Rate(0.07, 0.03, 0.03),
           references=7),
    _model("flux-2-max", "FLUX.2 [max]", "generate", "flux.2-max",
           marked("$0.070 for the first megapixel, $0.030 for each further"), Rate(0.07, 0.03)),
)  # fmt: skip
