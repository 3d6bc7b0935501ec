"""What is said the first time that a tool is used, and never again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.keymap import shown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.keymap import Keymap
    from flux_desktop.services.session import Session
    from flux_desktop.ui.main_window import MainWindow
    from flux_desktop.ui.parts.hint_line import HintLine

__all__ = ["HINTS", "Hints"]

HINTS: Mapping[str, str] = MappingProxyType(
    {
        "first_edit": marked("Say below what to change, then press {run}."),
        "divider": marked("Drag the line, or move it with the arrow keys. Hold {peek} to see the picture before."),
        "loupe": marked("It enlarges what is under the pointer. The arrow keys move it, Esc puts it away."),
        "changes": marked("It measures what the model moved or tinted besides. Both can be put right there."),
        "compare_with": marked("Any two results can be compared. {compare_with} on the same one again ends it."),
        "seed": marked("The same seed with other words changes little else. Empty its field for a random one."),
        "references": marked("The picture that is edited is image 1, references follow: name them so in the prompt."),
        "tree": marked("Each result hangs on the one that it was made from. Edit any of them further: it branches."),
        "trash": marked("What was deleted stays here, and can be brought back, until you delete it for good."),
        "vary": marked("Each variation has a seed of its own, and is an edit of its own that is paid for."),
    }
)
"""Keys of commands stand in braces."""
Offer = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""
SAMPLE, SAMPLE_PROMPT = "sample.jpg", "make the purple flowers pink"
ANY_PROMPT = "warmer, with more contrast"
"""What the offline editor understands, for any picture."""
FIRST_AFTER = 50
"""Milliseconds after a picture that was opened is seen, when all else has to do with it."""


class Hints(QObject):
    """Watches what is used for the first time; `done` is called when the user does something else.

    The setting `hints` switches all of them off, `hints_seen` has those that were shown.
    """

    def __init__(self, window: MainWindow, session: Session, keymap: Keymap) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._keymap = keymap
        self._line: HintLine | None = None
        self._now = ""
        self._opened: HistoryNode | None = None
        """A picture to edit of which nothing was said yet."""
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(FIRST_AFTER)
        self._first.timeout.connect(self._tell_first)
        self._connect()

    def tell(self, name: str, tool: QWidget, offer: Offer | None = None) -> None:
        """Show the hint of that name near `tool`, unless it was shown before or none is wanted."""
        settings = self._session.settings
        seen = self._seen()
        if name in seen or not settings.get("hints"):
            return
        settings.set("hints_seen", json.dumps([*seen, name]))
        if self._line is None:
            from flux_desktop.ui.parts.hint_line import HintLine

            canvas = self._window.canvas
            self._line = HintLine(self._window, canvas, self._window.messages)
            self._line.room_taken.connect(lambda taken: canvas.extras.make_room_for_words(taken, "hint"))
        keys = {one: shown(self._keymap, one) or tr("its key") for one in ("run", "peek", "compare_with")}
        self._now = name
        self._line.tell(tr(HINTS[name]).format(**keys), tool, offer)

    def done(self, name: str = "") -> None:
        """Take away the hint of that name, or any."""
        if self._line is not None and name in ("", self._now):
            self._line.end()

    def text(self) -> str:
        """What is said now; "" while nothing is."""
        return self._line.text() if self._line is not None else ""

    @property
    def is_about_to_tell(self) -> bool:
        """Whether a picture was opened of which something is said in a moment."""
        return self._opened is not None

    def on_command(self, command: str) -> None:
        """A command was carried out; some have a hint."""
        if command in ("changes", "vary") and self._session.current is not None:
            self.tell(command, self._window.history)
        elif command == "show_trash":
            self.tell("trash", self._window.history)

    # What is used for the first time.

    def _connect(self) -> None:
        session, canvas = self._session, self._window.canvas
        session.source_changed.connect(self._on_source)
        self._window.prompt.textChanged.connect(lambda: self.done("first_edit"))
        session.recalled.connect(lambda recipe, what: self._on_recall(what))
        session.references_changed.connect(self._on_references)
        session.comparison_changed.connect(self._on_partner)
        session.settings.changed.connect(self._on_setting)
        canvas.compare_changed.connect(self._on_mode)
        canvas.split_changed.connect(lambda: self.done("divider"))
        canvas.loupe_toggled.connect(self._on_loupe)

    def _on_source(self, node: HistoryNode | None) -> None:
        self._opened = node if not self._window.prompt.text() else None
        if self._opened is None:
            self.done("first_edit")

    def on_picture(self) -> None:
        """The picture that is wanted is on the canvas."""
        if self.is_about_to_tell:
            self._first.start()

    def _tell_first(self) -> None:
        prompt, model = self._window.prompt, self._window.chooser.model()
        node, self._opened = self._opened, None
        if node is None or self._session.source != node or prompt.text():
            return
        example = SAMPLE_PROMPT if node.name == SAMPLE else ANY_PROMPT
        offer = None
        if model is not None and model.provider == "offline":
            words = tr("Try “{example}”", example=example)
            offer = (words, lambda: self._window.form.put_prompt(example))
        self.tell("first_edit", prompt, offer)

    def _on_recall(self, what: str) -> None:
        if what == "seed":
            self.tell("seed", self._window.params)

    def _on_references(self, nodes: tuple[HistoryNode, ...]) -> None:
        if nodes:
            self.tell("references", self._window.references)

    def _on_partner(self, partner: HistoryNode | None) -> None:
        if partner is not None:
            self.tell("compare_with", self._window.canvas)

    def _on_mode(self) -> None:
        canvas = self._window.canvas
        if canvas.is_comparing and canvas.compare_mode.has_divider:
            self.tell("divider", canvas)
        else:
            self.done("divider")

    def _on_loupe(self, out: bool) -> None:
        if out:
            self.tell("loupe", self._window.canvas)
        else:
            self.done("loupe")

    def _on_setting(self, name: str) -> None:
        settings = self._session.settings
        if name == "hints" and not settings.get("hints"):
            self.done()
        elif name == "history_view" and settings.text("history_view") == "tree":
            self.tell("tree", self._window.history)

    def _seen(self) -> list[str]:
        try:
            kept = json.loads(self._session.settings.text("hints_seen"))
        except (ValueError, RecursionError):
            return []
        return [name for name in kept if isinstance(name, str)] if isinstance(kept, list) else []
