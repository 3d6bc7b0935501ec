"""Parts of a provider's page that talk to the provider: its address, the money left there, and its list of models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from flux_desktop.core.errors import FluxError, InvalidParameter
from flux_desktop.core.language import figures, marked, plural, tr
from flux_desktop.core.price import amount_words
from flux_desktop.services.addresses import checked_address
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import icon_button, plain_label
from flux_desktop.ui.theme import GAP, ROW, TIGHT, set_tone

if TYPE_CHECKING:
    from flux_desktop.core.price import Balance
    from flux_desktop.services.session import Session

__all__ = ["AddressRow", "BalanceRow", "ModelsRow", "balance_words", "flat_row", "small_button"]

ADDRESS_HELP = marked("Your key and pictures are sent there. Change it for a gateway or a server of your own.")


def balance_words(balance: Balance) -> str:
    """`$12.30 left`, `1,200 credits left`."""
    if balance.currency == "USD":
        money = tr("${amount}", "US dollars", amount=figures(f"{balance.amount:,.2f}"))
    else:
        money = amount_words(balance.amount, balance.currency)
    return tr("{money} left", money=money)


class AddressRow(QWidget):
    """The base URL. One that is no safe place for a key is refused here, and the one before it stays."""

    def __init__(self, session: Session, id: str) -> None:
        super().__init__()
        self._session, self._id = session, id
        self._provider = session.queue.provider(id)
        self._setting = f"{id}.base_url"
        self.field = named(
            QLineEdit(), f"address_field_{id}", tr("Address of {provider}", provider=self._provider.name)
        )
        self.field.setPlaceholderText(self._provider.base_url)
        self.field.setMinimumHeight(ROW)
        back = tr("Back to {address}", address=self._provider.base_url)
        self._reset = icon_button(f"address_reset_{id}", "rotate-ccw", back)
        self._note = named(plain_label("", "quiet", wrap=True), f"address_note_{id}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(TIGHT)
        grid.setVerticalSpacing(TIGHT)
        grid.addWidget(self.field, 0, 0)
        grid.addWidget(self._reset, 0, 1)
        grid.addWidget(self._note, 1, 0, 1, 2)
        self.field.editingFinished.connect(self._keep)
        self._reset.clicked.connect(lambda: session.settings.set(self._setting, ""))
        session.settings.changed.connect(self._on_changed)
        self._show()

    def _keep(self) -> None:
        """Take over what is typed, if it may be used."""
        try:
            address = checked_address(self.field.text())
        except InvalidParameter as error:
            self._tell(f"{error.title} {error.hint}", wrong=True)
            return
        official = address == self._provider.base_url.rstrip("/")
        self._session.settings.set(self._setting, "" if official else address)
        self._show()

    def _on_changed(self, name: str) -> None:
        if name == self._setting:
            self._show()

    def _show(self) -> None:
        chosen = self._session.settings.text(self._setting)
        self.field.setText(chosen)
        self._reset.setEnabled(bool(chosen))
        used = self._provider.link.base_url
        if used == (chosen or self._provider.base_url).rstrip("/"):
            self._tell(tr(ADDRESS_HELP))
        else:
            variable = f"FLUX_DESKTOP_{self._id.upper()}_URL"
            words = tr("{variable} is set outside the program and counts: {used}", variable=variable, used=used)
            self._tell(words, "warning")

    def _tell(self, words: str, tone: str = "quiet", *, wrong: bool = False) -> None:
        self._note.setText(words)
        set_tone(self._note, "danger" if wrong else tone)
        self.field.setProperty("wrong", "true" if wrong else "false")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)


class BalanceRow(QWidget):
    """Money left. There is nothing to see until a provider told it, or failed to."""

    def __init__(self, session: Session, id: str) -> None:
        super().__init__()
        self._session, self._id = session, id
        self._words = named(plain_label("", wrap=True), f"balance_{id}")
        self._again = small_button(f"balance_button_{id}", tr("Ask again"), tr("Ask the provider what is left"))
        self._again.clicked.connect(self.ask)
        flat_row(self, self._words, self._again)
        self.hide()

    def ask(self) -> None:
        """Ask the provider, with the key."""
        self._again.setEnabled(False)
        self._session.run(self._session.keys.balance(self._id), self._tell, self._fail)

    def _tell(self, balance: Balance | None) -> None:
        self._show(balance_words(balance) if balance is not None else "", "")

    def _fail(self, error: FluxError) -> None:
        self._show(tr("What is left is not known: {why}", why=error.title), "warning")

    def _show(self, words: str, tone: str) -> None:
        self._words.setText(words)
        set_tone(self._words, tone)
        self._again.setEnabled(True)
        self.setVisible(bool(words))


class ModelsRow(QWidget):
    """How many models there are, of which date the list is, and a button that fetches it anew."""

    def __init__(self, session: Session, id: str) -> None:
        super().__init__()
        self._session, self._id = session, id
        self._words = named(plain_label("", wrap=True), f"models_words_{id}")
        words, tip = tr("Refresh models"), tr("Fetch the provider's own list")
        self._refresh = small_button(f"models_refresh_{id}", words, tip)
        self._refresh.clicked.connect(self._fetch)
        flat_row(self, self._words, self._refresh)
        session.catalogues.changed.connect(self._on_changed)
        self._show()

    def _fetch(self) -> None:
        self._refresh.setEnabled(False)
        self._say(tr("Asking the provider…"), "quiet")
        self._session.run(self._session.catalogues.refresh(self._id), self._fetched, self._fail)

    def _fetched(self, words: str) -> None:
        self._refresh.setEnabled(True)
        self._say(words if self._session.catalogues.date(self._id) is None else self._stand(), "")

    def _fail(self, error: FluxError) -> None:
        self._refresh.setEnabled(True)
        self._say(f"{error.title} {error.hint}", "danger")

    def _on_changed(self, id: str) -> None:
        if id == self._id:
            self._show()

    def _show(self) -> None:
        self._say(self._stand(), "")

    def _stand(self) -> str:
        count = len(self._session.queue.provider(self._id).offered())
        date = self._session.catalogues.date(self._id)
        if date is None:
            return plural(count, "{n} model, as the program knows them.", "{n} models, as the program knows them.")
        when = _when(date)
        return plural(count, "{n} model, of the list of {date}.", "{n} models, of the list of {date}.", date=when)

    def _say(self, words: str, tone: str) -> None:
        self._words.setText(words)
        set_tone(self._words, tone)


def small_button(name: str, words: str, tip: str) -> QPushButton:
    """A button of a page of the settings, which Return in a field does not press."""
    button = named(QPushButton(words), name, words, tip)
    button.setAutoDefault(False)
    button.setMinimumHeight(ROW)
    return button


def flat_row(parent: QWidget, words: QLabel, button: QPushButton) -> None:
    """Lay `words` and `button` out beside each other in `parent`."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    row.addWidget(words, 1)
    row.addWidget(button)


def _when(seconds: float) -> str:
    """A date and time in the form of the language in use."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(seconds)), QLocale.FormatType.ShortFormat)
