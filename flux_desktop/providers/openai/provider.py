"""Any server that speaks the OpenAI images API: OpenAI itself, a gateway, or a studio's own machines behind one URL."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flux_desktop.core.edit import EditRequest, OutgoingField
from flux_desktop.core.errors import InvalidParameter, KeyMissing
from flux_desktop.core.language import marked, plural, tr
from flux_desktop.core.params import Model, choice
from flux_desktop.providers.base import outgoing_fields
from flux_desktop.providers.http import Answer, Call, Upload
from flux_desktop.providers.images_api import EDITS, GENERATIONS, ImagesApi, Order
from flux_desktop.providers.openai.servers import EXTRA_ARGS, SERVERS, Server, fallback_models, listed_models

if TYPE_CHECKING:
    from flux_desktop.core.script import Script

__all__ = ["OpenAI"]

MULTIPLE = 16
MOST_PIXELS = 1024 * 1024
SETUP = marked(
    """\
The address is where the server answers, with /v1 at its end, e.g. http://127.0.0.1:8000/v1. Then say which kind it \
is, and fetch its list of models.

vLLM-Omni: vllm serve black-forest-labs/FLUX.2-klein-4B --omni --port 8000
SGLang: sglang serve --model-path black-forest-labs/FLUX.2-klein-4B --port 30010
LocalAI: local-ai run flux.2-klein-4b (port 8080)
stable-diffusion.cpp: sd-server (port 1234); the provider of that name shows progress and cancels, too
LiteLLM and other gateways: as OpenAI

