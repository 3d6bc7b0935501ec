"""The FLUX.2 models of Black Forest Labs, with every parameter, default and range of their documents (docs.bfl.ai)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from flux_desktop.core.language import Figure, marked
from flux_desktop.core.params import Mode, Model, Param, choice, integer, number, seed, switch
from flux_desktop.core.price import Rate
from flux_desktop.providers.shapes import Grid, shape_params

__all__ = ["GRID", "MODELS"]

GRID = Grid(least=64, most=65536, pixels=2048 * 2048)
"""Multiples of 16 from 64 pixels on, and 4 megapixels in all; the documents count 2048×2048 as 4."""

LACKS = {
    "strength": marked("Black Forest Labs has no strength for FLUX.2."),
    "quality": marked("Black Forest Labs sets the quality of the file itself."),
    "fast": marked("Black Forest Labs has no fast mode: choose FLUX.2 [klein]."),
    "safety": marked("The filter cannot be turned off; it has a safety tolerance of 0 to 5."),
}
NO_STEERING = {
    "steps": marked("Only FLUX.2 [flex] takes steps here."),
    "guidance": marked("Only FLUX.2 [flex] takes guidance here."),
}
TOLERANCE_HELP = marked("How much the provider's filter lets through: 0 is strictest, 5 most permissive.")
UPSAMPLING_HELP = marked("The provider adds detail to your words.")

TOLERANCE = integer("safety_tolerance", 2, 0, 5, label="Safety tolerance", help=TOLERANCE_HELP)
FORMAT = choice("format", "jpeg", ("jpeg", "png", "webp"), field="output_format")
STEERING = (
    integer("steps", 50, 1, 50),
    number("guidance", 5.0, 1.5, 10.0),
    switch("prompt_upsampling", True, label="Enrich prompt", help=UPSAMPLING_HELP),
)


def _pair(
    word: str,
    name: str,
    rate: Rate,
    price: str,
    *,
    references: int = 7,
    steering: tuple[Param, ...] = (),
) -> tuple[Model, Model]:
    """The two entries of one endpoint: with pictures it edits, without any it generates."""
    lacks = LACKS if steering else {**LACKS, **NO_STEERING}
    return (
        _model(f"flux-2-{word}-edit", name, "edit", steering, references, rate, price, f"flux-2-{word}", lacks),
        _model(f"flux-2-{word}", name, "generate", steering, 0, rate, price, f"flux-2-{word}", lacks),
    )


def _model(
    id: str,
    name: str,
    mode: Mode,
    steering: tuple[Param, ...],
    references: int,
    rate: Rate,
    price: str,
    endpoint: str,
    lacks: Mapping[str, str],
) -> Model:
    shape = shape_params(mode, megapixels="1" if mode == "generate" else None)
    count = integer("count", 1, 1, 4, emulated=True)
    return Model(
        id, name, "bfl", mode, (*steering, *shape, FORMAT, TOLERANCE, seed(), count), references,
        price=price, rate=rate, wire_id=endpoint, unsupported=MappingProxyType(lacks),
    )  # fmt: skip


def _first(first: str, further: str) -> str:
    return marked(
        "about ${first} for the first megapixel, ${further} for each further one that goes in or comes out",
        first=Figure(first),
        further=Figure(further),
    )


MODELS = (
    *_pair("klein-4b", "FLUX.2 [klein] 4B", Rate(0.014, 0.001, 0.001), _first("0.014", "0.001"), references=3),
    *_pair("klein-9b", "FLUX.2 [klein] 9B", Rate(0.015, 0.002, 0.002), _first("0.015", "0.002"), references=3),
    *_pair("pro", "FLUX.2 [pro]", Rate(0.03, 0.015, 0.015), _first("0.03", "0.015")),
    *_pair(
        "flex", "FLUX.2 [flex]", Rate(0.06, 0.06, 0.06),
        marked("about ${each} for each megapixel that goes in or comes out", each=Figure("0.06")), steering=STEERING,
    ),
    *_pair("max", "FLUX.2 [max]", Rate(0.07, 0.03, 0.03), _first("0.07", "0.03")),
)  # fmt: skip
