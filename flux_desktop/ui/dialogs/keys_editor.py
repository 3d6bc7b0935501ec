"""The page of the keyboard: every command with its keys, which can be changed, and whether letters are keys at all."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from types import MappingProxyType

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.commands import Command, Context, command_named
from flux_desktop.core.keymap import MOST_KEYS, NO_KEY, Keymap, refusal
from flux_desktop.core.language import marked, tr
from flux_desktop.ui import icons
from flux_desktop.ui.dialogs.command_tree import CommandTree, Row, rows_of, search_field, written
from flux_desktop.ui.dialogs.key_capture import KeyCapture
from flux_desktop.ui.dialogs.key_question import KeyQuestion
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.parts.flow import FlowLayout
from flux_desktop.ui.theme import GAP, MARGIN, ROW, TIGHT
from flux_desktop.ui.wording import native

__all__ = ["KeysEditor"]

HOW = marked(
    "Choose a command and press Enter, or Add a key, and then the key. Esc or Tab ends that without one. Tab, Esc, "
    "Enter, Space and the arrows stay what they are: they move about and leave. A key can be taken away by its button."
)
LETTERS = marked("Single letters, digits and signs are keys of the canvas and the history")
FULL = marked("{most} keys are the most that a command can have: take one away first.")
LETTERS_NOTE = marked("They count only while one of the two has the focus; elsewhere they are typed.")
ALL_BACK = marked("Give every command the keys that it came with?")

PLACES: Mapping[tuple[Context, ...], str] = MappingProxyType(
    {
        ("window",): marked("in the whole window"),
        ("canvas",): marked("while the canvas has the focus"),
        ("history",): marked("while the history has the focus"),
        ("canvas", "history"): marked("while the canvas or the history has the focus"),
        ("window", "canvas"): marked("in the whole window; letters while the canvas has the focus"),
        ("window", "history"): marked("in the whole window; letters while the history has the focus"),
        ("window", "canvas", "history"): marked(
            "in the whole window; letters while the canvas or the history has the focus"
        ),
    }
)
"""Where the keys of a command count, by its contexts."""


class KeysEditor(QWidget):
    """A list of commands, and below it the keys of the one that is chosen. Every change counts at once."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "keyboard_page", tr("Keyboard"))
        self._keymap: Keymap | None = None
        self.tree = CommandTree("keyboard_list", tr("Commands and their keys"), (tr("Command"), tr("Keys"), ""))
        self.search = search_field("keyboard_search", self.tree)
        self._all = _button("keyboard_reset_all", tr("Reset all…"))
        self._title = named(plain_label(), "keyboard_command")
        self._where = named(plain_label(tone="quiet"), "keyboard_where")
        self._chips = [self._chip(number) for number in range(MOST_KEYS)]
        self._none = plain_label(tr("No key"), "quiet")
        self.capture = KeyCapture()
        self._reset = _button("keyboard_reset", tr("Reset"))
        self.question = KeyQuestion()
        self.letters = named(QCheckBox(tr(LETTERS)), "keyboard_letters", tr(LETTERS))
        set_note(self.letters, tr(LETTERS_NOTE))
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
        title = QHBoxLayout()
        title.setSpacing(GAP)
        title.addWidget(self._title)
        title.addWidget(self._where, 1)
        chips = FlowLayout(TIGHT)
        for chip in (*self._chips, self._none):
            chips.addWidget(chip)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addLayout(chips, 1)
        buttons.addWidget(self.capture)
        buttons.addWidget(self._reset)
        bottom = QHBoxLayout()
        bottom.addWidget(self.letters, 1)
        bottom.addWidget(self._all)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, MARGIN, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        column.addLayout(title)
        column.addLayout(buttons)
        column.addWidget(self.question)
        column.addLayout(bottom)
        column.addWidget(plain_label(tr(HOW), "quiet", wrap=True))

    def _chip(self, number: int) -> QPushButton:
        """The button that takes away the key of that number."""
        chip = _button(f"key_chip_{number}", tr("Key"))
        icons.mark(chip, "x")
        chip.clicked.connect(lambda: self._take_away(number))
        return chip

    def _row(self, command: Command) -> Row:
        return Row(command.id, command.label, written(self._map.keys(command.id)), self._note(command))

    def _note(self, command: Command) -> str:
        """What is unusual about the keys of `command`."""
        keys = self._map.keys(command.id)
        if keys and not self._map.live_keys(command.id):
            return tr("Switched off")
        if self._map.is_changed(command.id):
            return tr("Changed")
        given = [one for one in command.keys if one not in keys]
        return ". ".join(_belongs([one], self._map.clashes(command.id, one)) for one in given)

    # What is shown.

    def _on_changed(self) -> None:
        self.tree.change(rows_of(self._row))
        self.letters.setChecked(self._map.letters)
        self._all.setEnabled(not self._map.is_default)
        self._show_command()

    def _show_command(self) -> None:
        """Show the current command below the list; a search may leave none."""
        id = self.tree.current()
        command = command_named(id) if id else None
        keys = self._map.keys(id) if id else ()
        self.question.clear()
        self._title.setText(command.label if command else "")
        self._where.setText(_where(command) if command else "")
        self._show_chips(keys)
        self.capture.setEnabled(command is not None)
        self._reset.setEnabled(command is not None and keys != command.keys)
        if command is not None:
            set_note(self._reset, _back_to(command.keys))

    def _show_chips(self, keys: tuple[str, ...]) -> None:
        """Show `keys` as buttons that take them away."""
        for chip, one in zip_longest(self._chips, keys):
            chip.setVisible(one is not None)
            if one is not None:
                words = tr("Take {key} away from {command}", key=native(one), command=self._command().label)
                chip.setText(native(one))
                chip.setAccessibleName(words)
                set_note(chip, words)
        self._none.setVisible(not keys)

    # What the user does.

    def _on_key(self, keys: str) -> None:
        """A key was pressed for the current command."""
        command, present = self._command(), self._map.keys(self.tree.current())
        problem = refusal(command, keys) if keys else tr(NO_KEY)
        if keys in present:
            self.question.tell(tr("{key} is its key already.", key=native(keys)))
        elif problem or len(present) == MOST_KEYS:
            self.question.tell(problem or tr(FULL, most=MOST_KEYS), "warning")
        else:
            self._propose((*present, keys))

    def _propose(self, keys: tuple[str, ...]) -> None:
        """Give the current command `keys`; if others have some of them, only when the user says so."""
        id = self.tree.current()
        taken = [one for one in keys if self._map.clashes(id, one)]
        if not taken:
            self._map.set(id, keys)
            return
        owners = self._map.clashes(id, *taken)
        take = tr("Take it from {commands}", commands=_names(owners))
        self.question.ask(f"{_belongs(taken, owners)}.", take, lambda: self._map.set(id, keys), self.capture)

    def _take_away(self, number: int) -> None:
        id = self.tree.current()
        keys = self._map.keys(id)
        self.capture.setFocus()  # the last of the buttons goes
        self._map.set(id, (*keys[:number], *keys[number + 1 :]))

    def _ask_reset_all(self) -> None:
        self.question.ask(tr(ALL_BACK), tr("Reset all"), self._map.reset, self.search)

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
    return tr(" and ", "between two commands").join(tr("“{name}”", name=command_named(id).label) for id in ids)


def _belongs(keys: list[str], ids: list[str]) -> str:
    """Whose `keys` are."""
    return tr("{keys} belongs to {commands}", keys=written(keys), commands=_names(ids))


def _back_to(keys: tuple[str, ...]) -> str:
    return tr("Back to {keys}", keys=written(keys)) if keys else tr("Back to no key")


def _where(command: Command) -> str:
    """Where its keys count."""
    return tr(PLACES[command.contexts])
