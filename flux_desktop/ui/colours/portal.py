"""A colour that the desktop itself lets the user pick from the screen, where programs may not look at it.

XDG's portal does that: https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Screenshot.html.
Qt's binding cannot read its answer, so this speaks to the bus without Qt.
"""

from __future__ import annotations

import math
import secrets
import threading
import time
from typing import Any, NoReturn

from flux_desktop.core.errors import Cancelled, Unavailable
from flux_desktop.core.language import tr

__all__ = ["DesktopPick", "not_offered"]

SERVICE, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SCREENSHOT, REQUEST = "org.freedesktop.portal.Screenshot", "org.freedesktop.portal.Request"
FIRST_VERSION = 2
"""Of the interface, with which colours can be picked."""
PICKED, GIVEN_UP = 0, 1
"""How a request ends; any other number: in some other way."""
PATIENCE = 30.0
"""Seconds that a call may take: the portal may have to be started for it. The user may take as long as they like."""
TICK = 0.1
"""Seconds until it is noticed that nobody waits any more."""


class DesktopPick:
    """One request to the desktop, on the bus at `address`: `ask` waits for its end in a thread, `cancel` ends it."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._is_cancelled = threading.Event()

    def cancel(self) -> None:
        """End it from any other thread: `ask` raises Cancelled within moments."""
        self._is_cancelled.set()

    def ask(self) -> str:
        """What the user picked, as `#rrggbb`.

        Cancelled if the user or `cancel` ended it; Unavailable where this desktop has no such thing.
        """
        from jeepney import DBusErrorResponse
        from jeepney.io.blocking import open_dbus_connection

        try:
            with open_dbus_connection(self._address) as bus:
                return self._asked(bus)
        except (DBusErrorResponse, OSError, RuntimeError, ValueError) as error:  # no bus, no portal, or an old one
            raise not_offered(repr(error)) from error

    def _asked(self, bus: Any) -> str:
        owner = self._owner(bus)
        handle = f"{PATH}/request/{bus.unique_name[1:].replace('.', '_')}/flux_desktop_{secrets.token_hex(8)}"
        call = _pick_colour(handle)
        serial = next(bus.outgoing_serial)
        bus.send(call, serial=serial)
        try:
            return self._answer(bus, owner, handle, serial)
        except Cancelled:
            _close(bus, handle)
            raise

    def _owner(self, bus: Any) -> str:
        """The portal's name on the bus while it runs. Listens to what it tells from now on."""
        from jeepney import DBusAddress, MatchRule, Properties
        from jeepney.bus_messages import message_bus

        ((_, version),) = self._call(bus, Properties(DBusAddress(PATH, SERVICE, SCREENSHOT)).get("version"))
        if not isinstance(version, int) or version < FIRST_VERSION:
            raise not_offered(f"version {version}")
        (owner,) = self._call(bus, message_bus.GetNameOwner(SERVICE))
        ends = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        ends.add_arg_condition(0, SERVICE)
        for rule in (MatchRule(type="signal", sender=owner, interface=REQUEST, member="Response"), ends):
            self._call(bus, message_bus.AddMatch(rule))
        return str(owner)

    def _call(self, bus: Any, call: Any) -> Any:
        """The values that a method returns; DBusErrorResponse for an error."""
        from jeepney import HeaderFields
        from jeepney.wrappers import unwrap_msg

        serial, end = next(bus.outgoing_serial), time.monotonic() + PATIENCE
        bus.send(call, serial=serial)
        while time.monotonic() < end:
            message = self._next(bus)
            if message is not None and message.header.fields.get(HeaderFields.reply_serial) == serial:
                return unwrap_msg(message)
        raise TimeoutError

    def _answer(self, bus: Any, owner: str, handle: str, serial: int) -> str:
        """The colour that the request `handle` ends with; its end may be told before the call for it returns."""
        from jeepney import HeaderFields
        from jeepney.wrappers import unwrap_msg

        handles = {handle}
        while True:
            message = self._next(bus)
            fields = message.header.fields if message is not None else {}
            if fields.get(HeaderFields.reply_serial) == serial:
                handles.add(*unwrap_msg(message))  # an old portal gives it a path of its own
            elif fields.get(HeaderFields.member) == "NameOwnerChanged":
                raise not_offered("the portal went away")
            elif fields.get(HeaderFields.path) in handles and _is_of(fields, owner):
                return _colour_of(message.body)

    def _next(self, bus: Any) -> Any:
        """The next message; None if there is none for a moment. Cancelled once nobody waits any more."""
        if self._is_cancelled.is_set():
            _none_picked()
        try:
            return bus.receive(timeout=TICK)
        except TimeoutError:
            return None


def not_offered(detail: str = "") -> Unavailable:
    """That colours can't be picked from the screen here."""
    return Unavailable(tr("This desktop does not let programs look at the screen."), _instead(), detail=detail)


def _pick_colour(handle: str) -> Any:
    from jeepney import DBusAddress, new_method_call

    options = {"handle_token": ("s", handle.rpartition("/")[2])}
    return new_method_call(DBusAddress(PATH, SERVICE, SCREENSHOT), "PickColor", "sa{sv}", ("", options))


def _close(bus: Any, handle: str) -> None:
    """Take the request back: what the desktop shows for it goes away."""
    from jeepney import DBusAddress, MessageFlag, new_method_call

    call = new_method_call(DBusAddress(handle, SERVICE, REQUEST), "Close")
    call.header.flags |= MessageFlag.no_reply_expected
    bus.send(call)


def _is_of(fields: dict[Any, Any], owner: str) -> bool:
    """Whether it is the end of a request, and of the portal: any program may send what looks like one."""
    from jeepney import HeaderFields

    return bool(fields.get(HeaderFields.sender) == owner and fields.get(HeaderFields.signature) == "ua{sv}")


def _colour_of(body: Any) -> str:
    """What a request ended with: a number, and values by their names, each beside its type."""
    response, results = body
    if response == GIVEN_UP:
        _none_picked()
    kind, value = results.get("color", ("", None))
    if response != PICKED or kind != "(ddd)" or not all(math.isfinite(channel) for channel in value):
        raise Unavailable(tr("The desktop did not say which colour was picked."), _instead())
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, channel))):02x}" for channel in value)


def _none_picked() -> NoReturn:
    raise Cancelled(tr("No colour was picked."), _instead())


def _instead() -> str:
    return tr("Pick from the picture, or write the hex, e.g. #0066CC.")
