"""Tells by the desktop's own means that edits have ended while another program was in front."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QMetaObject, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from flux_desktop.core.language import tr
from flux_desktop.services.notices import Notice, is_worth_telling, notice_of
from flux_desktop.ui.system.session_bus import session_bus

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher
    from PySide6.QtWidgets import QSystemTrayIcon, QWidget

    from flux_desktop.services.job import Job
    from flux_desktop.services.session import Session

__all__ = ["BusNotifier", "Notices", "Notifier", "TrayNotifier", "notifier_of"]

SETTING = "notify"
TOGETHER = 600
"""Milliseconds within which ends of edits are told together."""
SERVICE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
NAME, DESKTOP_FILE = "Flux Desktop", "flux-desktop"
PATIENCE = 3000
"""Milliseconds that the desktop has to take a notice."""


class Notifier(QObject):
    """A way to tell something. `chosen` carries the token to come to the front with, "" where there is none."""

    chosen = Signal(str)

    def tell(self, notice: Notice, session: Session) -> None:
        """Show `notice`. What takes time is done by `session` in the background."""
        raise NotImplementedError


class Notices(QObject):
    """Follows the jobs of `session`. `chosen` carries the result that the user wants to see, or None, and the token.

    The notifier is made when there is something to tell.
    """

    chosen = Signal(object, str)

    def __init__(self, session: Session, make: Callable[[], Notifier], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._make = make
        self._notifier: Notifier | None = None
        self._ended: dict[str, Job] = {}
        self._told: set[str] = set()
        self._last: Notice | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell)
        session.queue.job_changed.connect(self._on_job)

    def _on_job(self, job: Job) -> None:
        if not job.state.ended:
            self._told.discard(job.id)
        elif job.id not in self._told:
            self._told.add(job.id)
            if self._session.settings.get(SETTING) and is_away() and is_worth_telling(job):
                self._ended[job.id] = job
                self._soon.start(TOGETHER)

    def _tell(self) -> None:
        jobs, self._ended = list(self._ended.values()), {}
        if not jobs or not is_away():
            return
        if self._notifier is None:
            self._notifier = self._make()
            self._notifier.chosen.connect(self._on_chosen)
        self._last = notice_of(jobs)
        self._notifier.tell(self._last, self._session)

    def _on_chosen(self, token: str) -> None:
        told = self._last.node if self._last is not None else None
        node = self._session.library.node(told.id) if told is not None else None  # it may be deleted by now
        self.chosen.emit(node if node is not None and node.trashed is None else None, token)


class BusNotifier(Notifier):
    """By the notification service of the desktop: https://specifications.freedesktop.org/notification-spec/."""

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._number = 0
        self._token = ""
        for signal, slot in (("ActionInvoked", "on_action"), ("ActivationToken", "on_token")):
            bus.connect(SERVICE, PATH, SERVICE, signal, self, SLOT(f"{slot}(uint,QString)"))  # type: ignore[call-overload]

    def tell(self, notice: Notice, session: Session) -> None:
        """Show `notice` in place of the last one, if the service answers: it may be slow, or has to be started."""
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        question = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "GetCapabilities")
        answer = QDBusPendingCallWatcher(self._bus.asyncCall(question, PATIENCE), self)
        answer.finished.connect(lambda done: self._on_alive(notice, session, done))

    def _on_alive(self, notice: Notice, session: Session, answer: QDBusPendingCallWatcher) -> None:
        if not answer.isError():
            can = answer.reply().arguments()
            markup = bool(can) and "body-markup" in can[0]
            session.in_background(lambda: self._notify(notice, self._number, markup), self._on_number)
        answer.deleteLater()

    def _notify(self, notice: Notice, replaced: int, markup: bool) -> int:
        """The number of the notice. For a thread: the service is asked first what it can do, then to do it."""
        from PySide6.QtCore import Q_ARG, Q_RETURN_ARG
        from PySide6.QtDBus import QDBusInterface

        service = QDBusInterface(SERVICE, PATH, SERVICE, self._bus)
        service.setTimeout(PATIENCE)
        body = escape(notice.body, quote=False) if markup else notice.body
        # Called by its description on the bus: the number of the notice that it replaces is unsigned, which no other
        # way of this binding can say.
        number: Any = QMetaObject.invokeMethod(
            service, "Notify", Qt.ConnectionType.DirectConnection, Q_RETURN_ARG("uint"),
            Q_ARG("QString", NAME), Q_ARG("uint", replaced), Q_ARG("QString", DESKTOP_FILE),
            Q_ARG("QString", notice.title), Q_ARG("QString", body),
            Q_ARG("QStringList", ["default", tr("Show")]),
            Q_ARG("QVariantMap", {"desktop-entry": DESKTOP_FILE}), Q_ARG("int", -1),
        )  # fmt: skip
        return int(number or 0)

    def _on_number(self, number: int) -> None:
        self._number = number

    @Slot("uint", str)
    def on_token(self, number: int, token: str) -> None:
        if number == self._number:
            self._token = token

    @Slot("uint", str)
    def on_action(self, number: int, action: str) -> None:
        if number == self._number and action == "default":
            token, self._token = self._token, ""
            self.chosen.emit(token)


class TrayNotifier(Notifier):
    """By an icon beside the clock, which is there as long as there is something to tell."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._icon: QSystemTrayIcon | None = None

    def tell(self, notice: Notice, session: Session) -> None:
        from PySide6.QtWidgets import QSystemTrayIcon

        del session
        if self._icon is None:
            if not QSystemTrayIcon.isSystemTrayAvailable():
                return
            self._icon = QSystemTrayIcon(self._window.windowIcon(), self)
            self._icon.setToolTip(NAME)
            self._icon.messageClicked.connect(lambda: self.chosen.emit(""))
            self._icon.activated.connect(lambda reason: self.chosen.emit(""))
            app = QGuiApplication.instance()
            assert isinstance(app, QGuiApplication)
            app.applicationStateChanged.connect(self._on_state)
        self._icon.show()
        self._icon.showMessage(notice.title, notice.body, self._window.windowIcon())

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._icon is not None:
            self._icon.hide()


def is_away() -> bool:
    """Whether the user is in another program."""
    return QApplication.activeWindow() is None


def notifier_of(window: QWidget) -> Notifier:
    """The way that this desktop has."""
    bus = session_bus()
    return BusNotifier(bus, window) if bus is not None else TrayNotifier(window)
