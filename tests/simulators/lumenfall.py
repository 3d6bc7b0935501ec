"""Lumenfall as its documents describe it: routes with pass-through fields of their own, dry runs, a balance.

What they leave open is made up: a field that a route does not know ends in UPSTREAM_ERROR, an order on the automatic
route is served by fal, and a dry run takes the same body as the order.
"""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.simulators.base import serve
from tests.simulators.drawing import drawn
from tests.simulators.images_api import Complaint, Field, ImagesHost, Picture, guarded, packed

__all__ = ["GATEWAY", "ROUTES", "SIZES", "Lumenfall"]

SIZES = {
    "4:3": (1183, 887), "4:5": (916, 1145), "5:4": (1145, 916), "1:1": (1024, 1024), "3:4": (887, 1182),
    "2:3": (836, 1254), "3:2": (1254, 836), "9:16": (768, 1365), "16:9": (1365, 768), "9:21": (670, 1564),
    "21:9": (1563, 670),
}  # fmt: skip

GATEWAY: Mapping[str, Field] = {
    "model": Field("string"),
    "prompt": Field("string"),
    "size": Field("string"),
    "aspect_ratio": Field("string"),
    "resolution": Field("string"),
    "seed": Field("integer", 0, 2**63),
    "n": Field("integer", 1, 10),
    "response_format": Field("string", choices=("url", "b64_json")),
    "output_format": Field("string", choices=("png", "jpeg", "gif", "webp", "avif")),
    "output_compression": Field("integer", 0, 100),
    "user": Field("string"),
}
FAL = {
    "enable_safety_checker": Field("boolean"),
    "num_inference_steps": Field("integer", 4, 8),
    "sync_mode": Field("boolean"),
}
REPLICATE = {
    "disable_safety_checker": Field("boolean"),
    "go_fast": Field("boolean"),
    "output_megapixels": Field("string", choices=("0.25", "0.5", "1", "2", "4")),
    "output_quality": Field("integer", 0, 100),
}


@dataclass(frozen=True)
class Served:
    """A way to a model: what it can do, who serves it, the fields that it passes on, and prices a megapixel."""

    modes: tuple[str, ...]
    provider: str
    passed: Mapping[str, Field] = field(default_factory=dict)
    made: float = 0.0
    sent: float = 0.0


BOTH = ("edits", "generations")
ROUTES: Mapping[str, Served] = {
    "flux.2-klein-4b": Served(BOTH, "fal.ai", {}, 0.010, 0.010),
    "fal/flux.2-klein-4b-edit": Served(("edits",), "fal.ai", FAL, 0.010, 0.010),
    "fal/flux.2-klein-4b": Served(("generations",), "fal.ai", FAL, 0.005),
    "replicate/flux.2-klein-4b": Served(BOTH, "Replicate", REPLICATE, 0.001, 0.001),
    "flux.2-klein-9b": Served(BOTH, "fal.ai", {}, 0.011, 0.011),
    "flux.2-pro": Served(BOTH, "fal.ai", {}, 0.03, 0.015),
    "flux.2-max": Served(BOTH, "fal.ai", {}, 0.07, 0.03),
    "flux.2-flex": Served(BOTH, "fal.ai", {}, 0.06, 0.06),
}


AUTOMATIC = {
    ("flux.2-klein-4b", "edits"): "fal/flux.2-klein-4b-edit",
    ("flux.2-klein-4b", "generations"): "fal/flux.2-klein-4b",
}
"""Who serves an order on the automatic route."""


