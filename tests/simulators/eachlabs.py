"""eachlabs as its documents describe it, as strict as they are; a prediction goes on by one state with each question.

Pictures are really fetched from the addresses of an order, when the prediction starts: an upload that was removed too
early, or that carries a wrong signature, ends in the host's own error.
"""

from __future__ import annotations

import hashlib
import io
import math
import secrets
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from PIL import Image
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.simulators.base import serve
from tests.simulators.drawing import drawn
from tests.simulators.eachlabs_documents import DOCUMENTS
from tests.simulators.eachlabs_storage import Complaint, EachlabsStorage, check_no_key, guarded, json_object
from tests.simulators.schema import problems, with_defaults

__all__ = ["Eachlabs", "Prediction"]

STATES = ("created", "starting", "processing", "success")
PIXELS = {
    "square_hd": (1024, 1024),
    "square": (512, 512),
    "landscape_4_3": (1024, 768),
    "portrait_4_3": (768, 1024),
    "landscape_16_9": (1024, 576),
    "portrait_16_9": (576, 1024),
}


@dataclass
class Prediction:
    """An accepted order: what it is, how far it came, and what it yields."""

    model: str
    input: Mapping[str, Any]
    created: float
    state: str = "created"
    output: Any = None
    pictures: list[bytes] = field(default_factory=list)
    cost: float = 0.0

    @property
    def ended(self) -> bool:
        return self.state not in STATES[:3]


