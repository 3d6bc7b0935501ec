"""The page of the keys: for each provider where its key is kept, and ways to set, test and delete it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from flux_desktop.core.settings import DECLARATIONS
from flux_desktop.ui.controls import plain_label
from flux_desktop.ui.dialogs.key_card import KeyCard
from flux_desktop.ui.naming import named
from flux_desktop.ui.theme import GAP, MARGIN

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["KeysPage"]

INTRO = (
    "A key is sent to its own provider and nowhere else. It is kept in the system's keychain, or for this session "
    "only; a key in the environment comes before both."
)


class KeysPage(QScrollArea):
    """One card a provider that needs a key."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "keys_page", "Keys")
        self._cards: dict[str, KeyCard] = {}
        self._session: Session | None = None
        self._problem = named(plain_label(tone="warning", wrap=True), "keychain_problem")
        self._problem.hide()
        self._in_file = self._file_switch()
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(GAP, MARGIN, GAP, MARGIN)
        self._column.setSpacing(MARGIN)
        self._column.addWidget(plain_label(INTRO, "quiet", wrap=True))
        self._column.addWidget(self._problem)
        self._column.addWidget(self._in_file)
        self._column.addStretch()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def attach(self, session: Session) -> None:
        """Make a card for each provider of `session` that needs a key, and ask where the keys are."""
        self._session = session
        for provider in session.queue.providers():
            if provider.needs_key:
                card = KeyCard(provider.id, provider.name, provider.about, provider.key_url)
                card.attach(session)
                self._cards[provider.id] = card
                self._column.insertWidget(self._column.count() - 2, card)
        self._in_file.setChecked(bool(session.settings.get("keys_in_file")))
        self._in_file.toggled.connect(lambda on: session.settings.set("keys_in_file", on))
        session.settings.changed.connect(self._on_setting)
        session.run(session.keys.keychain_problem(), self._show_problem, lambda error: self._show_problem(error.title))

    def go_to(self, provider: str) -> None:
        """Bring the card of `provider` into sight, ready to paste a key."""
        card = self._cards.get(provider) or next(iter(self._cards.values()), None)
        if card is not None:
            self.ensureWidgetVisible(card)
            card.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problem(self, problem: str) -> None:
        ways = "Keys can be kept for this session only, or stand in the environment."
        self._problem.setText(f"{problem} {ways}" if problem else "")
        self._problem.setVisible(bool(problem))
        for card in self._cards.values():
            card.set_keychain(not problem)

    def _on_setting(self, name: str) -> None:
        if name == "keys_in_file" and self._session is not None:
            on = bool(self._session.settings.get(name))
            self._in_file.setChecked(on)
            for card in self._cards.values():
                card.set_file_allowed(on)

    @staticmethod
    def _file_switch() -> QCheckBox:
        help = next(param.help for param in DECLARATIONS if param.name == "keys_in_file")
        box = named(QCheckBox("Allow keys in a plain file that is not protected"), "setting_keys_in_file", tip=help)
        box.setAccessibleName(box.text())
        return box