class Lumenfall(ImagesHost):
    """`dry_runs` are the orders that were only priced; `balance` is None for an account that is billed afterwards."""

    name = "lumenfall"
    key: ClassVar[str] = "lmnfl_key_test.9d2c71"

    def __init__(self, port: int = 0) -> None:
        self.balance: float | None = 25.0
        self.dry_runs: list[dict[str, Any]] = []
        self.schemas: dict[str, dict[str, Any]] = {}
        super().__init__(port)

    @property
    def base_url(self) -> str:
        return f"{self.url}/openai/v1"

    def reset(self) -> None:
        super().reset()
        self.balance = 25.0
        self.dry_runs.clear()
        self.schemas.clear()

    def routes(self) -> list[Route]:
        return [
            Route("/openai/v1/images/generations", guarded(self._generate), methods=["POST"]),
            Route("/openai/v1/images/edits", guarded(self._edit), methods=["POST"]),
            Route("/openai/v1/models", guarded(self._models)),
            Route("/v1/models/{id:path}", guarded(self._schema)),
            Route("/v1/balance", guarded(self._balance)),
            Route("/v1/requests", guarded(self._requests)),
            self.result_route(),
        ]

    async def _generate(self, request: Request) -> Response:
        self._check_key(request)
        fields = await self.read_json(request)
        return await self._run(request, "generations", fields, [])

    async def _edit(self, request: Request) -> Response:
        self._check_key(request)
        fields, pictures = await self.read_form(request, {**GATEWAY, **FAL, **REPLICATE})
        if not 1 <= len(pictures) <= 4:
            raise self.complain(400, "1 to 4 images are expected", "INVALID_REQUEST")
        return await self._run(request, "edits", fields, pictures)

    async def _run(self, request: Request, mode: str, fields: dict[str, Any], pictures: list[Picture]) -> Response:
        self._check_order(mode, fields)
        executed = AUTOMATIC.get((fields["model"], mode), fields["model"])
        route, size = ROUTES[executed], _size(fields, pictures)
        cost = _cost(route, fields, size, pictures)
        order = {"mode": mode, "fields": fields, "pictures": [picture.to_json() for picture in pictures]}
        if request.query_params.get("dryRun") == "true":
            self.dry_runs.append(order)
            return JSONResponse(_estimate(fields, route, cost))
        if self.balance is not None and self.balance < cost:
            raise self.complain(402, "Insufficient balance", "INSUFFICIENT_BALANCE")
        self.orders.append(order)
        self.balance = None if self.balance is None else self.balance - cost
        made = await run_in_threadpool(_made, fields, pictures, size)
        return self._record(fields, executed, cost, made)

    def _record(self, fields: Mapping[str, Any], executed: str, cost: float, made: list[bytes]) -> Response:
        id, route = f"req_{len(self.orders):06d}", ROUTES[executed]
        by_link = fields.get("response_format", "url") == "url"
        data = [{"url": f"{self.url}{self.keep(one)}"} if by_link else {"b64_json": packed(one)} for one in made]
        metadata = {
            "model": fields["model"], "executed_model": executed, "provider": route.provider.partition(".")[0].lower(),
            "provider_name": route.provider, "cost": cost, "cost_currency": "USD", "attempts": [],
        }  # fmt: skip
        return JSONResponse(
            {"id": id, "created": int(time.time()), "data": data, "metadata": metadata},
            headers={"X-Lumenfall-Request-Id": id, "X-Lumenfall-Provider": route.provider},
        )

    def _check_order(self, mode: str, fields: Mapping[str, Any]) -> None:
        """Complaint for what is no good order."""
        missing = [name for name in ("model", "prompt") if not fields.get(name)]
        if missing:
            raise self.complain(400, f"{missing[0]}: required", "INVALID_REQUEST")
        route = ROUTES.get(fields["model"])
        if route is None:
            raise self.complain(404, f"Model '{fields['model']}' not found", "MODEL_NOT_FOUND")
        if mode not in route.modes:
            what = "image editing" if mode == "edits" else "text-to-image"
            raise self.complain(400, f"Model '{fields['model']}' does not support {what}", "INVALID_REQUEST")
        unknown = [name for name in fields if name not in {**GATEWAY, **route.passed}]
        if unknown:
            raise self.complain(400, f"{route.provider}: unexpected field {unknown[0]}", "UPSTREAM_ERROR")
        self.check_fields(fields, {**GATEWAY, **route.passed})
        if len(fields["prompt"]) > 1000:
            raise self.complain(400, "Too big: expected string to have <=1000 characters", "INVALID_REQUEST")
        if "forbidden" in fields["prompt"]:
            raise self.complain(400, "The prompt was flagged by the provider", "CONTENT_POLICY_VIOLATION")

    async def _models(self, request: Request) -> Response:
        self._check_key(request)
        ids = [*(id for id in ROUTES if "/" not in id), "flux-2-klein-4b", "gemini-3-pro-image"]
        data = [{"id": id, "object": "model", "created": 1, "owned_by": "lumenfall"} for id in ids]
        return JSONResponse({"object": "list", "data": data})

    async def _schema(self, request: Request) -> Response:
        self._check_key(request)
        id = request.path_params["id"]
        if id not in ROUTES or request.query_params.get("schema") != "true":
            raise self.complain(404, f"Model '{id}' not found", "MODEL_NOT_FOUND")
        return JSONResponse({"id": id, "object": "model", "schema": self.schemas.get(id, {})})

    async def _balance(self, request: Request) -> Response:
        self._check_key(request)
        billing = "postpaid" if self.balance is None else "prepaid"
        available = {"amount": self.balance, "currency": "usd"}
        return JSONResponse({"object": "balance", "billing_type": billing, "available": available})

    async def _requests(self, request: Request) -> Response:
        self._check_key(request)
        data = [{"id": f"req_{number:06d}", "status": "completed"} for number in range(1, len(self.orders) + 1)]
        return JSONResponse({"object": "list", "data": data})

    def _check_key(self, request: Request) -> None:
        if request.headers.get("authorization") != f"Bearer {self.key}":
            raise self._refused()

    def _refused(self) -> Complaint:
        error = {"message": "Invalid API key", "type": "authentication_error", "code": "AUTHENTICATION_FAILED"}
        return Complaint(401, {"error": error})


