"""Parts of pages that the program writes itself, as it is by now: `{list:keys}` and `{list:vocabulary}`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from flux_desktop.core.commands import COMMANDS
from flux_desktop.core.keymap import Keymap
from flux_desktop.core.language import tr
from flux_desktop.ui.manual.markdown import Block

__all__ = ["LISTS"]


def _keys(keymap: Keymap) -> Iterator[Block]:
    """Every command that has a key now, under the headings of the menus."""
    rows = ((one.group, f"| {{label:{one.id}}} | {{keys:{one.id}}} |") for one in COMMANDS if keymap.live_keys(one.id))
    yield from _tables("keys", f"| {tr('Command')} | {tr('Keys')} |", rows)


def _vocabulary(keymap: Keymap) -> Iterator[Block]:
    """Everything that the offline editor understands, by topic; what makes pictures last."""
    from flux_desktop.core.vocabulary import entries

    del keymap
    for mode in ("edit", "generate"):
        rows = (
            (tr(one.topic), f"| {', '.join(f'`{phrase}`' for phrase in one.phrases)} | {tr(one.what)} |")
            for one in entries(mode)
        )
        yield from _tables(mode, f"| {tr('Examples')} | {tr('What it does')} |", rows)


LISTS: Mapping[str, Callable[[Keymap], Iterator[Block]]] = MappingProxyType({"keys": _keys, "vocabulary": _vocabulary})
"""What makes the blocks of each list."""


def _tables(name: str, head: str, rows: Iterator[tuple[str, str]]) -> Iterator[Block]:
    """A heading and a table for each group of `rows`, which are (group, row)."""
    groups: dict[str, list[str]] = {}
    for group, row in rows:
        groups.setdefault(group, []).append(row)
    for number, (group, lines) in enumerate(groups.items()):
        yield Block("h3", (group,), f"{name}-{number}")
        yield Block("table", (head, *lines))