Plain http is taken on this computer only. A server elsewhere stands behind https, or behind a tunnel: \
ssh -L 8000:127.0.0.1:8000 gpu-server. A key is sent if one is set."""
)

NOT_THERE_HINT = marked("Check the address (it ends in /v1), the model, and the kind of server in the settings.")
NO_KEY_HINT = marked("Set one in Settings › Providers, or the address of your own server. Nothing was sent.")
ANY_KEY_NOTE = marked("A server that needs no key takes any word for one, e.g. OPENAI_API_KEY=none.")


class OpenAI(ImagesApi):
    id = "openai"
    name = "OpenAI-compatible"
    base_url = "https://api.openai.com/v1"
    needs_key = False
    takes_key = True
    key_url = "https://platform.openai.com/api-keys"
    account_url = "https://platform.openai.com/usage"
    about = marked("OpenAI's images API, wherever it is spoken: LocalAI, vLLM-Omni, SGLang, a gateway, your own GPUs.")
    setup = SETUP
    options = (
        choice("server", "openai", tuple(SERVERS), label="Kind of server",
               help="What it takes beside the OpenAI API, e.g. seed and steps, and how it wants pictures."),
    )  # fmt: skip
    key_variable = "OPENAI_API_KEY"
    slots = 4
    upload_kinds = ("image/png", "image/jpeg")  # not every server's reader knows WebP
    run_seconds = 1800.0
    publishes = True

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        return fallback_models(SERVERS["openai"])

    def menu_settings(self) -> object:
        return self.link.base_url, self.option("server")

    def offers(self) -> tuple[Model, ...]:
        """What the server at this address listed; until it was asked, the one that it most likely has."""
        is_of_here = self.catalogue.get("address") == self.link.base_url
        names = self.catalogue.get("models", ()) if is_of_here else ()
        return listed_models(names, self._server) or fallback_models(self._server)

    def model(self, id: str) -> Model:
        """As everywhere; what was offered before the server gave its list can still be asked for."""
        try:
            return super().model(id)
        except InvalidParameter:
            known = [model for model in fallback_models(self._server) if model.id == id]
            if not known:
                raise
            return self._as_listed(known[0])

    async def key(self) -> str:
        """The key, "" where a server of one's own needs none; KeyMissing for OpenAI itself, which always does."""
        key = await self.link.key()
        if not key and self.link.base_url == self.base_url:
            raise KeyMissing(tr("OpenAI's own servers need a key, and none is set."), tr(NO_KEY_HINT))
        return key

    async def fetch_catalogue(self) -> Mapping[str, Any]:
        items = (await self.get(self.url("models"))).json_object().get("data")
        found = [item.get("id") for item in items if isinstance(item, dict)] if isinstance(items, list) else []
        return {"address": self.link.base_url, "models": [name for name in found if isinstance(name, str) and name]}

    async def check_key(self) -> str:
        """Ask for the list of models: it costs nothing, and shows as well that the server is there."""
        count = len((await self.fetch_catalogue())["models"])
        if await self.link.key():
            return plural(
                count,
                "The server accepts the key and lists {n} model.",
                "The server accepts the key and lists {n} models.",
            )
        return plural(count, "The server lists {n} model.", "The server lists {n} models.")

    def fields(self, request: EditRequest) -> tuple[OutgoingField, ...]:
        fields = outgoing_fields(self.model(request.recipe.model), request.recipe.params)
        if self._server.sizes_edits and request.source and "size" not in request.recipe.params:
            size = _fitting(request.source.width, request.source.height)
            fields = (OutgoingField("size", "size", size, "converted"), *fields)
        return fields

    def order(self, request: EditRequest, files: tuple[Upload, ...]) -> Order:
        server, model = self._server, self.model(request.recipe.model)
        sent = {field.field: field.value for field in self.fields(request)}
        extra = {name: sent.pop(name) for name in list(sent) if name.startswith(EXTRA_ARGS)}
        fields: dict[str, Any] = {"prompt": _with_extra(request.recipe.prompt, extra), **sent}
        if server.names_model:
            fields["model"] = model.wire_id
        if server.asks_base64:
            fields["response_format"] = "b64_json"
        if model.mode == "generate":
            return Order(GENERATIONS, fields)
        return Order(GENERATIONS if server.inline else EDITS, fields, files, inline=server.inline)

    async def send(self, call: Call) -> Answer:
        answer = await super().send(replace(call, accept=(404, 405)))
        if answer.status in (404, 405):
            error = answer.failure()
            error.hint = tr(NOT_THERE_HINT)
            raise error
        return answer

    def script(self, request: EditRequest) -> Script:
        return replace(super().script(request), notes=(tr(ANY_KEY_NOTE),))

    @property
    def seed_field(self) -> str:
        return "prompt" if self._server.extends_prompt else "seed"

    @property
    def _server(self) -> Server:
        return SERVERS[str(self.option("server"))]

    def _as_listed(self, model: Model) -> Model:
        """`model` under the name that the server has for it, if it lists it at all."""
        same = (other.wire_id for other in self.offered() if _plain(other.wire_id) == _plain(model.wire_id))
        return replace(model, wire_id=next(same, model.wire_id))


def _plain(name: str) -> str:
    """A model's name without its owner and in one spelling: `black-forest-labs/FLUX.2-klein-4B`: `flux-2-klein-4b`."""
    return name.rpartition("/")[2].lower().replace(".", "-").replace("_", "-")


def _fitting(width: int, height: int) -> str:
    """The size of the source as such servers can make it: in multiples of 16, at most a megapixel."""
    scale = min(1.0, (MOST_PIXELS / (width * height)) ** 0.5)
    sides = (max(MULTIPLE, round(side * scale / MULTIPLE) * MULTIPLE) for side in (width, height))
    return "x".join(map(str, sides))


def _with_extra(prompt: str, extra: Mapping[str, Any]) -> str:
    """The prompt with what sd-server takes inside it; names such as `sample_params.sample_steps` become nested."""
    if not extra:
        return prompt
    nested: dict[str, Any] = {}
    for name, value in extra.items():
        *parents, last = name.split(".")[1:]
        place = nested
        for parent in parents:
            place = place.setdefault(parent, {})
        place[last] = value
    return f"{prompt} <{EXTRA_ARGS}>{json.dumps(nested)}</{EXTRA_ARGS}>"
