"""eachlabs: pictures are uploaded where it can fetch them, then an order is made and asked for until it is through.

Not documented clearly, and therefore taken both ways: the header of the key, the word for a failure, the name of an
order's id, and the limits (100 orders a minute by the model's page, 10 at a time).
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import quote, urlencode
from weakref import WeakKeyDictionary

from flux_desktop.core.edit import (
    EditRequest,
    EditResult,
    JobState,
    Outgoing,
    OutgoingField,
    Recipe,
    Report,
    Ticket,
    TicketState,
)
from flux_desktop.core.errors import BadAnswer, FluxError, KeyMissing
from flux_desktop.core.language import marked, tr
from flux_desktop.core.params import Model, choice, text
from flux_desktop.core.price import Balance
from flux_desktop.core.region import Shapes, Size
from flux_desktop.providers.base import Provider
from flux_desktop.providers.eachlabs.answers import balance_in, fitted, ordered_id, settled
from flux_desktop.providers.eachlabs.models import IMAGE_SIZES, MATCH, MODELS
from flux_desktop.providers.eachlabs.uploads import NAME, BucketStorage, OwnStorage, Storage, Stored, readers
from flux_desktop.providers.http import Answer, Call
from flux_desktop.providers.http.retry import Clock
from flux_desktop.providers.link import Link, Secret
from flux_desktop.providers.pacing import AtOnce, Pace
from flux_desktop.providers.region import recipe_for, shapes_of
from flux_desktop.providers.uploads import Uploads

if TYPE_CHECKING:
    from flux_desktop.core.script import Script
    from flux_desktop.providers.bucket import Addressing, Bucket

__all__ = ["Eachlabs"]

RESULT_NOTE = marked("Whoever has the result's address can fetch it; eachlabs does not say for how long.")
OWN = marked("eachlabs stores pictures for the run under an address that cannot be guessed; your bucket stays yours.")
S3_KEYS = marked("For uploads to your own bucket. It needs the right to put, get and delete objects there.")


class Eachlabs(Provider):
    id = "eachlabs"
    name = NAME
    base_url = "https://api.eachlabs.ai/v1"
    key_url = "https://www.eachlabs.ai/dashboard/api-keys"
    account_url = "https://www.eachlabs.ai/dashboard"
    about = marked("Many models behind one key, paid by the run.")
    slots = 10
    orders_a_minute: ClassVar[int] = 100
    publishes = True
    upload_bytes = 100_000_000
    options = (
        choice("upload", NAME, (NAME, "bucket"), label="Upload pictures to", help=OWN),
        text("s3_endpoint", "", label="S3 endpoint", help="The https address of an S3 service; empty: AWS itself."),
        text("s3_bucket", "", label="S3 bucket", help="Its name."),
        text("s3_region", "us-east-1", label="S3 region", help="As the service names it, e.g. eu-central-1 or auto."),
        text("s3_prefix", "flux-desktop", label="S3 folder", help="What the keys of uploads begin with; may be empty."),
        choice(
            "s3_addressing", "path", ("path", "virtual-host"), label="S3 addressing",
            help="Where the bucket's name stands in addresses: in the path, or before the host.",
        ),
    )  # fmt: skip
    secrets = (
        Secret("s3_access", "S3 access key", S3_KEYS),
        Secret("s3_secret", "S3 secret key", S3_KEYS),
    )

    def __init__(self, link: Link, clock: Clock | None = None) -> None:
        super().__init__(link)
        clock = clock or Clock()
        self._pace = Pace(self.orders_a_minute, 60.0, clock)
        self._at_once = AtOnce(self.slots, self.deadline, clock)
        self._uploads: Uploads[tuple[Stored, ...]] = Uploads()
        self._to_remove: WeakKeyDictionary[Report, set[tuple[str, str]]] = WeakKeyDictionary()
        """For each job what is stored for it, as place and id."""
        self._fitted: tuple[Mapping[str, Any], tuple[Model, ...]] = ({}, MODELS)

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        return MODELS

    def offered(self) -> tuple[Model, ...]:
        if self._fitted[0] is not self.catalogue:
            known = [model for model in MODELS if self.catalogue.get(model.wire_id, {}) is not None]
            self._fitted = self.catalogue, tuple(fitted(model, self.catalogue.get(model.wire_id)) for model in known)
        return self._fitted[1]

    async def fetch_catalogue(self) -> Mapping[str, Any]:
        """What the host tells of each model, by its slug there; None for one that it does not have any more."""
        told = await asyncio.gather(*(self._published(model) for model in MODELS))
        if not any(told):
            raise BadAnswer(
                tr("{provider} knows none of the models.", provider=self.name),
                tr("Check its address in Settings › Providers."),
            )
        return {model.wire_id: entry for model, entry in zip(MODELS, told, strict=True)}

    # An edit.

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        auth = await self._auth()
        order = self._order(request)
        stored: tuple[Stored, ...] = ()
        if pictures := self.pictures(request):
            stored = await self._uploads.once(report, pictures, lambda: self._upload(request, report))
            order["input"]["image_urls"] = [picture.url for picture in stored]
        try:
            id = await self._ordered(order, auth, report)
        except BaseException:
            self._uploads.forget(report)  # it may have been refused because the upload is gone
            raise
        kept = {"seed": request.recipe.seed, "stored": [[picture.place, picture.id] for picture in stored]}
        return Ticket(self.id, request.recipe.model, id, data=kept, cost=self.price(request))

    async def poll(self, ticket: Ticket) -> Ticket:
        answer = await self._get(f"prediction/{quote(ticket.id, safe='')}")
        try:
            now = settled(answer, ticket)
        except FluxError as error:
            if error.over:
                self._at_once.leave(ticket.id)
            raise
        if now.state is TicketState.READY:
            self._at_once.leave(ticket.id)
        return now

    async def collect(self, ticket: Ticket, report: Report) -> EditResult:
        self._to_remove.setdefault(report, set()).update(_stored_for(ticket))
        return await super().collect(ticket, report)

    async def cancel(self, ticket: Ticket) -> bool:
        """True if eachlabs gave it up. Then, and also where it was through already, its uploads are removed."""
        path = f"prediction/{quote(ticket.id, safe='')}/cancel"
        accept = (400, 404, 409)
        call = self._call("POST", path, auth=await self._auth(), free=True, accept=accept, deadline=20.0)
        answer = await self.link.http().call(call)
        self._at_once.leave(ticket.id)
        await self._remove(_stored_for(ticket))
        return answer.status < 300

    async def tidy(self, report: Report) -> None:
        self._uploads.forget(report)
        for place in await self._remove(self._to_remove.pop(report, ())):
            report.note(
                tr(
                    "The uploaded picture could not be removed from {place}: it can be fetched for an hour at most.",
                    place=place,
                )
            )

    def fields(self, request: EditRequest) -> tuple[OutgoingField, ...]:
        """Without a shape that is the host's own choice, and without words that there are none of."""
        return tuple(field for field in super().fields(request) if field.value not in (MATCH, ""))

    def shapes(self, recipe: Recipe) -> Shapes:
        """Those that have a name: it is not known whether a result without one has the shape of its input."""
        return shapes_of(self.model(recipe.model), matches=False)

    def for_region(self, recipe: Recipe, sent: Size) -> Recipe:
        return recipe_for(self.model(recipe.model), recipe, sent, matches=False)

    def made_megapixels(self, request: EditRequest) -> float:
        _, (width, height) = IMAGE_SIZES.get(str(request.recipe.params.get("aspect_ratio")), ("", (0, 0)))
        return width * height / 1e6 or super().made_megapixels(request)

    def outgoing(self, request: EditRequest) -> Outgoing:
        plain = super().outgoing(request)
        place = NAME if self.option("upload") == NAME else self._bucket().address
        files = tuple(replace(file, readers=readers(place)) for file in plain.files)
        return replace(plain, files=files, notes=(*plain.notes, tr(RESULT_NOTE)))

    def script(self, request: EditRequest) -> Script:
        from flux_desktop.providers.eachlabs.script import eachlabs_script
        from flux_desktop.providers.script_parts import seeds_of

        parts, prepared = self.orders(request), self.prepare(request)
        format = request.recipe.params.get("format")
        script = eachlabs_script(self.link.base_url, self._order(parts[0]), prepared, format, seeds_of(parts))
        if not prepared or self.option("upload") == NAME:
            return script
        return replace(script, notes=(*script.notes, "It uploads to eachlabs' storage, not to your bucket."))

    # Keys and money.

    async def check_key(self) -> str:
        await self._get("executions?limit=1")
        return tr("{provider} accepts the key. Nothing was ordered to find out.", provider=self.name)

    async def balance(self) -> Balance | None:
        """Only the newest documents know this call."""
        answer = await self._get("billing/balance", accept=(404, 405))
        return balance_in(answer.json_object()) if answer.status < 300 else None

    # Uploads.

    async def _upload(self, request: EditRequest, report: Report) -> tuple[Stored, ...]:
        """Store the pictures side by side; all are known to `tidy`, also where another one fails."""
        storage = await self._storage()
        report.stage(JobState.UPLOADING, None)
        prepared = await self.prepared(request, report)
        ids = self._to_remove.setdefault(report, set())
        uploads = (storage.put(picture.encoded.image, lambda id: ids.add((storage.place, id))) for picture in prepared)
        outcomes = await asyncio.gather(*uploads, return_exceptions=True)
        if failures := [outcome for outcome in outcomes if isinstance(outcome, BaseException)]:
            raise failures[0]
        return tuple(outcome for outcome in outcomes if isinstance(outcome, Stored))

    async def _remove(self, stored: Iterable[tuple[str, str]]) -> list[str]:
        """Remove what is stored; the places where that could not be done."""
        known = sorted(stored)
        removed = await asyncio.gather(*(self._removed(place, id) for place, id in known))
        return [place for (place, _), done in zip(known, removed, strict=True) if not done]

    async def _removed(self, place: str, id: str) -> bool:
        try:
            storage = await self._storage(place)
            if storage.place == place:  # the settings may have another bucket by now
                await storage.delete(id)
                return True
        except FluxError:
            pass
        return False

    async def _storage(self, place: str = "") -> Storage:
        """Where pictures are uploaded by the settings, or the one for things at `place`."""
        own = place == NAME if place else self.option("upload") == NAME
        if own:
            return OwnStorage(self.link.http(), self.link.base_url.rstrip("/"), await self._auth())
        keys = [await self.link.secret(secret.name) for secret in self.secrets]
        if not all(keys):
            raise KeyMissing(
                tr("{provider}: the keys of your bucket are not set.", provider=self.name),
                tr(
                    "Add them in Settings › Providers, or in the environment as "
                    "FLUX_DESKTOP_EACHLABS_S3_ACCESS_KEY and FLUX_DESKTOP_EACHLABS_S3_SECRET_KEY."
                ),
            )
        return BucketStorage(self.link.http(), self._bucket(*keys))

    def _bucket(self, access_key: str = "", secret_key: str = "") -> Bucket:
        from flux_desktop.providers.bucket import Bucket

        name, endpoint, region, prefix = (
            str(self.option(f"s3_{option}")).strip() for option in ("bucket", "endpoint", "region", "prefix")
        )
        addressing: Addressing = "virtual-host" if self.option("s3_addressing") == "virtual-host" else "path"
        return Bucket(name, access_key, secret_key, endpoint, region, prefix, addressing)

    # Calls.

    async def _auth(self) -> dict[str, str]:
        # The documents disagree which of the two is read, and an order is not sent twice to find out. Both go to the
        # same host, which already has the key.
        key = await self.key()
        return {"Authorization": f"Bearer {key}", "X-API-Key": key}

    def _call(self, method: str, path: str, **rest: Any) -> Call:
        return Call(self.name, method, self.url(path), home=self.link.base_url, **rest)

    async def _get(self, path: str, **rest: Any) -> Answer:
        return await self.link.http().call(self._call("GET", path, auth=await self._auth(), **rest))

    async def _published(self, model: Model) -> dict[str, Any] | None:
        """What is told of a model to anybody, without the key; None for one that is not known."""
        path = f"model?{urlencode({'slug': model.wire_id})}"
        answer = await self.link.http().call(self._call("GET", path, accept=(404,)))
        if answer.status >= 300:
            return None
        return {name: value for name, value in answer.json_object().items() if name in ("request_schema", "cost")}

    async def _ordered(self, order: dict[str, Any], auth: Mapping[str, str], report: Report) -> str:
        """Make the order when its turn comes; the id that eachlabs gives it."""
        turn = object()
        await self._at_once.enter(turn)
        try:
            await self._pace.turn()
            report.stage(JobState.RUNNING, None)
            await report.ordering()
            answer = await self.link.http().call(self._call("POST", "prediction", auth=auth, json=order, order=True))
            id = ordered_id(answer)
        except BaseException:
            self._at_once.leave(turn)
            raise
        self._at_once.rename(turn, id)
        return id

    def _order(self, request: EditRequest) -> dict[str, Any]:
        """The JSON of an order but its pictures: exactly what `fields` shows."""
        sent = {field.field: field.value for field in self.fields(request)}
        return {
            "model": self.model(request.recipe.model).wire_id,
            "input": {"prompt": request.recipe.prompt, **sent},
        }


def _stored_for(ticket: Ticket) -> set[tuple[str, str]]:
    """What is stored for an order, as place and id."""
    return {(str(place), str(id)) for place, id in ticket.data.get("stored", ())}
