"""The modules of the window, loaded in a thread and in an order in which it can react meanwhile."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

if TYPE_CHECKING:
    from flux_desktop.ui.system.application import Application

__all__ = ["LIVE", "OPENING", "PANELS", "in_thread", "load_live", "load_opening", "load_panels"]

PANELS = (
    "accessible", "canvas.compare_bar", "canvas.tool_bar", "canvas.tool_options", "docks", "edit_form",
    "history.panel", "messages.bar", "params.foot", "params.model_chooser", "params.panel", "prompt.box",
    "prompt.mode_bar", "prompt.tools", "queue.panel", "references.strip",
)  # fmt: skip
"""The modules that `MainWindow.fill` needs, below `flux_desktop.ui`, with what they import themselves."""
LIVE = (
    "canvas.finish_strip", "canvas.placer", "colours.chips", "desk.desk", "dialogs.export", "history.bulk_bar",
    "history.deeds", "history.keeper", "history.list_view", "history.menus", "history.original_card",
    "history.trash_bar", "messages.view", "params.missing", "params.number", "params.row", "params.seed_field",
    "params.widgets", "parts.hint_line", "prompt.completion", "queue.job_row", "queue.job_rows", "system.garbage",
    "system.manners",
)  # fmt: skip
"""Those that `MainWindow.attach` needs further, and what is wanted soon: to import it then would be felt."""
OPENING = (
    "imaging.colour_display", "imaging.embedded", "imaging.encoding", "imaging.master", "imaging.pyramid",
    "imaging.strips", "services.recipe_files", "ui.canvas.x11_profile",
)  # fmt: skip
"""What a picture needs that is opened, below `flux_desktop`: three threads would load it at once, and leave the window
a quarter of the interpreter's time."""
WIDGETS = """
QCalendarWidget QCheckBox QColorDialog QColumnView QCommandLinkButton QDateEdit QDateTimeEdit QDial QDialogButtonBox
QDockWidget QDoubleSpinBox QErrorMessage QFileDialog QFocusFrame QFontComboBox QFontDialog QGraphicsView QGroupBox
QInputDialog QKeySequenceEdit QLCDNumber QListWidget QMdiArea QMdiSubWindow QMessageBox QPlainTextEdit QProgressBar
QProgressDialog QRadioButton QRhiWidget QRubberBand QScrollBar QSizeGrip QSpinBox QSplashScreen QSplitter QStatusBar
QTabWidget QTableWidget QTextBrowser QTimeEdit QToolBar QToolBox QTreeWidget QUndoView QWizard QWizardPage
"""
"""Those of Qt that no other one is made of."""


def in_thread(app: Application, work: Callable[[], object]) -> None:
    """Wait for `work` without an event loop of asyncio, which it is about to load; its error is raised here."""
    ended = QTimer()
    errors: list[Exception] = []

    def run() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001  raised again below
            errors.append(error)

    thread = threading.Thread(target=run, name="loading", daemon=True)
    thread.start()
    ended.start(10)
    while thread.is_alive():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    ended.stop()
    if errors:
        raise errors[0]


def load_panels() -> None:
    """Import what `MainWindow.fill` needs."""
    _load(PANELS)
    _make_types()


def load_live() -> None:
    """Import what `MainWindow.attach` needs further."""
    _load(LIVE)


def load_opening() -> None:
    """Import what opening a picture needs."""
    for name in OPENING:
        importlib.import_module(f"flux_desktop.{name}")
    import PIL.JpegImagePlugin
    import PIL.PngImagePlugin  # noqa: F401

    from flux_desktop.imaging import vips

    vips.prepare()


def _make_types() -> None:
    """Let Qt's binding make the types of all widgets.

    It would do so where it first meets one that Python has not made, and keep the window waiting for tens of
    milliseconds.
    """
    import PySide6.QtWidgets

    for name in WIDGETS.split():
        getattr(PySide6.QtWidgets, name)


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        importlib.import_module(f"flux_desktop.ui.{name}")
