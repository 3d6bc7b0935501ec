"""The program as a screen reader finds it: through AT-SPI, over a bus of the test's own."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from jeepney import DBusAddress, MatchRule, Message, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

__all__ = ["SERVICE", "Node", "ScreenReader", "a11y_bus"]

SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
"""What starts all that is needed; at-spi2-core brings it."""
ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE, VALUE, ACTION, COMPONENT = (
    f"org.a11y.atspi.{face}" for face in ("Accessible", "Value", "Action", "Component")
)
REGISTRY = DBusAddress(ROOT, "org.a11y.atspi.Registry", ACCESSIBLE)
ANNOUNCEMENT = "object:announcement"
NOTHING = "/org/a11y/atspi/null"
PATIENCE = 20.0
LABELLED_BY = 2
STATES = {
    1: "active",
    4: "checked",
    7: "editable",
    8: "enabled",
    9: "expandable",
    10: "expanded",
    11: "focusable",
    12: "focused",
    15: "iconified",
    16: "modal",
    17: "multi line",
    18: "multiselectable",
    20: "pressed",
    22: "selectable",
    23: "selected",
    25: "showing",
    26: "single line",
    30: "visible",
    41: "checkable",
    42: "has popup",
    43: "read only",
}
"""Names of the bits of AtspiStateType that are looked at."""


@dataclass(frozen=True)
class Node:
    """What a screen reader is told of one control; `path` is where it is asked for more."""

    path: str
    role: str
    name: str
    description: str
    id: str
    states: frozenset[str]
    children: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """This one and everything in it, in the order of reading."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, id: str) -> Node:
        """The one of this id; LookupError where there is none."""
        for node in self.walk():
            if node.id == id:
                return node
        raise LookupError(id)

    def dump(self, depth: int = 0) -> str:
        """A line for each, what is in it further to the right."""
        words = [
            f"{'  ' * depth}[{self.role}]",
            f"“{self.name}”" if self.name else "-",
            f"#{self.id}" if self.id else "",
        ]
        words += [f"({', '.join(sorted(self.states - {'visible', 'enabled', 'showing'}))})"]
        words += ["DISABLED"] * ("enabled" not in self.states) + [f"— {self.description!r}"] * bool(self.description)
        return "\n".join([" ".join(filter(None, words)), *(child.dump(depth + 1) for child in self.children)])


@contextmanager
def a11y_bus(folder: Path) -> Iterator[str]:
    """A session bus that starts the accessibility services when they are asked for; its address, while entered."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    own = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(runtime), "PATH": os.environ["PATH"], "NO_AT_BRIDGE": "1"}
    words = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with (folder / "dbus.log").open("wb") as log:
        daemon = subprocess.Popen(words, env=own, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        assert address, (folder / "dbus.log").read_text()
        yield address
    finally:
        daemon.terminate()
        daemon.communicate(timeout=10)


class ScreenReader:
    """Reads the program that runs on the session bus `address`, and hears what it announces."""

    def __init__(self, address: str) -> None:
        with open_dbus_connection(address) as session:
            launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (own,) = session.send_and_get_reply(new_method_call(launcher, "GetAddress"), timeout=PATIENCE).body
        self._bus: DBusConnection = open_dbus_connection(own)
        self._program = ""

    def __enter__(self) -> Self:
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")
        self._ask(message_bus, "AddMatch", "s", rule.serialise())
        self._told = self._bus.filter(rule, bufsize=100).__enter__()
        registry = DBusAddress("/org/a11y/atspi/registry", REGISTRY.bus_name, "org.a11y.atspi.Registry")
        self._ask(registry, "RegisterEvent", "sass", ANNOUNCEMENT, [], "")
        return self

    def __exit__(self, *error: object) -> None:
        self._bus.close()

    def find_program(self, name: str = "flux-desktop") -> None:
        """Wait until the program is on the bus."""
        end = time.monotonic() + PATIENCE
        while not self._program:
            assert time.monotonic() < end, f"{name} is not on the bus"
            for owner, path in self._ask(REGISTRY, "GetChildren"):
                if self._get(owner, path, ACCESSIBLE, "Name") == name:
                    self._program = owner
            time.sleep(0.01)

    def windows(self) -> list[Node]:
        """The windows that are shown, without what is in them; one may close while they are asked."""
        shown = []
        for path in self._children(ROOT):
            with suppress(DBusErrorResponse):
                shown.append(self._alone(path))
        return [node for node in shown if "showing" in node.states]

    def tree(self, window: Node, *, hidden: bool = False) -> Node:
        """A window with everything that is shown in it now; `hidden`: with all that could be, closed menus too."""
        return self._with_children(window, hidden)

    def labels(self, node: Node) -> list[str]:
        """What the labels say that belong to a control."""
        relations = self._ask(DBusAddress(node.path, self._program, ACCESSIBLE), "GetRelationSet")
        paths = [path for kind, targets in relations if kind == LABELLED_BY for _, path in targets]
        return [self._alone(path).name for path in paths]

    def value(self, node: Node) -> float:
        return float(self._get(self._program, node.path, VALUE, "CurrentValue"))

    def set_value(self, node: Node, value: float) -> None:
        address = DBusAddress(node.path, self._program, VALUE)
        self._send(Properties(address).set("CurrentValue", "d", value))

    def press(self, node: Node) -> None:
        """Do the first of what can be done with it."""
        self._ask(DBusAddress(node.path, self._program, ACTION), "DoAction", "i", 0)

    def announced(self) -> tuple[str, bool]:
        """The next announcement, and whether it interrupts; TimeoutError if none comes."""
        _, politeness, _, (_, words), _ = self._bus.recv_until_filtered(self._told, timeout=PATIENCE).body
        return words, politeness > 1

    # Private.

    def _alone(self, path: str) -> Node:
        at = DBusAddress(path, self._program, ACCESSIBLE)
        low, high = self._ask(at, "GetState")
        name, description, id = (
            self._get(self._program, path, ACCESSIBLE, fact) for fact in ("Name", "Description", "AccessibleId")
        )
        return Node(
            path,
            self._ask(at, "GetRoleName"),
            name,
            description,
            id,
            frozenset(state for bit, state in STATES.items() if (low | high << 32) >> bit & 1),
        )

    def _with_children(self, node: Node, hidden: bool) -> Node:
        if not hidden and "showing" not in node.states:
            return node
        inside = (self._with_children(self._alone(path), hidden) for path in self._children(node.path))
        return replace(node, children=tuple(child for child in inside if hidden or "showing" in child.states))

    def _children(self, path: str) -> list[str]:
        found = self._ask(DBusAddress(path, self._program, ACCESSIBLE), "GetChildren")
        return [child for _, child in found if child != NOTHING]

    def _get(self, owner: str, path: str, face: str, name: str) -> Any:
        """A property: an object says what it is a variant of, too."""
        return self._send(Properties(DBusAddress(path, owner, face)).get(name))[0][1]

    def _ask(self, address: DBusAddress, method: str, signature: str = "", *body: object) -> Any:
        answer = self._send(new_method_call(address, method, signature or None, body))
        return answer[0] if answer else None

    def _send(self, message: Message) -> tuple[Any, ...]:
        body: tuple[Any, ...] = unwrap_msg(self._bus.send_and_get_reply(message, timeout=PATIENCE))
        return body
