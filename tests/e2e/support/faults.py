"""What is wrong with controls as a screen reader finds them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from tests.e2e.support.atspi import Node

__all__ = ["faults"]

NOTHING_SAID = frozenset({"filler", "unknown", "invalid", "redundant object", ""})
"""Roles that tell nothing of what a control is for."""
PARTS = frozenset(
    {"list item", "menu item", "tree item", "cell", "page tab", "page tab list", "label", "table column header"}
)
"""Parts of a control, which have its identifier, and words, which need none."""
GROUPS = frozenset({"panel", "grouping"})
"""Of controls, of which one takes the focus for the group."""
FACE = re.compile(r"[a-z][a-z0-9_]*(-[a-z0-9_.]+)*")


def faults(window: Node, labels: Callable[[Node], Sequence[str]]) -> list[str]:
    """One line for everything that `window` lacks; `labels` tells what the labels of a control say."""
    found = [] if window.name else [f"{window.id}: the window has no name"]
    for node in window.walk():
        if "focusable" in node.states and node.role not in PARTS | GROUPS:
            found += [f"{node.role} {node.id} “{node.name}”: {fault}" for fault in _of_control(node, labels)]
        found += [f"{node.id}: {fault}" for fault in _of_siblings(node)]
    return found


def _of_control(node: Node, labels: Callable[[Node], Sequence[str]]) -> list[str]:
    found = []
    if node.role in NOTHING_SAID:
        found.append("no role")
    if not node.name.strip():
        found.append("no name")
    if FACE.fullmatch(node.id) is None:
        found.append("no identifier of its own")
    if node.role == "combo box" and not node.description and not labels(node):
        found.append("says its value and not what that is of")
    return found


def _of_siblings(node: Node) -> list[str]:
    """Controls beside each other that a listener could not tell apart; menus say their values, and have labels."""
    controls = (child for child in node.children if "focusable" in child.states and child.role not in PARTS)
    names = Counter((child.role, child.name) for child in controls if child.role != "combo box")
    return [f"{count} × {role} “{name}”" for (role, name), count in names.items() if count > 1]
