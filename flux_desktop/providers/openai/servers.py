"""How servers with the OpenAI images API differ: what each takes, and how it wants its pictures.

Sources: the documents of vLLM-Omni (image_edit_api, image_generation_api), SGLang (its images API), LocalAI (swagger)
and stable-diffusion.cpp (examples/server/api.md). What a server does not name it is not sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import marked, tr
from flux_desktop.core.params import Mode, Model, Param, Value, choice, integer, number, seed, text
from flux_desktop.providers.images_api import pixels_of

__all__ = ["EXTRA_ARGS", "SERVERS", "Server", "fallback_models", "listed_models"]

EXTRA_ARGS = "sd_cpp_extra_args"
"""The block inside a prompt by which sd-server takes what the OpenAI API has no field for."""

SIZE_HELP = marked("Width and height in pixels, e.g. 1024x768; empty: the server decides.")
MOST_LISTED = 100
ABOUT_PICTURES = r"(?i)flux|image|dall-?e|diffusion|kontext|sdxl|\bsd[-_.]?(cpp|xl|turbo|[123])|hidream|krea|lumina"
"""Names of models that make pictures: a server may list many that do not."""

EDITS_ONLY = r"(?i)edit|kontext|inpaint"
BY_SERVER = marked("The OpenAI images API has none; some servers take one: say in the settings which kind yours is.")
LACKS: Mapping[str, str] = MappingProxyType(
    {
        "steps": BY_SERVER,
        "guidance": BY_SERVER,
        "seed": BY_SERVER,
        "strength": marked("The OpenAI images API has no strength."),
        "aspect_ratio": marked("The OpenAI images API takes exact pixels: set a size."),
        "megapixels": marked("The OpenAI images API takes exact pixels: set a size."),
        "format": marked("This server makes PNG only; the program converts."),
        "quality": marked("This server makes PNG only, which has no quality."),
        "fast": marked("The OpenAI images API has no fast mode."),
        "safety": marked("The OpenAI images API has no switch for the filter."),
    }
)


@dataclass(frozen=True)
class Server:
    """One kind of server. `klein` is what it usually calls FLUX.2 [klein] 4B.

    `asks_base64`: it may answer by link, and is asked not to. `inline`: it takes the pictures of an edit in this JSON
    field of a generation. `sizes_edits`: it needs a size to keep the shape of the source. `names_model`: it looks at
    the model's name.
    """

    klein: str
    params: tuple[Param, ...]
    edit_params: tuple[Param, ...] = ()
    references: int = 3
    asks_base64: bool = True
    inline: str = ""
    sizes_edits: bool = False
    names_model: bool = True

    @property
    def extends_prompt(self) -> bool:
        """Whether it takes some parameters within the prompt."""
        return any(param.field.startswith(EXTRA_ARGS) for param in self.params)

    def model(self, id: str, name: str, mode: Mode, wire_id: str) -> Model:
        params = (*self.params, *(self.edit_params if mode == "edit" else ()))
        own = {param.name for param in params}
        lacks = {name: reason for name, reason in LACKS.items() if name not in own}
        references = self.references if mode == "edit" else 0
        return Model(id, name, "openai", mode, params, references, wire_id=wire_id, unsupported=MappingProxyType(lacks))


def fallback_models(server: Server) -> tuple[Model, ...]:
    """What is offered until the server was asked for its list."""
    name = "FLUX.2 [klein] 4B"
    return (
        server.model("flux-2-klein-4b-edit", name, "edit", server.klein),
        server.model("flux-2-klein-4b", name, "generate", server.klein),
    )


def listed_models(names: Iterable[str], server: Server) -> tuple[Model, ...]:
    """An entry to edit and one to generate for each name that a server lists, under that name.

    Those of pictures only, where it lists any; of a name that speaks of edits the one for edits alone.
    """
    listed = list(dict.fromkeys(names))
    chosen = [name for name in listed if re.search(ABOUT_PICTURES, name)] or listed
    found: list[Model] = []
    for name in chosen[:MOST_LISTED]:
        if re.search(EDITS_ONLY, name):
            found.append(server.model(name, name, "edit", name))
            continue
        if f"{name}-edit" not in listed:
            found.append(server.model(f"{name}-edit", name, "edit", name))
        found.append(server.model(name, name, "generate", name))
    return tuple(found)


def _pixels(value: Value) -> Value:
    """A size as the API wants it; InvalidParameter for what is none."""
    words = str(value).strip().lower()
    pixels = pixels_of(words)
    if pixels is None and words != "auto":
        raise InvalidParameter(
            tr("Size: “{words}” does not fit. It takes pixels such as 1024x768, or auto.", words=words[:40])
        )
    return f"{pixels[0]}x{pixels[1]}" if pixels else words


def _format(*formats: str) -> tuple[Param, ...]:
    return (
        choice("format", None, formats, field="output_format"),
        integer("quality", None, 0, 100, field="output_compression"),
    )


def _negative(field: str = "negative_prompt") -> Param:
    help = marked("What should not be in the picture; FLUX.2 [klein] does not look at it.")
    return text("negative_prompt", None, field=field, label="Negative prompt", help=help)


SIZE = replace(text("size", None, help=SIZE_HELP), encode=_pixels)
SEVERAL = integer("count", 1, 1, 10, field="n")
ONE_BY_ONE = integer("count", 1, 1, 10, emulated=True)
"""Servers that take a seed get a call for each picture: only then its own seed is known."""

DIFFUSION = (
    SIZE,
    ONE_BY_ONE,
    integer("steps", None, 1, 100, field="num_inference_steps"),
    number("guidance", None, 0.0, 20.0, field="guidance_scale"),
    seed(),
    _negative(),
)
EFFORT = choice(
    "effort", None, ("low", "medium", "high"), field="quality", label="Effort",
    help="How much work OpenAI's own models put into the picture; it decides their price.",
)  # fmt: skip
ONLY_IF_SET = marked("Sent only if you set it: OpenAI's own models do not take it, a server of one's own may.")
IF_SET = (
    integer("steps", None, 1, 100, field="num_inference_steps", help=ONLY_IF_SET),
    number("guidance", None, 0.0, 20.0, field="guidance_scale", help=ONLY_IF_SET),
    seed(picked=False, help=ONLY_IF_SET),
)
RESULTS = choice(
    "response_format", None, ("url", "b64_json"), label="Results come as",
    help="By link or as base64. Leave it empty for OpenAI's newer models, which do not take it.",
)  # fmt: skip

SERVERS: Mapping[str, Server] = MappingProxyType(
    {
        "openai": Server(
            "flux.2-klein-4b",
            (SIZE, SEVERAL, *_format("png", "jpeg", "webp"), *IF_SET, EFFORT, RESULTS),
            references=15, asks_base64=False,
        ),
        "localai": Server(
            "flux.2-klein-4b",
            (SIZE, ONE_BY_ONE, integer("steps", None, 1, 100, field="step"), seed(), _negative()),
            inline="ref_images", sizes_edits=True,
        ),
        "vllm": Server(
            "black-forest-labs/FLUX.2-klein-4B", DIFFUSION, _format("png", "jpeg", "webp"),
        ),
        "sglang": Server(
            "black-forest-labs/FLUX.2-klein-4B", (*DIFFUSION, *_format("png", "jpeg", "webp")),
        ),
        "sd-server": Server(
            "sd-cpp-local",
            (
                SIZE,
                ONE_BY_ONE,
                *_format("png", "jpeg"),
                integer("steps", None, 1, 100, field=f"{EXTRA_ARGS}.sample_params.sample_steps"),
                number("guidance", None, 0.0, 20.0, field=f"{EXTRA_ARGS}.sample_params.guidance.txt_cfg"),
                seed(field=f"{EXTRA_ARGS}.seed"),
                _negative(f"{EXTRA_ARGS}.negative_prompt"),
            ),
            asks_base64=False, sizes_edits=True, names_model=False,
        ),
    }
)  # fmt: skip
"""By the value of the provider's option `server`."""
