"""Lumenfall: one OpenAI-style address before several providers; it chooses one and charges what that one does.

In doubt by its documents, and therefore assumed: several pictures go as `image[]`, as in its own plug-in; a dry run of
an edit wants the form with its files; which seeds `n` pictures have is nowhere told.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flux_desktop.core.edit import EditRequest, Outgoing, OutgoingField
from flux_desktop.core.errors import FluxError, Refused
from flux_desktop.core.language import figures, marked, tr
from flux_desktop.core.params import Model
from flux_desktop.core.price import Balance, Cost
from flux_desktop.providers.http import Answer, Call, Upload
from flux_desktop.providers.http.answers import is_moderation
from flux_desktop.providers.http.verdict import said_no
from flux_desktop.providers.images_api import EDITS, GENERATIONS, ImagesApi, Order, uploads
from flux_desktop.providers.link import Link
from flux_desktop.providers.lumenfall.models import GATEWAY_PARAMS, MODELS, PASSED_FIELDS, listed_model, sizes_of
from flux_desktop.providers.lumenfall.sizes import Shape, shape_of
from flux_desktop.providers.lumenfall.stand_ins import flat_pictures, sizes_in, stand_in_prompt
from flux_desktop.providers.schemas import corrected

__all__ = ["Lumenfall"]

OPENAI_PATH = "/openai/v1"
NATIVE_PATH = "/v1"
PROMPT_LIMIT = 1000
QUOTES_KEPT = 200
QUOTE_SECONDS = 10.0
SHAPE_PARAMS = ("size", "aspect_ratio", "resolution")
NO_MATTER = frozenset({"seed", "response_format"})
"""Fields that no price depends on."""

SIZE_NOTE = marked("The result will have {width}×{height} pixels.")
LINK_NOTE = marked("The result is kept for about an hour, for whoever has its link; you can change that at Lumenfall.")
LONG_NOTE = marked("The prompt has {n} letters; Lumenfall's documents name a limit of 1000, and it may be refused.")


class Lumenfall(ImagesApi):
    id = "lumenfall"
    name = "Lumenfall"
    base_url = "https://api.lumenfall.ai/openai/v1"
    key_url = "https://lumenfall.ai/app/api_keys"
    account_url = "https://lumenfall.ai/app/requests"
    about = marked("A gateway to several providers: one key, their own prices, and another one when one fails.")
    key_variable = "LUMENFALL_API_KEY"
    slots = 4
    upload_bytes = 20 * 1024 * 1024
    publishes = True
    quotes = True

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._quoted: dict[object, Cost] = {}

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        return MODELS

    def offers(self) -> tuple[Model, ...]:
        known = tuple(self._corrected(model) for model in MODELS)
        ids = {model.id for model in known}
        listed = [
            model
            for wire_id in self.catalogue.get("models", ())
            for model in (listed_model(wire_id, "edit"), listed_model(wire_id, "generate"))
        ]
        return (*known, *(model for model in listed if model.id not in ids))

    async def fetch_catalogue(self) -> Mapping[str, Any]:
        body = (await self.get(self.url("models"))).json_object()
        found = [item.get("id") for item in body.get("data") or () if isinstance(item, dict)]
        names = sorted({name for name in found if isinstance(name, str) and name.startswith("flux")})
        wire_ids = list(dict.fromkeys(model.wire_id for model in MODELS))
        schemas = zip(wire_ids, await asyncio.gather(*map(self._schema, wire_ids)), strict=True)
        return {"models": names, "schemas": {wire_id: schema for wire_id, schema in schemas if schema}}

    def order(self, request: EditRequest, files: tuple[Upload, ...]) -> Order:
        model = self.model(request.recipe.model)
        sent = {field.field: field.value for field in self.fields(request)}
        path = EDITS if model.mode == "edit" else GENERATIONS
        return Order(path, {"model": model.wire_id, "prompt": request.recipe.prompt, **sent}, files)

    def fields(self, request: EditRequest) -> tuple[OutgoingField, ...]:
        params = request.recipe.params
        shape = tuple(
            OutgoingField(name, name, value, "passed" if value == params.get(name) else "converted")
            for name, value in self._shape(request).sent.items()
        )
        return (*shape, *(field for field in super().fields(request) if field.name not in SHAPE_PARAMS))

    def notes(self, request: EditRequest) -> tuple[str, ...]:
        length = len(request.recipe.prompt)
        too_long = (tr(LONG_NOTE, n=length),) if length > PROMPT_LIMIT else ()
        return (*self._shape(request).notes, *too_long)

    def outgoing(self, request: EditRequest) -> Outgoing:
        told, pixels = super().outgoing(request), self._shape(request).pixels
        size = (tr(SIZE_NOTE, width=pixels[0], height=pixels[1]),) if pixels else ()
        by_link = (tr(LINK_NOTE),) if request.recipe.params.get("response_format", "url") == "url" else ()
        return replace(told, notes=(*told.notes, *size, *by_link))

    def made_megapixels(self, request: EditRequest) -> float:
        pixels = self._shape(request).pixels
        if pixels:
            return pixels[0] * pixels[1] / 1e6
        return super().made_megapixels(request)

    async def quote(self, request: EditRequest) -> Cost | None:
        """The price by a dry run, which runs nothing. In place of the user's pictures and words go stand-ins."""
        prompt = stand_in_prompt(request.recipe.prompt, PROMPT_LIMIT)
        matters = tuple((field.field, field.value) for field in self.fields(request) if field.field not in NO_MATTER)
        asked = (request.recipe.model, matters, sizes_in(request), len(prompt))
        if asked not in self._quoted:
            try:
                cost = await self._dry_run(request, prompt)
            except FluxError:
                cost = None
            if cost is None:
                return self.price(request)
            if len(self._quoted) >= QUOTES_KEPT:
                self._quoted.clear()
            self._quoted[asked] = cost
        return self._quoted[asked]

    async def balance(self) -> Balance | None:
        available = (await self._account()).get("available")
        if not isinstance(available, dict) or (amount := _number(available.get("amount"))) is None:
            return None
        return Balance(amount, _currency(available.get("currency")))

    async def check_key(self) -> str:
        balance = await self.balance()
        if balance is None:
            return tr("Lumenfall accepts the key; what is used is charged afterwards.")
        return tr(
            "Lumenfall accepts the key. The balance is {amount} {currency}.",
            amount=figures(f"{balance.amount:.2f}"),
            currency=balance.currency,
        )

    async def send(self, call: Call) -> Answer:
        """Lumenfall says by 502, but in words, that every provider failed: nothing is unknown about that."""
        if not call.order:
            return await super().send(call)
        answer = await super().send(replace(call, accept=(502,)))
        if answer.status != 502:
            return answer
        error = said_no(call, answer).error
        if _code(answer):
            error = answer.failure()
            if is_moderation(answer.reason):
                error = Refused(error.title, request_id=error.request_id, detail=error.detail)
        raise error

    def cost(self, request: EditRequest, body: Mapping[str, Any]) -> Cost | None:
        metadata = _metadata(body)
        amount = _number(metadata.get("cost"))
        if amount is None:
            return self.price(request)
        return Cost(amount, _currency(metadata.get("cost_currency")), "billed")

    def told(self, answer: Answer, body: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
        """Who served it: a gateway's answer is only as good as the provider behind it."""
        metadata = _metadata(body)
        who = answer.plain(metadata.get("provider_name") or metadata.get("provider") or "", 60)
        what = answer.plain(metadata.get("executed_model") or "", 80)
        data = {key: value for key, value in (("served_by", who), ("executed_model", what)) if value}
        by = f"{who} ({what})" if what else who
        note = tr("Made by {provider}.", provider=by) if who else ""
        return note, data

    def _shape(self, request: EditRequest) -> Shape:
        return shape_of(request.recipe.params, sizes_of(self.model(request.recipe.model)))

    def _corrected(self, model: Model) -> Model:
        """`model` as the host's schema has it; the gateway's own parameters it takes for every model."""
        schema = self.catalogue.get("schemas", {}).get(model.wire_id, {})
        ignore = {"prompt", "model", "image", "images", *(param.field for param in model.params)}
        if "/" not in model.wire_id:
            ignore |= PASSED_FIELDS
        return corrected(model, schema, ignore=ignore, keep=GATEWAY_PARAMS)

    async def _schema(self, wire_id: str) -> Mapping[str, Any]:
        """The JSON Schema of a model's input; {} where the host has none. Its place in the answer is not documented."""
        try:
            body = (await self.get(self._native(f"models/{wire_id}?schema=true"))).json_object()
        except FluxError:
            return {}
        places = [body.get(name) for name in ("schema", "input_schema", "parameters")]
        return next((place for place in (*places, body) if isinstance(place, dict) and "properties" in place), {})

    async def _account(self) -> dict[str, Any]:
        return (await self.get(self._native("balance"))).json_object()

    def _native(self, path: str) -> str:
        """An address of Lumenfall's own API, which stands beside the OpenAI-style one."""
        return f"{self.link.base_url.rstrip('/').removesuffix(OPENAI_PATH)}{NATIVE_PATH}/{path}"

    async def _dry_run(self, request: EditRequest, prompt: str) -> Cost | None:
        """What the host says that it would cost; None where it does not say."""
        if not await self.link.key():
            return None
        files = uploads(await asyncio.to_thread(flat_pictures, request))
        order = self.order(request, files)
        order = replace(order, fields={**order.fields, "prompt": prompt})
        call = self.call(order, await self.auth(), query={"dryRun": "true"}, free=True, deadline=QUOTE_SECONDS)
        body = (await self.link.http().call(call)).json_object()
        micros = _number(body.get("total_cost_micros"))
        return None if micros is None else Cost(micros / 1e6, _currency(body.get("currency")), "quoted")


def _metadata(body: Mapping[str, Any]) -> Mapping[str, Any]:
    found = body.get("metadata")
    return found if isinstance(found, dict) else {}


def _number(value: object) -> float | None:
    """An amount of money; None for anything that is none."""
    good = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e12
    return float(value) if good else None  # type: ignore[arg-type]  # it was just looked at


def _currency(word: object) -> str:
    return word.upper() if isinstance(word, str) and len(word) == 3 and word.isalpha() else "USD"


def _code(answer: Answer) -> str:
    """The code of an error in Lumenfall's own words; "" if a gateway before it speaks."""
    try:
        error = answer.json_object().get("error")
    except FluxError:
        return ""
    return str(error.get("code") or "") if isinstance(error, dict) else ""
