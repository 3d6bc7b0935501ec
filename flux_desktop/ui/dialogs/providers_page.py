"""The page of the providers: a list of them with the state of each, and the page of the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from flux_desktop.core.language import marked, tr
from flux_desktop.core.settings import DECLARATIONS
from flux_desktop.services.addresses import is_loopback
from flux_desktop.ui import icons
from flux_desktop.ui.dialogs.provider_page import ProviderPage
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import GAP, MARGIN, TIGHT, in_use

if TYPE_CHECKING:
    from flux_desktop.services.session import Session

__all__ = ["ProvidersPage", "state_of"]

INTRO = marked(
    "A key is sent to its own provider and nowhere else. It is kept in the system's keychain, or for this session "
    "only; a key in the environment comes before both."
)
LIST_WIDTH = 196
STATE = Qt.ItemDataRole.UserRole + 1
INK = Qt.ItemDataRole.UserRole + 2


def state_of(session: Session, id: str) -> tuple[str, str]:
    """Whether the provider can be used, in two words, and their ink. The keychain is not asked for it."""
    provider = session.queue.provider(id)
    if provider.takes_key and session.keys.seems_set(id):
        return tr("Key set"), "success"
    if session.keys.needs_key(id):
        return tr("No key"), "quiet"
    if not provider.base_url:
        return tr("Needs no key"), "quiet"
    return (tr("On this computer") if is_loopback(provider.link.base_url) else tr("Key optional")), "quiet"


class ProvidersPage(QWidget):
    """`go_to` chooses a provider. Only the page that is shown looks for its key."""

    help_requested = Signal(str)
    """Carries the place in the manual that says more about an error."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "keys_page", tr("Providers"))
        self._session: Session | None = None
        self._pages: dict[str, ProviderPage] = {}
        self._keychain: str | None = None
        self._asked = False
        self.list = named(QListWidget(), "provider_list", tr("Providers"))
        self.list.setItemDelegate(_TwoLines(self.list))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setMouseTracking(True)
        self.list.currentItemChanged.connect(self._on_chosen)
        self._stack = QStackedWidget()
        self._problem = named(plain_label(tone="warning", wrap=True), "keychain_problem")
        self._problem.hide()
        self._in_file = self._file_switch()
        sides = QHBoxLayout()
        sides.setSpacing(GAP)
        sides.addWidget(self.list)
        sides.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, MARGIN, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(sides, 1)
        column.addWidget(self._problem)
        column.addWidget(plain_label(tr(INTRO), "quiet", wrap=True))
        column.addWidget(self._in_file)

    def attach(self, session: Session) -> None:
        """List the providers of `session`. No page is made, and no key looked for, before this is seen."""
        self._session = session
        for provider in session.queue.providers():
            item = QListWidgetItem(provider.name)
            item.setData(Qt.ItemDataRole.UserRole, provider.id)
            self.list.addItem(item)
        self._tell_states()
        self._in_file.setChecked(bool(session.settings.get("keys_in_file")))
        self._in_file.toggled.connect(lambda on: session.settings.set("keys_in_file", on))
        session.settings.changed.connect(self._on_setting)
        session.keys.changed.connect(lambda name: self._tell_states())

    def go_to(self, provider: str) -> None:
        """Show the page of `provider`, ready to paste a key; that of the first one that needs a key if it is ""."""
        item = self._item(provider) or self._first_with_key()
        if item is not None:
            self.list.setCurrentItem(item)
            if not self._show_page(item).focus_key():
                self.list.setFocus()

    def _item(self, provider: str) -> QListWidgetItem | None:
        return next((item for item in self._items() if item.data(Qt.ItemDataRole.UserRole) == provider), None)

    def _first_with_key(self) -> QListWidgetItem | None:
        assert self._session is not None, "attached first"
        needing = [provider.id for provider in self._session.queue.providers() if provider.needs_key]
        return self._item(needing[0]) if needing else self.list.item(0)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and self.isVisible():
            self._show_page(item)

    def _show_page(self, item: QListWidgetItem) -> ProviderPage:
        """The page of a row; it is made, and looks for the key, when it is first wanted."""
        assert self._session is not None, "attached first"
        id = str(item.data(Qt.ItemDataRole.UserRole))
        if id not in self._pages:
            page = self._pages[id] = ProviderPage(self._session, id)
            self._stack.addWidget(page)
            page.help_requested.connect(self.help_requested)
            self._offer_places(page)
            icons.redress(page)
        self._stack.setCurrentWidget(self._pages[id])
        return self._pages[id]

    def _offer_places(self, page: ProviderPage) -> None:
        for card in page.cards:
            card.set_keychain(not self._keychain)

    def _tell_states(self) -> None:
        assert self._session is not None, "attached first"
        for item in self._items():
            words, ink = state_of(self._session, str(item.data(Qt.ItemDataRole.UserRole)))
            item.setData(STATE, words)
            item.setData(INK, ink)
            about = tr("{provider}: {state}", provider=item.text(), state=words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, about)

    def _show_problem(self, problem: str) -> None:
        self._keychain = problem
        ways = tr("Keys can be kept for this session only, or stand in the environment.")
        self._problem.setText(f"{problem} {ways}" if problem else "")
        self._problem.setVisible(bool(problem))
        for page in self._pages.values():
            self._offer_places(page)

    def _on_setting(self, name: str) -> None:
        assert self._session is not None, "attached first"
        if name == "keys_in_file":
            on = bool(self._session.settings.get(name))
            self._in_file.setChecked(on)
            for page in self._pages.values():
                for card in page.cards:
                    card.set_file_allowed(on)
        elif name == "kept_keys" or name.endswith(".base_url"):
            self._tell_states()

    @staticmethod
    def _file_switch() -> QCheckBox:
        help = next(param.help for param in DECLARATIONS if param.name == "keys_in_file")
        words = tr("Allow keys in a plain file that is not protected")
        box = named(QCheckBox(words), "setting_keys_in_file", tip=tr(help))
        box.setAccessibleName(box.text())
        return box

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        session = self._session
        if session is None:
            return
        if not self._asked:
            self._asked = True
            session.run(
                session.keys.keychain_problem(), self._show_problem, lambda error: self._show_problem(error.title)
            )
        item = self.list.currentItem() or self._item(session.settings.text("provider")) or self.list.item(0)
        self.list.setCurrentItem(item)
        self._show_page(item)


class _TwoLines(QStyledItemDelegate):
    """A row: the provider's name, and below it its state in an ink of its own."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, metrics, name = in_use(), option.fontMetrics, str(index.data())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.tint))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(theme.hover))
        room = option.rect.adjusted(GAP, TIGHT + 1, -GAP, -TIGHT)
        for line, (words, ink) in enumerate(((name, theme.text), (str(index.data(STATE)), self._ink(index)))):
            painter.setPen(QColor(ink))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.x(), room.y() + metrics.ascent() + line * metrics.lineSpacing(), shown)

    @staticmethod
    def _ink(index: QModelIndex | QPersistentModelIndex) -> str:
        return str(getattr(in_use(), str(index.data(INK))))

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del index
        return QSize(LIST_WIDTH // 2, 2 * option.fontMetrics.lineSpacing() + 2 * TIGHT + 2)