class Eachlabs(EachlabsStorage):
    """`orders` are what it would charge for.

    With `seconds` a prediction is ready after that time, else after three questions. `failure` is what every further
    prediction ends with in place of a result. `shape` is how results are told: a list, a string or objects.
    """

    name = "eachlabs"

    def __init__(self, port: int = 0) -> None:
        self.orders: list[Mapping[str, Any]] = []
        self.predictions: dict[str, Prediction] = {}
        self._secret = secrets.token_hex(8)
        self._as_new()
        super().__init__(port)

    def routes(self) -> list[Route]:
        return [
            *super().routes(),
            Route("/v1/prediction", guarded(self._create), methods=["POST"]),
            Route("/v1/prediction/{id}", guarded(self._tell), methods=["GET"]),
            Route("/v1/prediction/{id}/cancel", guarded(self._cancel), methods=["POST"]),
            Route("/v1/executions", guarded(self._list), methods=["GET"]),
            Route("/v1/billing/balance", guarded(self._balance), methods=["GET"]),
            Route("/v1/model", guarded(self._model), methods=["GET"]),
            Route("/results/{id}/{number:int}", guarded(self._give_result), methods=["GET"]),
        ]

    def reset(self) -> None:
        super().reset()
        self._as_new()
        self.orders.clear()
        self.predictions.clear()

    def _as_new(self) -> None:
        self.seconds: float | None = None
        self.link_seconds = 3600.0
        self.failure: Any = None
        self.shape = "list"
        self.id_name = "id"
        self.balance = 53.475
        self.known = set(DOCUMENTS)

    def control(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """`{"orders": true}`: what was charged; `{"files": true}`: what is stored; `{"seconds": n}`, `{"failure": …}`,
        `{"link_seconds": n}`, `{"shape": "string"}`: as the attributes."""
        if "orders" in order:
            return {"orders": list(self.orders)}
        if "files" in order:
            return {"files": sorted(self.files)}
        for name in ("seconds", "failure", "link_seconds", "shape"):
            setattr(self, name, order.get(name, getattr(self, name)))
        return {}

    # Predictions.

    async def _create(self, request: Request) -> Response:
        self.check_key(request)
        order = await json_object(request)
        _check_order(order, self.known)
        now = time.monotonic()
        if sum(not prediction.ended for prediction in self.predictions.values()) >= 10:
            raise Complaint(429, {"status": 429, "error": "too many requests", "details": "10 concurrent"})
        if sum(now - prediction.created < 60 for prediction in self.predictions.values()) >= 100:
            raise Complaint(429, {"error": "Rate limit exceeded. Please retry after 60 seconds."}, retry_after="60")
        id = str(uuid4())
        self.orders.append(order)
        self.predictions[id] = Prediction(order["model"], order["input"], now)
        return JSONResponse(
            {"status": "success", "message": "Prediction created successfully", "predictionID": id},
            headers={"x-request-id": f"req-{len(self.orders)}"},
        )

    async def _tell(self, request: Request) -> Response:
        self.check_key(request)
        id, prediction = self._found(request)
        if not prediction.ended:
            await self._go_on(id, prediction)
        own = f"{self.base_url}/prediction/{id}"
        metrics = {"predict_time": 1.25, "cost": prediction.cost} if prediction.state == "success" else None
        return JSONResponse(
            {
                self.id_name: id,
                "input": prediction.input,
                "status": prediction.state,
                "output": prediction.output,
                "logs": None,
                "metrics": metrics,
                "urls": {"get": own, "cancel": f"{own}/cancel"},
            }
        )

    async def _cancel(self, request: Request) -> Response:
        self.check_key(request)
        id, prediction = self._found(request)
        if prediction.ended:
            raise Complaint(400, {"error": "Prediction is already in a final state"})
        prediction.state = "cancelled"
        return JSONResponse({"status": "cancelled", "message": "Prediction canceled successfully", "predictionID": id})

    async def _go_on(self, id: str, prediction: Prediction) -> None:
        """One state further, or as far as the time says."""
        if prediction.state == "created" and not prediction.pictures:
            await run_in_threadpool(_fetch_all, prediction)
        if prediction.ended:
            return
        waited = time.monotonic() - prediction.created
        ready = waited >= self.seconds if self.seconds is not None else prediction.state == "processing"
        if not ready:
            prediction.state = STATES[min(STATES.index(prediction.state) + 1, 2)]
        elif self.failure is not None:
            prediction.state, prediction.output = "error", self.failure
        else:
            await run_in_threadpool(self._make, id, prediction)

    def _make(self, id: str, prediction: Prediction) -> None:
        whole = with_defaults(DOCUMENTS[prediction.model], prediction.input)
        source = prediction.pictures[0] if prediction.pictures else None
        keeps = source is not None and ("klein" in prediction.model or whole["image_size"] == "auto")
        kept = keeps and prediction.input.get("image_size", "auto") == "auto"
        size = None if kept else PIXELS[whole["image_size"]]
        count = whole.get("num_images", 1)
        prediction.pictures = [
            drawn(source, [whole.get("seed"), number], size, whole["output_format"]) for number in range(count)
        ]
        width, height = size or Image.open(io.BytesIO(prediction.pictures[0])).size
        prediction.cost = round(count * (0.014 + 0.001 * (math.ceil(width * height / 1e6) - 1)), 6)
        ends = time.time() + self.link_seconds
        urls = [
            f"{self.url}/results/{id}/{number}?ends={ends}&signature={self._signature(id, number, ends)}"
            for number in range(count)
        ]
        shapes = {"list": urls, "string": urls[0], "objects": {"images": [{"url": url} for url in urls]}}
        prediction.state, prediction.output = "success", shapes[self.shape]

    async def _give_result(self, request: Request) -> Response:
        """A result by its link: without the key, and only in time."""
        check_no_key(request)
        id, number = request.path_params["id"], request.path_params["number"]
        ends = float(request.query_params.get("ends", "0"))
        if request.query_params.get("signature") != self._signature(id, number, ends) or time.time() >= ends:
            return Response("<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>", 403)
        prediction = self.predictions[id]
        whole = with_defaults(DOCUMENTS[prediction.model], prediction.input)
        return Response(prediction.pictures[number], media_type=f"image/{whole['output_format']}")

    # The rest.

    async def _list(self, request: Request) -> Response:
        self.check_key(request)
        return JSONResponse({"executions": [], "total": len(self.predictions)})

    async def _balance(self, request: Request) -> Response:
        self.check_key(request)
        return JSONResponse({"balance_usd": self.balance})

    async def _model(self, request: Request) -> Response:
        slug = request.query_params.get("slug", "")
        if slug not in self.known:
            raise Complaint(404, {"error": "Failed to fetch model: model not found"})
        return JSONResponse(
            {
                "title": slug.replace("-", " ").title(),
                "slug": slug,
                "version": "0.0.1",
                "output_type": "array",
                "request_schema": DOCUMENTS[slug],
                "cost": {"currency": "USD", "type": "usage_based", "estimate": "$0.014–$0.02 per image"},
            }
        )

    def _found(self, request: Request) -> tuple[str, Prediction]:
        id = request.path_params["id"]
        if id not in self.predictions:
            raise Complaint(404, {"error": "Prediction not found"})
        return id, self.predictions[id]

    def _signature(self, id: str, number: int, ends: float) -> str:
        return hashlib.sha256(f"{self._secret} {id} {number} {ends}".encode()).hexdigest()


def _check_order(order: dict[str, Any], known: set[str]) -> None:
    """Complaint about an order that the documents do not allow."""
    if unknown := set(order) - {"model", "input", "version", "webhook_url", "webhook_secret"}:
        raise Complaint(400, {"status": "error", "message": "invalid input", "details": f"unknown {min(unknown)}"})
    if order.get("model") not in known:
        raise Complaint(404, {"error": "Failed to fetch model: model not found"})
    sent = order.get("input")
    if not isinstance(sent, dict):
        raise Complaint(400, {"status": "error", "message": "invalid input", "details": "input is required"})
    found = [f"{problem.field}: {problem.message}" for problem in problems(DOCUMENTS[order["model"]], sent)]
    found += [f"image_urls: {url!r} is not a public URL" for url in sent.get("image_urls", []) if not _is_public(url)]
    if found:
        raise Complaint(400, {"status": "error", "message": "invalid input", "details": "; ".join(found)})


def _is_public(url: object) -> bool:
    """Loopback plays the public web here."""
    return isinstance(url, str) and url.startswith(("https://", "http://127.0.0.1:"))


def _fetch_all(prediction: Prediction) -> None:
    """Fetch the pictures of an order without any key, as the executor does."""
    for url in prediction.input.get("image_urls", []):
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                prediction.pictures.append(answer.read())
        except (urllib.error.URLError, OSError) as error:
            prediction.state = "error"
            prediction.output = {
                "error_code": "INPUT_DOWNLOAD_ERROR",
                "error_message": f"An input file could not be downloaded: {error}",
                "classification": {"category": "input"},
                "retryable": False,
                "success": False,
            }


if __name__ == "__main__":
    serve(Eachlabs)
