"""A key or another secret of one provider. It is never shown, and leaves the field as soon as it is kept."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton

from flux_desktop.core.errors import FluxError
from flux_desktop.core.language import marked, tr
from flux_desktop.ui.messages.learn import LearnButton
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import QuietComboBox, plain_label
from flux_desktop.ui.theme import GAP, ROW, set_tone

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["KeyCard"]

BUSY = marked("Waiting for your keychain…")
ASKING = marked("Asking the provider…")
PLACES = {
    "keychain": marked("Keep in the keychain"),
    "session": marked("This session only"),
    "file": marked("Plain file (not protected)"),
}
KEPT = {
    "environment": marked("Set in the environment as {variable}"),
    "keychain": marked("●●●●●●●●  kept in the keychain"),
    "session": marked("●●●●●●●●  for this session only"),
    "file": marked("●●●●●●●●  in a plain file, not protected"),
    "": marked("{without} {variable} in the environment works too."),
}
KEPT_SOMEWHERE = marked("Kept: {where}")
PASTE = {"": marked("Paste it here"), "environment": marked("The one in the environment comes first")}
PASTE_ANOTHER = marked("Paste another one to replace it")
KEPT_NOW = marked("Kept. It is tried when you press Test, or with the first edit.")


class KeyCard(QFrame):
    """State, field, place, and the buttons Save, Test and Delete. Errors are shown in the card.

    `name` is that of the provider, or `<provider>_<secret>`; `label` says whose key it is, `without` what it means that
    there is none ("": the usual). Only a provider's key can be tested, and where it is not `needed`, the provider
    without one, too.
    """

    looked = Signal(str)
    """Where the key is, whenever that was looked up: `environment`, `keychain`, `session`, `file`, or ""."""
    help_requested = Signal(str)
    """Carries the place in the manual that says more about an error."""

    def __init__(self, name: str, label: str, *, without: str = "", testable: bool = True, needed: bool = True) -> None:
        super().__init__()
        named(self, f"key_card_{name}", label)
        self._name = name
        self._label = label
        self._without = without or tr("No key.")
        self._needed = needed
        self._where = ""
        self._busy = False
        self._session: Session | None = None
        self.field = named(QLineEdit(), f"key_field_{name}", label)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMinimumHeight(ROW)
        self.place = named(QuietComboBox(), f"key_place_{name}", tr("Where to keep it: {key}", key=label))
        self._save = self._button("save", tr("Save"), self._on_save)
        self._test = self._button("test", tr("Test"), self._on_test)
        self._test.setVisible(testable)
        self._delete = self._button("delete", tr("Delete"), self._on_delete)
        self.status = named(plain_label(wrap=True), f"key_status_{name}")
        self._answer = named(plain_label(wrap=True), f"key_answer_{name}")
        self._learn = LearnButton(f"key_help_{name}")
        self._learn.help_requested.connect(self.help_requested)
        self._keychain, self._file = True, False
        self._lay_out()
        self.field.textChanged.connect(self._refresh)
        self.field.returnPressed.connect(self._on_save)
        self._offer_places()
        self._refresh()

    def attach(self, session: Session) -> None:
        self._session = session
        self._file = bool(session.settings.get("keys_in_file"))
        self._offer_places()
        session.keys.changed.connect(self._on_changed)
        self._look()

    def set_keychain(self, usable: bool) -> None:
        """Whether keys can be kept in the keychain."""
        self._keychain = usable
        self._offer_places()

    def set_file_allowed(self, allowed: bool) -> None:
        self._file = allowed
        self._offer_places()

    # How it is built.

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self._save, self._test, self._delete):
            buttons.addWidget(button)
        buttons.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        grid.addWidget(self.status, 0, 0, 1, 2)
        grid.addWidget(self.field, 1, 0)
        grid.addWidget(self.place, 1, 1)
        grid.addLayout(buttons, 2, 0, 1, 2)
        grid.addWidget(self._answer, 3, 0, 1, 2)
        grid.addWidget(self._learn, 4, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self._answer.hide()

    def _button(self, what: str, words: str, act: Any) -> QPushButton:
        about = tr("{action}: {key}", action=words, key=self._label)
        button = named(QPushButton(words), f"key_{what}_{self._name}", about)
        button.setAutoDefault(False)
        button.setMinimumHeight(ROW)
        button.clicked.connect(lambda checked: act())
        return button

    def _offer_places(self) -> None:
        allowed = ["keychain"] * self._keychain + ["session"] + ["file"] * self._file
        chosen = self.place.currentData()
        self.place.clear()
        for place in allowed:
            self.place.addItem(tr(PLACES[place]), place)
        self.place.choose(chosen if chosen in allowed else allowed[0])

    # What it does.

    def _look(self) -> None:
        assert self._session is not None, "attached first"
        self._start(self._session.keys.where(self._name), self._show_where)

    def _on_changed(self, name: str) -> None:
        if name == self._name:
            self._look()

    def _on_save(self) -> None:
        key = self.field.text().strip()
        if self._session is None or not key or self._busy:
            return
        keys, place = self._session.keys, self.place.currentData()
        self._start(keys.set(self._name, key, place), lambda _: self._saved())

    def _saved(self) -> None:
        self.field.clear()
        self._say(tr("Kept.") if self._test.isHidden() else tr(KEPT_NOW), "success")

    def _on_delete(self) -> None:
        if self._session is not None and not self._busy:
            self._start(self._session.keys.delete(self._name), lambda _: self._say(tr("Deleted."), "quiet"))

    def _on_test(self) -> None:
        if self._session is not None and not self._busy:
            self._start(
                self._session.keys.test(self._name),
                lambda words: self._say(words, "success"),
                ASKING,
            )

    def _start(self, work: Coroutine[Any, Any, Any], then: Any, busy: str = BUSY) -> None:
        """Await `work` of the keys: the card says what it waits for, and takes no second order meanwhile."""
        assert self._session is not None, "attached first"
        if any(button.hasFocus() for button in (self._save, self._test, self._delete)):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # a disabled button would hand it out of the card
        self._set_busy(tr(busy))

        def done(result: object) -> None:
            self._set_busy("")
            then(result)

        self._session.run(work, done, self._fail)

    def _fail(self, error: FluxError) -> None:
        self._set_busy("")
        self._say(f"{error.title} {error.hint}".strip(), "danger")
        self._learn.put(error)

    def _show_where(self, where: str) -> None:
        self._where = where
        variable = f"FLUX_DESKTOP_{self._name.upper()}_KEY"
        kept = KEPT.get(where, KEPT_SOMEWHERE)
        self.status.setText(tr(kept, variable=variable, without=self._without, where=where))
        set_tone(self.status, "quiet" if not where else "")
        self.field.setPlaceholderText(tr(PASTE.get(where, PASTE_ANOTHER)))
        self._save.setText(tr("Replace") if where else tr("Save"))
        outside = tr("It is set outside the program and comes before any other.") if where == "environment" else ""
        set_note(self._delete, outside)
        self._refresh()
        self.looked.emit(where)

    def _say(self, words: str, tone: str) -> None:
        self._learn.put(None)
        self._answer.setText(words)
        set_tone(self._answer, tone)
        self._answer.setVisible(bool(words))

    def _set_busy(self, words: str) -> None:
        self._busy = bool(words)
        if words:
            self._say(words, "quiet")
        elif self._answer.text() in (tr(BUSY), tr(ASKING)):
            self._say("", "")
        self._refresh()

    def _refresh(self) -> None:
        typed = bool(self.field.text().strip())
        self._save.setEnabled(typed and not self._busy)
        self._test.setEnabled((bool(self._where) or not self._needed) and not typed and not self._busy)
        note = tr("Save the key first.") if typed else tr("Try the key by a call that costs nothing.")
        set_note(self._test, note)
        self._delete.setEnabled(self._where not in ("", "environment") and not self._busy)