def _size(fields: Mapping[str, Any], pictures: list[Picture]) -> tuple[int, int]:
    """What the documents say of size, aspect ratio and resolution."""
    size = fields.get("size", "")
    across, _, down = size.partition("x")
    if across.isdigit() and down.isdigit():
        if not (1 <= int(across) <= 14142 and 1 <= int(down) <= 14142):
            raise _invalid(f"size: {size}")
        return int(across), int(down)
    ratio = size if ":" in size else "" if size == "auto" else fields.get("aspect_ratio", "")
    if size not in ("", "auto") and not ratio:
        raise _invalid(f"size: {size}")
    if not ratio:
        return (pictures[0].width, pictures[0].height) if pictures else (1024, 1024)
    return SIZES[min(SIZES, key=lambda known: abs(math.log(_ratio(known) / _ratio(ratio))))]


def _ratio(text: str) -> float:
    across, _, down = text.partition(":")
    if not (across.isdigit() and down.isdigit() and int(across) and int(down)):
        raise _invalid(f"aspect_ratio: {text}")
    return int(across) / int(down)


def _invalid(message: str) -> Complaint:
    error = {"message": message, "type": "invalid_request_error", "code": "INVALID_REQUEST"}
    return Complaint(400, {"error": error})


def _cost(route: Served, fields: Mapping[str, Any], size: tuple[int, int], pictures: list[Picture]) -> float:
    made = size[0] * size[1] / 1e6 * route.made * fields.get("n", 1)
    sent = sum(picture.width * picture.height for picture in pictures) / 1e6 * route.sent
    return float(round(made + sent, 6))


def _estimate(fields: Mapping[str, Any], route: Served, cost: float) -> dict[str, Any]:
    micros = round(cost * 1e6)
    component = {"type": "output", "metric": "image", "quantity": fields.get("n", 1), "total_cost": micros}
    facts = {"estimated": True, "model": fields["model"], "provider": route.provider}
    return {**facts, "total_cost_micros": micros, "currency": "USD", "components": [component]}


def _made(fields: Mapping[str, Any], pictures: list[Picture], size: tuple[int, int]) -> list[bytes]:
    source = pictures[0].data if pictures else None
    seed, form = fields.get("seed", 0), fields.get("output_format", "png")
    quality = fields.get("output_compression", 80)
    return [drawn(source, seed + index, size, form, quality) for index in range(fields.get("n", 1))]


if __name__ == "__main__":
    serve(Lumenfall)
