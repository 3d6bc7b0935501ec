"""Servers with the OpenAI images API, as strict as the documents of each: OpenAI and gateways, LocalAI, vLLM-Omni,
SGLang and stable-diffusion.cpp. `server` says which of them it is at the moment.
"""

from __future__ import annotations

import base64
import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.simulators.base import serve
from tests.simulators.drawing import drawn
from tests.simulators.images_api import Complaint, Field, ImagesHost, Picture, guarded, packed

__all__ = ["KINDS", "Kind", "OpenAI"]

TEXT = Field("string")
COMMON = {"model": TEXT, "prompt": TEXT, "size": TEXT, "user": TEXT, "n": Field("integer", 1, 10)}
FILE = {
    "output_format": Field("string", choices=("png", "jpeg", "webp")),
    "output_compression": Field("integer", 0, 100),
}
DIFFUSION = {
    "num_inference_steps": Field("integer", 1, 200),
    "guidance_scale": Field("number", 0, 20),
    "seed": Field("integer", 0, 2**63),
    "negative_prompt": Field("string"),
}
EXTRA = re.compile(r"\s*<sd_cpp_extra_args>(.*?)</sd_cpp_extra_args>", re.DOTALL)
NATIVE = {"seed", "negative_prompt", "sample_params"}


@dataclass(frozen=True)
class Kind:
    """What one kind of server documents. `inline` is where it takes pictures within JSON; "" as files of a form."""

    models: tuple[str, ...]
    generate: Mapping[str, Field]
    edit: Mapping[str, Field]
    by_default: str = "b64_json"
    inline: str = ""
    looks_at_model: bool = True
    square: int = 1024
    """The side of a picture for which no size was given; 0: as large as the source."""


def _asked(*formats: str) -> dict[str, Field]:
    return {"response_format": Field("string", choices=formats)}


BOTH = _asked("url", "b64_json")
GATEWAY = {**COMMON, **FILE, **BOTH, "quality": Field("string", choices=("low", "medium", "high", "auto"))}
LOCALAI = {**COMMON, **BOTH, "step": Field("integer", 0, 200), "seed": Field("integer"), "negative_prompt": TEXT}
VLLM = {**COMMON, **DIFFUSION, **_asked("b64_json")}
SGLANG = {**COMMON, **DIFFUSION, **FILE, **BOTH}
SD = {"prompt": TEXT, "size": TEXT, "n": Field("integer", 1, 8), **FILE}
SD_EDIT = {**SD, "output_format": Field("string", choices=("png", "jpeg"))}
KLEIN = ("black-forest-labs/FLUX.2-klein-4B",)
KINDS: Mapping[str, Kind] = {
    "openai": Kind(("gpt-5", "gpt-image-1", "flux.2-klein-4b"), GATEWAY, GATEWAY),
    "localai": Kind(
        ("flux.2-klein-4b", "llama-3.2-1b"), LOCALAI, LOCALAI, by_default="url", inline="ref_images", square=512
    ),
    "vllm": Kind(KLEIN, VLLM, {**VLLM, **FILE}, square=0),
    "sglang": Kind(KLEIN, SGLANG, SGLANG, looks_at_model=False),
    "gateway": Kind(("flux.2-klein-4b",), {**GATEWAY, **DIFFUSION}, {**GATEWAY, **DIFFUSION}),
    "sd-server": Kind(("sd-cpp-local",), SD, SD_EDIT, looks_at_model=False, square=512),
}


