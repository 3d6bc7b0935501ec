"""What the window opens beside itself: settings, keys, what is sent, help. Each is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog

from flux_desktop.core.language import plural, tr
from flux_desktop.ui import icons
from flux_desktop.ui.focusing import give_focus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from flux_desktop.core.errors import OverBudget
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.keymap import Keymap
    from flux_desktop.services.session import Session
    from flux_desktop.ui.dialogs.code import CodeDialog
    from flux_desktop.ui.dialogs.keyboard import KeysHelp
    from flux_desktop.ui.dialogs.outgoing import OutgoingDialog
    from flux_desktop.ui.dialogs.settings import SettingsDialog
    from flux_desktop.ui.dialogs.spending import SpendingDialog
    from flux_desktop.ui.main_window import MainWindow
    from flux_desktop.ui.manual.window import ManualWindow
    from flux_desktop.ui.prompt.help_panel import HelpPanel

__all__ = ["Dialogs"]

D = TypeVar("D", bound=QDialog)


class Dialogs(QObject):
    """None of them blocks the window."""

    def __init__(self, window: MainWindow, session: Session, keymap: Keymap) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._keymap = keymap
        self._settings: SettingsDialog | None = None
        self._spending: SpendingDialog | None = None
        self._outgoing: OutgoingDialog | None = None
        self._code: CodeDialog | None = None
        self._keys: KeysHelp | None = None
        self._manual: ManualWindow | None = None
        self._help: HelpPanel | None = None
        self._before_help: QWidget | None = None

    def open_settings(self) -> None:
        self.present(self._settings_dialog())

    def open_keys(self, provider: str = "") -> None:
        model = self._window.chooser.model()
        self._settings_dialog().open_at(provider or (model.provider if model is not None else ""))

    def open_setting(self, name: str) -> None:
        self._settings_dialog().open_setting(name)

    def open_money(self) -> None:
        self._settings_dialog().open_money()

    def open_storage(self) -> None:
        self._settings_dialog().open_storage()

    def open_keyboard(self) -> None:
        self._settings_dialog().open_keyboard()

    def _settings_dialog(self) -> SettingsDialog:
        if self._settings is None:
            from flux_desktop.ui.dialogs.settings import SettingsDialog

            self._settings = self.watched(SettingsDialog(self._window))
            self._settings.attach(self._session, self._keymap)
            self._settings.money.spending_requested.connect(self.show_spending)
            self._settings.keys.help_requested.connect(self.show_manual)
        return self._settings

    def show_spending(self) -> None:
        if self._spending is None:
            from flux_desktop.ui.dialogs.spending import SpendingDialog

            self._spending = self.watched(SpendingDialog(self._session, self._window))
        self.present(self._spending)

    def ask_budget(self, error: OverBudget, run: Callable[[], object]) -> None:
        """An edit goes beyond a soft budget: run it only if the user agrees."""
        from flux_desktop.ui.dialogs.question import Question

        question = Question(
            "budget", tr("Beyond the budget"), error.title, error.hint,
            yes=tr("Run it"), no=tr("Not now"), agreed=run, parent=self._window,
        )  # fmt: skip
        self.watched(question).open()

    def ask_delete(self, nodes: Sequence[HistoryNode], go_on: Callable[[], object]) -> None:
        """Some of what is to be deleted has a star: delete it only if the user agrees."""
        from flux_desktop.ui.dialogs.question import Question

        starred, whole = sum(node.starred for node in nodes), len(nodes)
        several = plural(starred, "{n} of the {whole} has a star.", "{n} of the {whole} have a star.", whole=whole)
        words = several if whole > 1 else tr("It has a star.")
        hint = tr("In the trash it can be found again, and Undo brings it back.")
        question = Question(
            "delete", tr("Delete what has a star?"), words, hint,
            yes=tr("Delete"), no=tr("Keep"), agreed=go_on, parent=self._window,
        )  # fmt: skip
        self.watched(question).open()

    def show_outgoing(self) -> None:
        if self._outgoing is None:
            from flux_desktop.ui.dialogs.outgoing import OutgoingDialog

            self._outgoing = self.watched(OutgoingDialog(self._window))
            self._outgoing.refreshed.connect(self._work_out)
            self._outgoing.help_requested.connect(self.show_manual)
        self._work_out()

    def _work_out(self) -> None:
        recipe, dialog = self._window.form.recipe(), self._outgoing
        if recipe is None or dialog is None:
            return

        dialog.show_working()
        self._session.work_out_outgoing(recipe, self._window.form.generates, dialog.show_outgoing, dialog.show_problem)

    def show_code(self) -> None:
        if self._code is None:
            from flux_desktop.ui.dialogs.code import CodeDialog

            self._code = self.watched(CodeDialog(self._session, self._window))
            self._code.refreshed.connect(self._write_code)
            self._code.help_requested.connect(self.show_manual)
        self._write_code()

    def _write_code(self) -> None:
        recipe, dialog, session = self._window.form.recipe(), self._code, self._session
        if recipe is None or dialog is None:
            return
        dialog.show_working()
        session.work_out_script(
            recipe,
            self._window.form.generates,
            lambda script: dialog.show_script(script, session.queue.name(recipe)),
            dialog.show_problem,
        )

    def show_help(self, wanted: bool) -> None:
        """The help takes the place of the parameters, beside the prompt box: the canvas does not move."""
        window = self._window
        if wanted and self._help is None:
            self._help = self._make_help()
        if self._help is None:
            return
        focused = QApplication.focusWidget()
        inside = focused is not None and self._help.isAncestorOf(focused)
        window.params.setVisible(not wanted)
        self._help.setVisible(wanted)
        if wanted:
            self._before_help = focused
            give_focus(self._help.search)
        elif inside:
            self._focus_back()

    def _focus_back(self) -> None:
        """Give the focus to what had it before the help; another model's parameters may have taken its place."""
        from shiboken6 import isValid

        back = self._before_help
        usable = back is not None and isValid(back) and back.isVisible()
        give_focus(back if usable and back is not None else self._window.prompt)

    def _make_help(self) -> HelpPanel:
        from PySide6.QtGui import QKeySequence, QShortcut

        from flux_desktop.ui.prompt.help_panel import HelpPanel

        panel, button = HelpPanel(), self._window.run_bar.help_button
        panel.example_chosen.connect(self._window.form.put_prompt)
        panel.closed.connect(lambda: button.setChecked(False))
        escape = QShortcut(QKeySequence("Esc"), panel)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(panel.closed)
        self._window.put_beside_params(panel)
        self._fill_help(panel)
        icons.redress(panel)
        return panel

    def renew_help(self) -> None:
        """Another model is chosen: what can be written may be something else."""
        if self._help is not None:
            self._fill_help(self._help)

    def _fill_help(self, panel: HelpPanel) -> None:
        from flux_desktop.core.vocabulary import entries
        from flux_desktop.ui.prompt.help_panel import HINTS

        model = self._window.chooser.model()
        if model is not None and model.provider == "offline":
            words = [(entry.topic, entry.phrases, entry.what) for entry in entries(model.mode)]
            panel.set_topics(tr("What the offline editor understands"), words)
        else:
            panel.set_topics(tr("What can I write?"), HINTS)

    def show_keys(self) -> None:
        if self._keys is None:
            from flux_desktop.ui.dialogs.keyboard import KeysHelp

            self._keys = self.watched(KeysHelp(self._keymap, self._window))
            self._keys.change_requested.connect(self.open_keyboard)
        self.present(self._keys)

    def show_manual(self, place: str = "") -> None:
        """Open the manual at a place of `core/help`, `page#anchor`; without one where it was read last."""
        from flux_desktop.ui.manual.window import ManualWindow

        if (blocking := QApplication.activeModalWidget()) is not None:  # only what belongs to it gets clicks meanwhile
            own = blocking.findChild(ManualWindow) or ManualWindow(self._keymap, blocking)
            own.open_at(place)
            return
        if self._manual is None:
            self._manual = self.watched(ManualWindow(self._keymap, self._window))
        self._manual.open_at(place)

    def show_manual_here(self) -> None:
        """Open the manual at what says more about where the focus is."""
        from PySide6.QtWidgets import QTabWidget

        from flux_desktop.core.help import place_for

        parts, widget = [], QApplication.focusWidget()
        while widget is not None:
            if isinstance(widget, QTabWidget):
                parts.append(widget.currentWidget().objectName())
            parts.append(widget.objectName())
            widget = widget.parentWidget()
        self.show_manual(place_for(parts))

    def show_about(self) -> None:
        from flux_desktop.ui.dialogs.about import AboutDialog

        errors = self._window.messages.recent_errors()
        self.present(self._open("about_dialog") or self.watched(AboutDialog(self._session, errors, self._window)))

    def _open(self, name: str) -> QDialog | None:
        """The dialog of that name that is open already."""
        return next((dialog for dialog in self._window.findChildren(QDialog, name) if dialog.isVisible()), None)

    @staticmethod
    def present(dialog: QDialog) -> None:
        """Bring `dialog` before the user, also where it is open already."""
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def watched(self, dialog: D) -> D:
        """`dialog`, after which the window goes on where it was: not every window manager sees to that."""
        dialog.finished.connect(lambda result: self._window.activateWindow())
        return dialog
