"""The page of the keyboard: every command with its keys, which can be changed, and whether letters are keys at all."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.commands import Command, command_named
from flux_desktop.core.keymap import MOST_KEYS, NO_KEY, Keymap, refusal
from flux_desktop.ui import icons
from flux_desktop.ui.controls import plain_label
from flux_desktop.ui.dialogs.command_tree import CommandTree, Row, rows_of, search_field, written
from flux_desktop.ui.dialogs.key_capture import KeyCapture
from flux_desktop.ui.dialogs.key_question import KeyQuestion
from flux_desktop.ui.flow import FlowLayout
from flux_desktop.ui.keymap import native
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.theme import GAP, MARGIN, ROW, TIGHT

__all__ = ["KeysEditor"]

HOW = (
    "Choose a command and press Enter, or Add a key, and then the key. Esc or Tab ends that without one. Tab, Esc, "
    "Enter, Space and the arrows stay what they are: they move about and leave. A key can be taken away by its button."
)
LETTERS = "Single letters, digits and signs are keys of the canvas and the history"
LETTERS_NOTE = "They count only while one of the two has the focus; elsewhere they are typed."
FULL = f"{MOST_KEYS} keys are the most that a command can have: take one away first."
ALL_BACK = "Give every command the keys that it came with?"
NONE = "No key"


class KeysEditor(QWidget):
    """A list of commands, and below it the keys of the one that is chosen. Every change counts at once."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "keyboard_page", "Keyboard")
        self._keymap: Keymap | None = None
        self.tree = CommandTree("keyboard_list", "Commands and their keys", ("Command", "Keys", ""))
        self.search = search_field("keyboard_search", self.tree)
        self._all = _button("keyboard_reset_all", "Reset all…")
        self._title = named(plain_label(), "keyboard_command")
        self._chips = FlowLayout(TIGHT)
        self.capture = KeyCapture()
        self._reset = _button("keyboard_reset", "Reset")
        self.question = KeyQuestion()
        self.letters = named(QCheckBox(LETTERS), "keyboard_letters", LETTERS)
        set_note(self.letters, LETTERS_NOTE)
        self._lay_out()
        self.tree.chosen.connect(lambda id: self._show_command())
        self.tree.itemActivated.connect(lambda item: self.capture.start())
        self.capture.captured.connect(self._on_key)
        self.capture.toggled.connect(lambda waits: self.question.clear() if waits else None)
        self._reset.clicked.connect(lambda: self._propose(self._command().keys))
        self._all.clicked.connect(self._ask_reset_all)

    def attach(self, keymap: Keymap) -> None:
        """Show the keys of `keymap`, and change them from now on."""
        self._keymap = keymap
        self.tree.fill(rows_of(self._row))
        self.tree.go_to("open")
        self.letters.setChecked(keymap.letters)
        self.letters.toggled.connect(self._on_letters)
        keymap.changed.connect(self._on_changed)
        self._on_changed()

    # How it is built.

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self._all)
        buttons = QHBoxLayout()
        buttons.addLayout(self._chips, 1)
        buttons.addWidget(self.capture)
        buttons.addWidget(self._reset)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, MARGIN, GAP, 0)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self.tree, 1)
        column.addWidget(self._title)
        column.addLayout(buttons)
        column.addWidget(self.question)
        column.addWidget(self.letters)
        column.addWidget(plain_label(HOW, "quiet", wrap=True))

    def _row(self, command: Command) -> Row:
        return Row(command.id, command.label, written(self._map.keys(command.id)), self._note(command))

    def _note(self, command: Command) -> str:
        """What is unusual about the keys of `command`."""
        if self._map.is_changed(command.id):
            return "Changed"
        given = [keys for keys in command.keys if keys not in self._map.keys(command.id)]
        return ". ".join(f"{native(keys)} is with {_names(self._map.clashes(command.id, keys))}" for keys in given)

    # What is shown.

    def _on_changed(self) -> None:
        for rows in rows_of(self._row).values():
            for row in rows:
                self.tree.change(row)
        self.letters.setChecked(self._map.letters)
        self._all.setEnabled(not self._map.is_default)
        self._show_command()

    def _show_command(self) -> None:
        """Show the keys of the current command as buttons that take them away."""
        id = self.tree.current()
        self.question.clear()
        self._clear_chips()
        for widget in (self.capture, self._reset):
            widget.setEnabled(bool(id))
        if not id:
            self._title.setText("")
            return
        command, keys = self._command(), self._map.keys(id)
        self._title.setText(f"{command.label} · {_where(command)}")
        for one in keys:
            self._chips.addWidget(self._chip(one))
        if not keys:
            self._chips.addWidget(plain_label(NONE, "quiet"))
        icons.redress(self)
        self._reset.setEnabled(keys != command.keys)
        set_note(self._reset, f"Back to {written(command.keys) or 'no key'}")

    def _chip(self, keys: str) -> QPushButton:
        chip = _button(f"key_{keys}", native(keys))
        words = f"Take {native(keys)} away from {self._command().label}"
        chip.setAccessibleName(words)
        set_note(chip, words)
        icons.mark(chip, "x")
        chip.clicked.connect(lambda: self._take_away(keys))
        return chip

    def _clear_chips(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    # What the user does.

    def _on_key(self, keys: str) -> None:
        """A key was pressed for the current command."""
        command, present = self._command(), self._map.keys(self.tree.current())
        problem = refusal(command, keys) if keys else NO_KEY
        if keys in present:
            self.question.tell(f"{native(keys)} is its key already.")
        elif problem or len(present) == MOST_KEYS:
            self.question.tell(problem or FULL, "warning")
        else:
            self._propose((*present, keys))

    def _propose(self, keys: tuple[str, ...]) -> None:
        """Give the current command `keys`; if others have some of them, only when the user says so."""
        id = self.tree.current()
        taken = [one for one in keys if self._map.clashes(id, one)]
        if not taken:
            self._map.set(id, keys)
            return
        owners = _names(self._map.clashes(id, *taken))
        words = f"{written(taken)} is with {owners} now."
        self.question.ask(words, f"Take it from {owners}", lambda: self._map.set(id, keys), self.capture)

    def _take_away(self, keys: str) -> None:
        id = self.tree.current()
        self.capture.setFocus()  # the button that has it goes
        self._map.set(id, [one for one in self._map.keys(id) if one != keys])

    def _ask_reset_all(self) -> None:
        self.question.ask(ALL_BACK, "Reset all", self._map.reset, self.search)

    def _on_letters(self, count: bool) -> None:
        self._map.letters = count

    @property
    def _map(self) -> Keymap:
        assert self._keymap is not None, "attached first"
        return self._keymap

    def _command(self) -> Command:
        return command_named(self.tree.current())


def _button(name: str, words: str) -> QPushButton:
    button = named(QPushButton(words), name, words)
    button.setAutoDefault(False)
    button.setMinimumHeight(ROW)
    return button


def _names(ids: list[str]) -> str:
    return " and ".join(f"“{command_named(id).label}”" for id in ids)


def _where(command: Command) -> str:
    """Where its keys count."""
    if command.contexts == ("window",):
        return "in the whole window"
    panels = " or ".join(f"the {context}" for context in command.contexts if context != "window")
    if "window" in command.contexts:
        return f"in the whole window; letters while {panels} has the focus"
    return f"while {panels} has the focus"
