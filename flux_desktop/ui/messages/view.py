"""What the message bar shows of one message: its icon, its words, and buttons for what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.language import marked, plural, tr
from flux_desktop.ui import icons
from flux_desktop.ui.messages.learn import LearnButton
from flux_desktop.ui.messages.message import Message
from flux_desktop.ui.messages.ways import LOOK_UP, OTHERS, others_menu
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import icon_button, plain_label
from flux_desktop.ui.parts.flow import FlowLayout
from flux_desktop.ui.theme import FLAT, GAP, MARGIN, TIGHT
from flux_desktop.ui.wording import error_text

__all__ = ["MessageView"]

LOOKS = {
    "info": ("info", "link", marked("Information")),
    "error": ("circle-alert", "danger", marked("Error")),
    "result": ("sparkles", "success", marked("Result")),
    "offer": ("info", "link", marked("Information")),
}
"""The icon of each kind of message, its ink and its words."""


class MessageView(QWidget):
    """`put` shows a message. What the user chooses is told; copying and looking up are done here."""

    acted = Signal()
    """The first button: the next step of an error, a result, an offer."""
    other_chosen = Signal(object, object)
    """Carries the message, and the `Model` of another provider that the user chose."""
    help_requested = Signal(str)
    """Carries the place in the manual that says more about the error."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._message = Message("info", [])
        self._icon = icon_button("message_icon", "info", tr("Information"))
        self._icon.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._icon.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = _words("message_text")
        self._hint = _words("message_hint", "quiet")
        self._request = _words("message_request_id", "quiet")
        self._count = named(plain_label(tone="quiet"), "message_count")
        self._action = _button("message_action_button", tr("Show", "verb"), self.acted.emit)
        self._look_up = _button("message_look_up_button", tr(LOOK_UP), self._open_place)
        self._other = _button("message_other_button", tr(OTHERS), self._offer_others)
        self._learn = LearnButton("message_help_button")
        self._learn.help_requested.connect(self.help_requested)
        self._copy = _button("message_copy_button", tr("Copy", "verb"), self._copy_error)
        self._close = icon_button("message_close_button", "x", tr("Dismiss"))
        self._close.clicked.connect(self.closed)
        self._lay_out()

    def put(self, message: Message, below: int) -> None:
        """Show `message`, and that so many more are below it."""
        self._message = message
        self._title.setText("\n".join(message.lines))
        for label, words in ((self._hint, message.hint), (self._request, message.request)):
            label.setText(words)
            label.setVisible(bool(words))
        self._count.setText(tr("+{n} more", n=below))
        self._count.setAccessibleName(plural(below, "{n} more message", "{n} more messages"))
        self._count.setToolTip(self._count.accessibleName())
        self._count.setVisible(below > 0)
        self._show_buttons()
        self._dress()

    # Private.

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        for label in (self._title, self._hint, self._request):
            words.addWidget(label)
        words.addStretch()
        buttons = FlowLayout(outdent=FLAT)
        for button in (self._action, self._look_up, self._other, self._learn, self._copy):
            buttons.addWidget(button)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(TIGHT)
        self._body.addLayout(words, 1)
        self._body.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GAP, GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._body, 1)
        for widget in (self._count, self._close):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def _show_buttons(self) -> None:
        """Beside a short sentence; below what may be long."""
        message, error = self._message, self._message.error is not None
        self._body.setDirection(QBoxLayout.Direction.TopToBottom if error else QBoxLayout.Direction.LeftToRight)
        action = message.action()
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self._look_up.setVisible(message.looks_up)
        self._other.setVisible(bool(message.ways.others))
        self._learn.put(message.error)
        self._copy.setVisible(error)

    def _dress(self) -> None:
        icon, ink, words = LOOKS[self._message.kind]
        icons.mark(self._icon, icon, ink)
        self._icon.setAccessibleName(tr(words))
        self._icon.setToolTip(tr(words))
        icons.redress(self)

    def _open_place(self) -> None:
        from flux_desktop.ui.messages.links import open_link

        open_link(self._message.ways.place)

    def _offer_others(self) -> None:
        message = self._message
        menu = others_menu(self, message.ways.others, lambda model: self.other_chosen.emit(message, model))
        menu.popup(self._other.mapToGlobal(self._other.rect().bottomLeft()))

    def _copy_error(self) -> None:
        if self._message.error is not None:
            QApplication.clipboard().setText(error_text(self._message.error))


def _words(name: str, tone: str = "") -> QLabel:
    label = named(plain_label(tone=tone, wrap=True), name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _button(name: str, words: str, act: Callable[[], object]) -> QPushButton:
    button = named(QPushButton(words), name, words)
    button.setProperty("flat", "true")
    button.clicked.connect(lambda checked: act())
    return button