class OpenAI(ImagesHost):
    """`server` is a name in KINDS; `key` "" in `wanted_key` lets everybody in, as most servers of one's own do."""

    name = "openai"
    key: ClassVar[str] = "sk-openai-test-51c9"

    def __init__(self, port: int = 0) -> None:
        self.server = "openai"
        self.wanted_key = self.key
        super().__init__(port)

    @property
    def base_url(self) -> str:
        return f"{self.url}/v1"

    @property
    def kind(self) -> Kind:
        return KINDS[self.server]

    def reset(self) -> None:
        super().reset()
        self.server, self.wanted_key = "openai", self.key

    def routes(self) -> list[Route]:
        return [
            Route("/v1/images/generations", guarded(self._generate), methods=["POST"]),
            Route("/v1/images/edits", guarded(self._edit), methods=["POST"]),
            Route("/v1/models", guarded(self._models)),
            self.result_route(),
        ]

    def complain(self, status: int, message: str, code: str = "") -> Complaint:
        """Each kind has its own shape of errors."""
        shapes: dict[str, object] = {
            "vllm": {"detail": message},
            "sglang": {"detail": message},
            "localai": {"error": {"code": status, "message": message, "type": ""}},
            "sd-server": {"error": message},
        }
        return Complaint(status, shapes[self.server]) if self.server in shapes else super().complain(
            status, message, code)  # fmt: skip

    async def _generate(self, request: Request) -> Response:
        self._check_key(request)
        fields = await self.read_json(request)
        inline = fields.pop(self.kind.inline, []) if self.kind.inline else []
        pictures = [await run_in_threadpool(self._inline, text) for text in inline]
        return await self._run(fields, self.kind.generate, pictures)

    async def _edit(self, request: Request) -> Response:
        self._check_key(request)
        if self.kind.inline:
            raise self.complain(404, "Not Found")
        fields, pictures = await self.read_form(request, self.kind.edit)
        if not pictures:
            raise self.complain(422, "Field 'image' or 'url' is required")
        return await self._run(fields, self.kind.edit, pictures)

    async def _run(self, fields: dict[str, Any], known: Mapping[str, Field], pictures: list[Picture]) -> Response:
        if not fields.get("prompt"):
            raise self.complain(400, "prompt is required", "missing_required_parameter")
        self.check_fields(fields, known)
        self._check_model(fields.get("model"))
        if "forbidden" in fields["prompt"]:
            raise self.complain(400, "Your request was rejected by the safety system.", "moderation_blocked")
        order = {"server": self.server, "fields": fields, "pictures": [picture.to_json() for picture in pictures]}
        made = await run_in_threadpool(self._made, fields, pictures)
        self.orders.append(order)
        by = fields.get("response_format", self.kind.by_default)
        return JSONResponse({"created": int(time.time()), "data": [self._result(by, one) for one in made]})

    def _made(self, fields: Mapping[str, Any], pictures: list[Picture]) -> list[bytes]:
        width, height = self._size(fields.get("size", "auto"), pictures)
        source = pictures[0].data if pictures else None
        seed = self._seed(fields)
        form, quality = fields.get("output_format", "png"), fields.get("output_compression", 80)
        return [drawn(source, seed + index, (width, height), form, quality) for index in range(fields.get("n", 1))]

    def _seed(self, fields: Mapping[str, Any]) -> int:
        block = EXTRA.search(fields["prompt"])
        if self.server != "sd-server" or block is None:
            return int(fields.get("seed", 0))
        try:
            extra = json.loads(block[1])
        except ValueError:
            raise self.complain(400, "sd_cpp_extra_args is no JSON") from None
        if unknown := set(extra) - NATIVE:
            raise self.complain(400, f"unknown field {sorted(unknown)[0]}")
        return int(extra.get("seed", 0))

    def _size(self, size: str, pictures: list[Picture]) -> tuple[int, int]:
        across, _, down = size.partition("x")
        if across.isdigit() and down.isdigit():
            return int(across), int(down)
        if size != "auto":
            raise self.complain(400, f"Invalid size format: '{size}'. Expected format: 'WIDTHxHEIGHT'")
        if pictures and not self.kind.square:
            return pictures[0].width, pictures[0].height
        return self.kind.square or 1024, self.kind.square or 1024

    def _result(self, by: str, data: bytes) -> dict[str, Any]:
        """SGLang gives links without its own address in them."""
        if by != "url":
            return {"b64_json": packed(data)}
        return {"url": f"{'' if self.server == 'sglang' else self.url}{self.keep(data)}"}

    def _inline(self, text: object) -> Picture:
        try:
            return self.opened(self.kind.inline, base64.b64decode(str(text), validate=True))
        except ValueError:
            raise self.complain(400, f"{self.kind.inline} is no base64") from None

    def _check_model(self, name: object) -> None:
        if self.kind.looks_at_model and name not in self.kind.models:
            raise self.complain(404, f"The model '{name}' does not exist", "model_not_found")

    async def _models(self, request: Request) -> Response:
        self._check_key(request)
        data = [{"id": id, "object": "model", "created": 1, "owned_by": "local"} for id in self.kind.models]
        return JSONResponse({"object": "list", "data": data})

    def _check_key(self, request: Request) -> None:
        if self.wanted_key and request.headers.get("authorization") != f"Bearer {self.wanted_key}":
            raise self.complain(401, "Incorrect API key provided", "invalid_api_key")


if __name__ == "__main__":
    serve(OpenAI)
