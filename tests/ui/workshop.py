"""A provider that uses everything a provider's page can show: options, secrets, a list of models, a balance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flux_desktop.core.edit import EditRequest, Report, Ticket
from flux_desktop.core.errors import FluxError, KeyRefused
from flux_desktop.core.params import Model, choice, integer, number, seed, switch, text
from flux_desktop.core.price import Balance
from flux_desktop.providers.base import Provider
from flux_desktop.providers.link import Link, Secret
from flux_desktop.services.assembly import Program

__all__ = ["Workshop", "put_workshop"]


class Workshop(Provider):
    """`left` is its balance, `answer` what its list of models says, `problem` the error that it answers with."""

    id = "workshop"
    name = "Workshop"
    base_url = "https://workshop.invalid/v1"
    key_url = "https://workshop.invalid/keys"
    account_url = "https://workshop.invalid/account"
    about = "A place for tests."
    setup = "Get it from https://workshop.invalid/get (see <b>there</b>); it is at http://127.0.0.1:8000 then."
    publishes = True
    options = (
        choice("place", "own", ("own", "bucket"), label="Pictures go to", help="Where they are uploaded."),
        text("bucket", "", label="Bucket", help="Its name."),
        switch("tidy", True, label="Delete after the run", help="What was uploaded."),
        integer("minutes", 10, 1, 60, label="Minutes", help="How long it can be fetched."),
        number("patience", 1.5, 0.5, 9.0, label="Patience", help="Seconds between two questions."),
    )
    secrets = (Secret("bucket", "Secret of the bucket", "As the bucket's owner gave it."),)

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self.left: Balance | None = Balance(12.3)
        self.answer: Mapping[str, Any] = {"models": ["one", "two", "three"]}
        self.problem: FluxError | None = None
        self.asked = 0

    @classmethod
    def models(cls) -> tuple[Model, ...]:
        return (Model("one", "One", "workshop", "edit", (seed(),)),)

    def offered(self) -> tuple[Model, ...]:
        names = self.catalogue.get("models", ["one"])
        return tuple(replace(self.models()[0], id=name, name=name.capitalize()) for name in names)

    async def fetch_catalogue(self) -> Mapping[str, Any]:
        if self.problem is not None:
            raise self.problem
        return self.answer

    async def balance(self) -> Balance | None:
        self.asked += 1
        if await self.link.key() != "right":
            raise KeyRefused("Workshop does not accept the key.")
        return self.left

    async def start(self, request: EditRequest, report: Report) -> Ticket:
        raise AssertionError("nothing is ordered here")


def put_workshop(program: Program, *, base_url: str = "", options: Mapping[str, Any] | None = None) -> Workshop:
    """The workshop, put beside the real providers of `program`. What is given comes before the settings."""
    settings, keys = program.settings, program.keys._keys
    settings.declare([text("workshop.base_url", "", label="Address", help="Where it is.")])
    settings.declare(replace(option, name=f"workshop.{option.name}") for option in Workshop.options)

    async def key() -> str:
        return keys.get("workshop")

    link = Link(
        base_url or Workshop.base_url,
        key,
        lambda: program.http,
        option=lambda name: (options or {}).get(name, settings.get(f"workshop.{name}")),
    )
    workshop = Workshop(link)
    program.queue._providers["workshop"] = workshop  # type: ignore[index]  # a dict, though declared as a mapping
    return workshop
