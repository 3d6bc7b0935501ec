"""The key of one provider. The key itself is never shown, and leaves the field as soon as it is kept."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton

from flux_desktop.core.errors import FluxError
from flux_desktop.ui.controls import QuietComboBox, plain_label
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.theme import GAP, ROW, set_tone

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["KeyCard"]

BUSY = "Waiting for your keychain…"
PLACES = {
    "keychain": "Keep in the keychain",
    "session": "This session only",
    "file": "Plain file (not protected)",
}
KEPT = {
    "environment": "Set in the environment as {variable}",
    "keychain": "●●●●●●●●  kept in the keychain",
    "session": "●●●●●●●●  for this session only",
    "file": "●●●●●●●●  in a plain file, not protected",
    "": "No key. {variable} in the environment works too.",
}


class KeyCard(QFrame):
    """State, field, place, and the buttons Save, Test and Delete. Errors are shown in the card."""

    busy_changed = Signal(bool)

    def __init__(self, provider: str, name: str, about: str, url: str) -> None:
        super().__init__()
        named(self, f"key_card_{provider}", f"Key of {name}")
        self._provider = provider
        self._name = name
        self._where = ""
        self._busy = False
        self._session: Session | None = None
        self.field = named(QLineEdit(), f"key_field_{provider}", f"Key of {name}")
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText("Paste the key here")
        self.place = named(QuietComboBox(), f"key_place_{provider}", "Where to keep the key")
        self._save = self._button("save", "Save", self._on_save)
        self._test = self._button("test", "Test", self._on_test)
        self._delete = self._button("delete", "Delete", self._on_delete)
        self.status = named(plain_label(wrap=True), f"key_status_{provider}")
        self._answer = named(plain_label(wrap=True), f"key_answer_{provider}")
        self._keychain, self._file = True, False
        self._lay_out(about, url)
        self.field.textChanged.connect(self._refresh)
        self.field.returnPressed.connect(self._on_save)
        self._offer_places()
        self._show_where("")

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

    def _lay_out(self, about: str, url: str) -> None:
        title = plain_label(self._name)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        if url:
            link = named(QPushButton("Get a key…"), f"key_link_{self._provider}", f"Open {url}")
            link.setProperty("flat", "true")
            link.setToolTip(url)
            link.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(url)))
            head.addWidget(link)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self._save, self._test, self._delete):
            buttons.addWidget(button)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, GAP)
        grid.setSpacing(GAP)
        grid.addLayout(head, 0, 0, 1, 2)
        if about:
            grid.addWidget(plain_label(about, "quiet", wrap=True), 1, 0, 1, 2)
        grid.addWidget(self.status, 2, 0, 1, 2)
        grid.addWidget(self.field, 3, 0)
        grid.addWidget(self.place, 3, 1)
        grid.addLayout(buttons, 4, 0, 1, 2)
        grid.addWidget(self._answer, 5, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self._answer.hide()

    def _button(self, what: str, words: str, act: Any) -> QPushButton:
        button = named(QPushButton(words), f"key_{what}_{self._provider}", f"{words} the key of {self._name}")
        button.setAutoDefault(False)
        button.setMinimumHeight(ROW)
        button.clicked.connect(lambda checked: act())
        return button

    def _offer_places(self) -> None:
        allowed = ["keychain"] * self._keychain + ["session"] + ["file"] * self._file
        chosen = self.place.currentData()
        self.place.clear()
        for place in allowed:
            self.place.addItem(PLACES[place], place)
        self.place.choose(chosen if chosen in allowed else allowed[0])

    # What it does.

    def _look(self) -> None:
        assert self._session is not None, "attached first"
        self._start(self._session.keys.where(self._provider), self._show_where)

    def _on_changed(self, provider: str) -> None:
        if provider == self._provider:
            self._look()

    def _on_save(self) -> None:
        key = self.field.text().strip()
        if self._session is None or not key or self._busy:
            return
        keys, place = self._session.keys, self.place.currentData()
        self._start(keys.set(self._provider, key, place), lambda _: self._saved())

    def _saved(self) -> None:
        self.field.clear()
        self._say("Kept. It is tried when you press Test, or with the first edit.", "success")

    def _on_delete(self) -> None:
        if self._session is not None and not self._busy:
            self._start(self._session.keys.delete(self._provider), lambda _: self._say("Deleted.", "quiet"))

    def _on_test(self) -> None:
        if self._session is not None and not self._busy:
            self._start(
                self._session.keys.test(self._provider),
                lambda words: self._say(words, "success"),
                "Asking the provider…",
            )

    def _start(self, work: Coroutine[Any, Any, Any], then: Any, busy: str = BUSY) -> None:
        """Await `work` of the keys: the card says what it waits for, and takes no second order meanwhile."""
        assert self._session is not None, "attached first"
        self._set_busy(busy)

        def done(result: object) -> None:
            self._set_busy("")
            then(result)

        self._session.run(work, done, self._fail)

    def _fail(self, error: FluxError) -> None:
        self._set_busy("")
        self._say(f"{error.title} {error.hint}".strip(), "danger")

    def _show_where(self, where: str) -> None:
        self._where = where
        variable = f"FLUX_DESKTOP_{self._provider.upper()}_KEY"
        self.status.setText(KEPT.get(where, f"Kept: {where}").format(variable=variable))
        set_tone(self.status, "quiet" if not where else "")
        outside = "It is set outside the program and comes before any other." if where == "environment" else ""
        set_note(self._delete, outside)
        self._refresh()

    def _say(self, words: str, tone: str) -> None:
        self._answer.setText(words)
        set_tone(self._answer, tone)
        self._answer.setVisible(bool(words))

    def _set_busy(self, words: str) -> None:
        self._busy = bool(words)
        if words:
            self._say(words, "quiet")
        elif self._answer.text() in (BUSY, "Asking the provider…"):
            self._say("", "")
        self._refresh()

    def _refresh(self) -> None:
        typed = bool(self.field.text().strip())
        self._save.setEnabled(typed and not self._busy)
        self._test.setEnabled(bool(self._where) and not typed and not self._busy)
        set_note(self._test, "Save the key first." if typed else "Try the key by a call that costs nothing.")
        self._delete.setEnabled(self._where not in ("", "environment") and not self._busy)
