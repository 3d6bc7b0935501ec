"""The part of XDG's portal that lets a user pick a colour, on a bus of the tests' own: it behaves as the real one."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

__all__ = ["SKY", "Behaviour", "ColourPortal", "colour_portal"]

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"
SKY = (0.0, 0.4, 0.8)
TICK = 0.02


@dataclass(frozen=True)
class Behaviour:
    """What it does: `response` None waits for the user for ever; `old` gives requests a path of its own, `early` ends
    them before the call returns, `leaves` goes away in place of an answer, `foreign` lets another program answer
    first."""

    response: int | None = 0
    colour: Sequence[float] | str | None = SKY
    version: int = 2
    old: bool = False
    early: bool = False
    leaves: bool = False
    foreign: bool = False


class ColourPortal(threading.Thread):
    """Answers until it is told to stop. `calls` are the names of what was asked of it, `options` the last ones."""

    def __init__(self, address: str, behaviour: Behaviour) -> None:
        super().__init__(daemon=True)
        self.calls: list[str] = []
        self.options: dict[str, Any] = {}
        self.stopping = threading.Event()
        self.picking = threading.Event()
        self.closed = threading.Event()
        self._behaviour = behaviour
        self._bus: DBusConnection = open_dbus_connection(address)
        self._stranger: DBusConnection = open_dbus_connection(address)
        self._bus.send_and_get_reply(message_bus.RequestName(NAME))

    def run(self) -> None:
        while not self.stopping.is_set():
            try:
                message = self._bus.receive(timeout=TICK)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._serve(message)
        self._bus.close()
        self._stranger.close()

    def _serve(self, asked: Message) -> None:
        member = asked.header.fields[HeaderFields.member]
        self.calls.append(member)
        match member:
            case "Get":
                self._bus.send(new_method_return(asked, "v", (("u", self._behaviour.version),)))
            case "PickColor":
                self._pick(asked)
            case "Close":
                self.closed.set()
            case _:
                self._bus.send(new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod", "s", ("not here",)))

    def _pick(self, asked: Message) -> None:
        _, self.options = asked.body
        sender = asked.header.fields[HeaderFields.sender]
        token = "of_mine" if self._behaviour.old else self.options["handle_token"][1]
        handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{token}"
        returned = new_method_return(asked, "o", (handle,))
        if self._behaviour.leaves:
            self._bus.send(returned)
            self._bus.send_and_get_reply(message_bus.ReleaseName(NAME))
            return
        if self._behaviour.foreign:
            self._respond(self._stranger, sender, handle, 0, (1.0, 1.0, 1.0))
        if self._behaviour.early:
            self._end(sender, handle)
            self._bus.send(returned)
        else:
            self._bus.send(returned)
            self._end(sender, handle)
        self.picking.set()

    def _end(self, sender: str, handle: str) -> None:
        if self._behaviour.response is not None:
            self._respond(self._bus, sender, handle, self._behaviour.response, self._behaviour.colour)

    def _respond(
        self, bus: DBusConnection, to: str, handle: str, response: int, colour: Sequence[float] | str | None
    ) -> None:
        kind = "s" if isinstance(colour, str) else "(ddd)"
        results = {} if colour is None or response else {"color": (kind, colour)}
        told = new_signal(DBusAddress(handle, interface=REQUEST), "Response", "ua{sv}", (response, results))
        told.header.fields[HeaderFields.destination] = to
        bus.send(told)


@contextmanager
def colour_portal(address: str, behaviour: Behaviour) -> Iterator[ColourPortal]:
    """One that runs while entered."""
    portal = ColourPortal(address, behaviour)
    portal.start()
    try:
        yield portal
    finally:
        portal.stopping.set()
        portal.join(10)
