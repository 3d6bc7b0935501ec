"""What the palette offers, and what was chosen there last."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flux_desktop.core.commands import COMMANDS, NEEDS, Command
from flux_desktop.core.language import tr
from flux_desktop.core.settings import DECLARATIONS, OWN_PLACE
from flux_desktop.ui.keymap import shown
from flux_desktop.ui.palette.entry import PaletteEntry

if TYPE_CHECKING:
    from flux_desktop.services.session import Session
    from flux_desktop.ui.desk.desk import Desk
    from flux_desktop.ui.main_window import MainWindow
    from flux_desktop.ui.palette.overlay import CommandPalette

__all__ = ["PaletteDesk"]

RECENT = "recent:"
KEPT = 12
"""Choices that are remembered."""


class PaletteDesk(QObject):
    """Opens the palette over `window`, with the commands of `desk` and what else of `session` one may look for."""

    def __init__(self, window: MainWindow, session: Session, desk: Desk) -> None:
        super().__init__(desk)
        self._window = window
        self._session = session
        self._desk = desk
        self._palette: CommandPalette | None = None

    def toggle(self) -> None:
        """Open the palette, or close it."""
        if self._palette is None:
            from flux_desktop.ui.palette.overlay import CommandPalette

            self._palette = CommandPalette(self._window)
            self._palette.chosen.connect(self._on_chosen)
        if self._palette.isVisible():
            self._palette.close_quietly()
        else:
            self._palette.open(list(self._entries()), self._latest())

    # What is offered.

    def _entries(self) -> Iterator[PaletteEntry]:
        yield from self._commands()
        yield from self._pages()
        yield from self._recent()
        yield from self._models()
        yield from self._manual()

    def _commands(self) -> Iterator[PaletteEntry]:
        desk = self._desk
        for command in COMMANDS:
            if not command.holds and command.id != "palette":
                keys, act = shown(desk.keymap, command.id), partial(desk.act, command.id)
                reason = self._reason(command)
                yield PaletteEntry(command.id, command.label, command.group, act, command.english, keys, reason)

    def _reason(self, command: Command) -> str:
        """Why it can't be chosen now; "" where it can."""
        if self._desk.actions[command.id].isEnabled():
            return ""
        return tr(NEEDS[command.needs]) if command.needs else tr("It is not possible now.")

    def _pages(self) -> Iterator[PaletteEntry]:
        dialogs, path = self._desk.dialogs, tr("Settings")
        pages: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("general", tr("Settings: General"), "Settings: General", dialogs.open_settings),
            ("providers", tr("Settings: Providers"), "Settings: Providers", dialogs.open_keys),
            ("money", tr("Settings: Money"), "Settings: Money", dialogs.open_money),
            ("storage", tr("Settings: Storage"), "Settings: Storage", dialogs.open_storage),
            ("keyboard", tr("Settings: Keyboard"), "Settings: Keyboard", dialogs.open_keyboard),
        )
        for id, words, english, act in pages:
            yield PaletteEntry(f"settings:{id}", words, path, act, english)
        for param in DECLARATIONS:
            if param.name not in OWN_PLACE:
                act = partial(dialogs.open_setting, param.name)
                yield PaletteEntry(f"setting:{param.name}", tr(param.label), path, act, param.label)

    def _recent(self) -> Iterator[PaletteEntry]:
        for path in self._desk.pictures_in.recent:
            file = PurePath(path)
            words, act = tr("Open {file}", file=file.name), partial(self._session.open_file, path)
            yield PaletteEntry(f"{RECENT}{path}", words, str(file.parent), act)

    def _models(self) -> Iterator[PaletteEntry]:
        names = {provider.id: provider.name for provider in self._session.queue.providers()}
        for mode, path in (("edit", tr("Model that edits")), ("generate", tr("Model that generates"))):
            for model in self._session.models(mode):
                words = tr("Use {model} at {provider}", model=model.name, provider=names[model.provider])
                act = partial(self._window.form.use_model, model)
                yield PaletteEntry(f"model:{model.provider}:{model.id}", words, path, act, f"Use {model.name} {mode}")

    def _manual(self) -> Iterator[PaletteEntry]:
        from flux_desktop.core.help import PAGES, pages

        for id, title in pages():
            act = partial(self._desk.dialogs.show_manual, id)
            yield PaletteEntry(f"manual:{id}", tr("Help: {page}", page=title), tr("Manual"), act, f"Help: {PAGES[id]}")

    # What was chosen.

    def _on_chosen(self, entry: PaletteEntry) -> None:
        if not entry.id.startswith(RECENT):  # those are kept elsewhere, if the user likes that
            latest = [entry.id, *(id for id in self._latest() if id != entry.id)][:KEPT]
            self._session.settings.set("palette_latest", json.dumps(latest))
        entry.act()

    def _latest(self) -> list[str]:
        try:
            kept = json.loads(self._session.settings.text("palette_latest"))
        except (ValueError, RecursionError):
            return []
        return [id for id in kept if isinstance(id, str)] if isinstance(kept, list) else []
