"""The window: canvas and prompt in the middle, the docks of the other panels around them.

It comes in three steps, so that it is on the screen at once: as it is made it has its menus and the empty canvas at its
place; `fill` puts the panels in; `attach` brings them to life. Each step imports what it needs, and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from flux_desktop.core.language import tr
from flux_desktop.core.menus import MENUS
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.empty_state import EmptyState
from flux_desktop.ui.theme import GAP, TIGHT
from flux_desktop.ui.window_layout import Arrangement

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent, QHideEvent, QPaintEvent

    from flux_desktop.imaging.first_view import FirstReading
    from flux_desktop.services.session import Session
    from flux_desktop.ui.desk.desk import Desk
    from flux_desktop.ui.docks import Docks
    from flux_desktop.ui.parts.early_picture import EarlyPicture

__all__ = ["LEFT", "MENUS", "RIGHT", "MainWindow"]

NAME = "Flux Desktop"
LEFT, RIGHT = 264, 348
"""Widths of the history and of the sidebar in a new window, in logical pixels: there is room for the longest label."""
LEAST_MIDDLE = 498
"""Width of tools and canvas, in logical pixels: the larger part of a small screen."""
MOST = (1600, 1000)
"""The size of a new window where the screen has the room."""
AROUND_CANVAS = (34, 66, 170)
"""What is left of, above and below the canvas until the panels are there, so that nothing moves when they come."""


class MainWindow(QMainWindow):
    """`painted` comes once, after the first paint; `close_requested` when the user wants to leave.

    Closing is left to the program: what still runs has to come to its end first.
    """

    painted = Signal()
    close_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "main_window", NAME)
        self.setWindowTitle(NAME)
        self.menus = {words: self._menu(words) for words in MENUS}
        self.desk: Desk | None = None
        self.docks: Docks | None = None
        self.dock_actions: list[QAction] = []
        self.is_leaving = False
        self._empty = EmptyState()
        self._early: EarlyPicture | None = None
        self._was_painted = False
        self._arrangement = Arrangement((LEFT + 1, 0, RIGHT + 1, 0))
        self._ground = self._empty_ground()
        self.setCentralWidget(self._ground)
        self._ground.setFocus()  # and not a button, from which it would soon go to the prompt box
        self._take_room()

    def await_picture(self, reading: FirstReading, most: int) -> None:
        """Show the first view of a picture that is about to be opened, unless it has more than `most` megapixels."""
        from flux_desktop.ui.parts.early_picture import EarlyPicture

        self._early = EarlyPicture(reading, most, self._empty)

    def look_for_view(self) -> bool:
        """Whether the first view is seen, or will never come."""
        return self._early is None or self._early.look()

    def end_waiting(self) -> None:
        """The picture is there, or does not come."""
        if self._early is not None:
            self._early.leave()
            self._early = None

    def fill(self, between: Callable[[], object] = lambda: None) -> None:
        """Put the panels in. They are empty, and their buttons do nothing yet.

        `between` is called again and again, so that the window can react meanwhile, but not to the user; until the end
        nothing of it is seen.
        """
        for _ in self._filling():
            between()

    def attach(self, session: Session, drag_folder: Path) -> None:
        """Show `session`, and do what the user asks for, from now on."""
        for _ in self.attaching(session, drag_folder):
            pass

    def attaching(self, session: Session, drag_folder: Path) -> Iterator[None]:
        """`attach` with pauses, in which the window can react, but not yet to the user."""
        from flux_desktop.ui.desk.desk import Desk

        desk = Desk(self, session, drag_folder)
        yield from desk.begin()
        self.desk = desk

    def arrange(self, arrangement: Arrangement) -> None:
        """Give the docks the places of an earlier run; before they are there, give the canvas its own."""
        self._arrangement = arrangement
        if self.docks is not None:
            arrangement.apply(self.docks)
        else:
            self._keep_clear(self._ground)

    def save(self) -> None:
        """Keep for the next start what the panels hold, also what was only to be kept in a moment."""
        from flux_desktop.ui.parts.saving_pause import SavingPause

        for pause in self.findChildren(SavingPause):
            pause.end()
        self.form.save()

    def be_still(self) -> None:
        """Do nothing of what was to be done in a moment: the session is closed, and no loop runs its work any more."""
        for timer in self.findChildren(QTimer):
            timer.stop()

    def put_beside_params(self, widget: QWidget) -> None:
        """Add `widget`, hidden, to the place of the parameters."""
        widget.hide()
        column = self.side.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.params) + 1, widget, 1)

    def _menu(self, words: str) -> QMenu:
        said = tr(words)
        menu = QMenu(said, self)
        named(menu, f"menu_{words.replace('&', '').lower()}", said.replace("&", ""))
        self.menuBar().addMenu(menu)
        return menu

    def _empty_ground(self) -> QWidget:
        """The empty canvas, at the place where it will be."""
        left, above, below = AROUND_CANVAS
        ground = QWidget()
        around = QVBoxLayout(ground)
        around.setSpacing(0)
        around.addSpacing(above)
        beside = QHBoxLayout()
        beside.addSpacing(left)
        beside.addWidget(self._empty, 1)
        around.addLayout(beside, 1)
        around.addSpacing(below)
        self._keep_clear(ground)
        return ground

    def _keep_clear(self, ground: QWidget) -> None:
        """Leave the room around `ground` that the docks will take."""
        layout = ground.layout()
        assert layout is not None
        layout.setContentsMargins(*self._arrangement.around)

    def _take_room(self) -> None:
        """Be as large as a new window may be: the screen's, less what frame and title need, but not endless."""
        room = self.screen().availableGeometry()
        width, height = min(MOST[0], room.width() - 24), min(MOST[1], room.height() - 48)
        self.resize(width, height)

    # What `fill` does, with a pause after each part that takes some milliseconds.

    def _filling(self) -> Iterator[None]:
        from flux_desktop.ui.docks import Docks

        docks = Docks(self, (LEFT, RIGHT))
        yield
        yield from self._fill_sides(docks)
        middle, pictures = _column(self)
        yield from self._fill_tools(pictures)
        pictures.addLayout(beside := QHBoxLayout(), 1)
        beside.setSpacing(0)
        yield from _put(beside, self.tool_bar)
        yield from self._fill_words(pictures)
        self.setUpdatesEnabled(False)  # what was painted stays in sight until all has its place
        self._fill_canvas(beside)
        yield
        yield from self._open(middle, docks)
        self.setUpdatesEnabled(True)

    def _fill_sides(self, docks: Docks) -> Iterator[None]:
        from flux_desktop.ui.history.panel import HistoryPanel
        from flux_desktop.ui.params.foot import ParamFoot
        from flux_desktop.ui.params.model_chooser import ModelChooser
        from flux_desktop.ui.params.panel import ParamPanel
        from flux_desktop.ui.queue.panel import QueuePanel

        self.side, sidebar = _column()
        docks.all["parameters"].setWidget(self.side)
        self.chooser = ModelChooser()
        yield
        yield from _put(sidebar, self.chooser)
        self.params = ParamPanel()
        yield from _put(sidebar, self.params, 1)
        self.foot = ParamFoot()
        yield from _put(sidebar, self.foot)
        self.history = HistoryPanel()
        yield
        docks.all["history"].setWidget(self.history)
        yield from _dress(self.history)
        self.queue = QueuePanel()
        docks.all["queue"].setWidget(self.queue)
        yield from _dress(self.queue)

    def _fill_tools(self, pictures: QBoxLayout) -> Iterator[None]:
        from flux_desktop.ui.canvas.compare_bar import CompareBar
        from flux_desktop.ui.canvas.tool_bar import ToolBar
        from flux_desktop.ui.canvas.tool_options import ToolOptions

        self.compare_bar = CompareBar()
        yield from _put(pictures, self.compare_bar)
        self.tool_options = ToolOptions()
        yield
        yield from _put(pictures, self.tool_options)
        self.tool_bar = ToolBar()
        yield

    def _fill_words(self, pictures: QBoxLayout) -> Iterator[None]:
        from flux_desktop.ui.edit_form import EditForm
        from flux_desktop.ui.parts.folding import FoldingRow
        from flux_desktop.ui.prompt.box import PromptBox
        from flux_desktop.ui.prompt.mode_bar import ModeBar
        from flux_desktop.ui.prompt.run_bar import RunBar
        from flux_desktop.ui.prompt.tools import PromptTools
        from flux_desktop.ui.references.strip import ReferenceStrip

        pictures.addLayout(words := QVBoxLayout())
        words.setContentsMargins(GAP, GAP, GAP, GAP)
        words.setSpacing(TIGHT + 2)
        self.modes = ModeBar()
        self.references = ReferenceStrip()
        yield from _put(words, FoldingRow(self.modes, self.references, GAP))
        self.prompt = PromptBox()
        yield from _put(words, self.prompt)
        self.prompt_tools = PromptTools()
        yield from _put(words, self.prompt_tools)
        self.run_bar = RunBar()
        yield from _put(words, self.run_bar)
        self.form = EditForm(self.prompt, self.chooser, self.params, self.modes, self.run_bar)

    def _fill_canvas(self, beside: QBoxLayout) -> None:
        """It takes the empty state, which has to be seen all the time: only when nothing is painted any more."""
        from flux_desktop.ui.canvas import Canvas
        from flux_desktop.ui.messages.bar import MessageBar

        self.canvas = Canvas(empty=self._empty)
        beside.addWidget(self.canvas, 1)
        self.messages = MessageBar(self.canvas)
        self.messages.room_taken.connect(self.canvas.extras.make_room_for_words)
        self.canvas.room_taken.connect(lambda taken: self.messages.make_room(taken, "comparison"))
        self.setTabOrder(self.tool_bar.buttons()[-1], self.canvas)
        self.canvas.picture_shown.connect(lambda id: self.end_waiting())

    def _open(self, middle: QWidget, docks: Docks) -> Iterator[None]:
        """Show all that was put in."""
        middle.setMinimumWidth(LEAST_MIDDLE)
        self.setCentralWidget(middle)
        middle.show()  # by itself it would come too late: the docks would share its room
        yield
        self.docks = docks
        docks.open()
        yield
        self._arrangement.apply(docks)
        self.prompt.setFocus()

    # Qt.

    def createPopupMenu(self) -> QMenu:  # noqa: N802
        """What a right click on the title of a dock offers."""
        menu = named(QMenu(self), "dock_menu", tr("Panels"))
        menu.addActions(self.dock_actions)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # the children are painted after this

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Dialogs go with the window when the program ends: Qt would leave them standing, and what they are at."""
        super().hideEvent(event)
        if not event.spontaneous():
            for dialog in self.findChildren(QDialog):
                dialog.hide()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        event.ignore()
        self.is_leaving = True
        self.close_requested.emit()


def _column(parent: QWidget | None = None) -> tuple[QWidget, QVBoxLayout]:
    """A widget, and the layout for what is below each other in it."""
    whole = QWidget(parent)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return whole, column


def _put(layout: QBoxLayout, widget: QWidget, stretch: int = 0) -> Iterator[None]:
    """Add `widget`, and make it ready to be shown."""
    layout.addWidget(widget, stretch)
    yield from _dress(widget)


def _dress(widget: QWidget) -> Iterator[None]:
    """Let the style sheet be worked out for what is not shown yet: for all at once that would take long."""
    yield
    for part in (widget, *widget.findChildren(QWidget)):
        part.ensurePolished()
    yield
