"""The page of one provider: what it is, its key, what is left there, its options, its address and its models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from flux_desktop.core.errors import FluxError, InvalidParameter
from flux_desktop.core.language import marked, tr
from flux_desktop.ui.dialogs.key_card import ASKING, KeyCard
from flux_desktop.ui.dialogs.provider_parts import AddressRow, BalanceRow, ModelsRow, flat_row, small_button
from flux_desktop.ui.dialogs.setting_rows import SettingRows
from flux_desktop.ui.messages.links import link_button, text_with_links
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import FLAT, GAP, MARGIN, TIGHT, set_tone

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["ProviderPage"]

WITHOUT = {True: marked("No key."), False: marked("No key; it is needed only where the server asks for one.")}
NOTHING = marked("Nothing has to be set up.")


class ProviderPage(QScrollArea):
    """Made when it is first shown: it looks for the key at once, which may open the keychain."""

    help_requested = Signal(str)
    """Carries the place in the manual that says more about an error."""

    def __init__(self, session: Session, id: str) -> None:
        super().__init__()
        self._session, self._id = session, id
        self._provider = session.queue.provider(id)
        self._balance = BalanceRow(session, id)
        self._has_key = False
        self.cards: list[KeyCard] = []
        """The key's own card first, then those of the further secrets."""
        named(self, f"provider_page_{id}", self._provider.name)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        self._column.setSpacing(GAP)
        self._add_head()
        self._add_parts()
        self._column.addStretch()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for card in self.cards:
            card.attach(session)

    def focus_key(self) -> bool:
        """Put the focus where the key is pasted; False where the provider takes none."""
        if not self._provider.takes_key:
            return False
        self.cards[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # How it is built.

    def _add_head(self) -> None:
        provider, id = self._provider, self._id
        title = plain_label(provider.name)
        font = title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        title.setFont(font)
        self._column.addWidget(title)
        if provider.about:
            self._column.addWidget(named(plain_label(tr(provider.about), wrap=True), f"about_{id}"))
        links = QHBoxLayout()
        links.addSpacing(-FLAT)  # their words then stand in the column of the others
        if provider.key_url:
            links.addWidget(link_button(f"key_link_{id}", tr("Get a key…"), provider.key_url))
        if provider.account_url:
            links.addWidget(link_button(f"account_link_{id}", tr("Your account…"), provider.account_url))
        links.addStretch()
        if links.count() > 2:
            self._column.addLayout(links)

    def _add_parts(self) -> None:
        """A server of the user's own begins with how to get it and where it is, a hosted one with its key."""
        provider, id = self._provider, self._id
        if provider.setup:
            self._section(tr("How to get it"))
            self._column.addWidget(text_with_links(f"setup_{id}", tr(provider.setup)))
            self._add_address()
        if provider.takes_key:
            self._add_key()
        if provider.publishes:
            self._section(tr("Models"))
            self._column.addWidget(ModelsRow(self._session, id))
        self._add_options()
        if not provider.setup:
            self._add_address()
        if not (provider.base_url or provider.options):
            self._column.addWidget(plain_label(tr(NOTHING), "quiet"))

    def _add_address(self) -> None:
        if self._provider.base_url:
            self._section(tr("Address"))
            self._column.addWidget(AddressRow(self._session, self._id))
            if not self._provider.takes_key:
                self._column.addWidget(_Trial(self._session, self._id))

    def _add_key(self) -> None:
        needed = self._provider.needs_key
        self._section(tr("Key") if needed else tr("Key (optional)"))
        label = tr("Key of {provider}", provider=self._provider.name)
        card = self._add_card(KeyCard(self._id, label, without=tr(WITHOUT[needed]), needed=needed))
        card.looked.connect(self._on_looked)
        self._column.addWidget(self._balance)

    def _on_looked(self, where: str) -> None:
        self._has_key = bool(where)
        if where:
            self._balance.ask()
        else:
            self._balance.hide()

    def _add_options(self) -> None:
        """Its own settings, then the secrets that go with them."""
        if not self._provider.options and not self._provider.secrets:
            return
        self._section(tr("Options"))
        params = [replace(option, name=f"{self._id}.{option.name}") for option in self._provider.options]
        rows = SettingRows(params)
        rows.attach(self._session.settings)
        self._column.addWidget(rows)
        if overruled := "\n".join(self._overruled()):
            self._column.addWidget(named(plain_label(overruled, "warning", wrap=True), f"options_note_{self._id}"))
        for secret in self._provider.secrets:
            label = tr(secret.label)
            self._section(label)
            self._column.addWidget(plain_label(tr(secret.help), "quiet", wrap=True))
            self._add_card(KeyCard(f"{self._id}_{secret.name}", label, without=tr("Not set."), testable=False))

    def _overruled(self) -> Iterator[str]:
        """What the environment says in place of these options."""
        for option in self._provider.options:
            variable = f"FLUX_DESKTOP_{self._id}_{option.name}".upper()
            try:
                used = self._provider.link.option(option.name)
            except InvalidParameter as error:
                yield tr("{variable} cannot be used. {why}", variable=variable, why=error.title)
                continue
            if used != self._session.settings.get(f"{self._id}.{option.name}"):
                yield tr("{variable} is set outside the program and counts: {used}", variable=variable, used=used)

    def _add_card(self, card: KeyCard) -> KeyCard:
        self._column.addWidget(card)
        card.help_requested.connect(self.help_requested)
        self.cards.append(card)
        return card

    def _section(self, words: str) -> None:
        title = plain_label(words)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self._column.addSpacing(TIGHT)
        self._column.addWidget(title)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._has_key:
            self._balance.ask()  # it may be less by now


class _Trial(QWidget):
    """A button that asks a server without a key whether it is there."""

    def __init__(self, session: Session, id: str) -> None:
        super().__init__()
        self._session, self._id = session, id
        self._words = named(plain_label("", wrap=True), f"trial_words_{id}")
        self._button = small_button(f"trial_button_{id}", tr("Test"), tr("Ask the server by a call that costs nothing"))
        self._button.clicked.connect(self._ask)
        flat_row(self, self._words, self._button)

    def _ask(self) -> None:
        self._say(tr(ASKING), "quiet")
        self._button.setEnabled(False)
        self._session.run(self._session.keys.test(self._id), lambda words: self._say(words, "success"), self._fail)

    def _fail(self, error: FluxError) -> None:
        self._say(f"{error.title} {error.hint}", "danger")

    def _say(self, words: str, tone: str) -> None:
        self._words.setText(words)
        set_tone(self._words, tone)
        self._button.setEnabled(True)
