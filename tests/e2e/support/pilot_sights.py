"""What a person sees in the window, as plain data: words, states and places on the screen."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTreeView,
    QWidget,
)

from flux_desktop.core.history import HistoryNode
from flux_desktop.ui.canvas import Canvas
from flux_desktop.ui.desk.drop_zones import DropZones
from flux_desktop.ui.history.branch import PITCH
from flux_desktop.ui.history.list_view import HistoryList
from flux_desktop.ui.history.model import NODE_ROLE, HistoryItemModel
from flux_desktop.ui.history.row import BAR
from flux_desktop.ui.main_window import MainWindow
from flux_desktop.ui.parts.controls import ElidedLabel
from flux_desktop.ui.queue.job_row import JobRow
from flux_desktop.ui.theme import TIGHT
from tests.ui.clipping import clipped as find_clipped

__all__ = ["SIGHTS", "main_window", "place_of", "seen"]

WORDED = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit)
Place = tuple[int, int, int, int]


def main_window() -> MainWindow:
    """The window; LookupError while there is none."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, MainWindow):
            return widget
    raise LookupError("there is no window yet")


def seen(name: str) -> QWidget:
    """The widget with this objectName that can be seen, newest window first; LookupError if there is none."""
    tops = sorted(QApplication.topLevelWidgets(), key=lambda top: top is not QApplication.activeWindow())
    for top in tops:
        found = [top] if top.objectName() == name else top.findChildren(QWidget, name)
        for widget in found:
            if widget.isVisible() and not widget.visibleRegion().isEmpty():
                return widget
    raise LookupError(f"no {name} can be seen")


def place_of(widget: QWidget) -> Place:
    """Left, top, width and height on the screen."""
    return _on_screen(widget, widget.rect())


def words_of(widget: QWidget) -> str:
    """What stands in the widget."""
    match widget:
        case ElidedLabel():
            return widget.words()
        case QPlainTextEdit():
            return widget.toPlainText()
        case QComboBox():
            return widget.currentText()
        case QAbstractButton() | QLabel() | QLineEdit() | QAbstractSpinBox():
            return widget.text()
        case QAbstractSlider():
            return str(widget.value())
        case _:
            return widget.accessibleName()


def ready() -> bool:
    """Whether the window is attached to the program, has the keyboard, and its start is over."""
    window = main_window()
    return window.desk is not None and window.isActiveWindow()


def widget(name: str) -> dict[str, Any] | None:
    """One widget, or None where none of that name can be seen."""
    try:
        found = seen(name)
    except LookupError:
        return None
    checked = found.isChecked() if isinstance(found, QAbstractButton) else None
    entries = [found.itemText(index) for index in range(found.count())] if isinstance(found, QComboBox) else None
    return {
        "place": place_of(found),
        "enabled": found.isEnabled(),
        "focused": (found.focusProxy() or found).hasFocus(),
        "checked": checked,
        "entries": entries,
        "words": words_of(found),
        "note": found.accessibleDescription(),
    }


def focus() -> str:
    """The name of the widget that has the keyboard."""
    found = QApplication.focusWidget()
    return found.objectName() or type(found).__name__ if found is not None else ""


def has_keyboard() -> bool:
    """Whether keys reach the window, or the dialog before it: not while they go from one to the other."""
    active, waiting = QApplication.activeWindow(), QApplication.activeModalWidget()
    return active is not None and active.isVisible() and waiting in (None, active)


def told(name: str) -> list[str]:
    """The words of every label, field, button and table in a widget, e.g. a dialog; none while it is not seen."""
    try:
        parts = [part for part in seen(name).findChildren(QWidget) if part.isVisible()]
    except LookupError:
        return []
    plain = [words_of(part) for part in parts if isinstance(part, WORDED)]
    cells = [cell for part in parts if isinstance(part, QTableView | QTreeView) for cell in _cells(part.model())]
    return [words for words in (*plain, *cells) if words]


def jobs() -> list[dict[str, Any]]:
    """The rows of the queue, newest first: the words of every label and button that is shown, by its name."""
    rows = [row for row in main_window().queue.findChildren(JobRow) if row.parent() is not None]
    rows.sort(key=lambda row: row.y())
    return [_parts(row) for row in rows]


def history() -> list[dict[str, Any]]:
    """The rows of the history, newest first."""
    found = main_window().findChild(HistoryList)
    if found is None:
        return []
    return [_row(found, number) for number in range(found.model().rowCount())]


def listed() -> dict[str, Any]:
    """How the history is shown, how many rows it has, and the ids of the selected ones, from top to bottom."""
    panel = main_window().history
    rows = panel.list.model().rowCount()
    return {"shape": panel.list.shape, "rows": rows, "selected": [node.id for node in panel.chosen()]}


def canvas() -> dict[str, Any]:
    """What is on the canvas: the picture's id, its rectangle on the screen, and how it is compared."""
    found = main_window().canvas
    return {
        "picture": found.picture.id if found.picture else "",
        "size": [found.picture.levels.width, found.picture.levels.height] if found.picture else [0, 0],
        "place": _picture_place(found),
        "compared": found.compared.id if found.compared else "",
        "mode": found.compare_mode.value,
        "swapped": found.swapped,
        "split": found.split,
        "about": found.accessibleDescription(),
    }


def references() -> int:
    """How many reference images the next edit has."""
    return len(main_window().references.ids())


def message() -> str:
    """What the message bar says; "" while it says nothing."""
    bar = main_window().messages
    return bar.accessibleName() if bar.isVisible() else ""


def menu() -> list[dict[str, Any]]:
    """The entries of the menu that is open."""
    popup = QApplication.activePopupWidget()
    if not isinstance(popup, QMenu):
        return []
    return [
        {"words": action.text(), "place": _on_screen(popup, popup.actionGeometry(action))}
        for action in popup.actions()
        if not action.isSeparator()
    ]


def menu_bar() -> list[dict[str, Any]]:
    """The titles of the menus of the window."""
    bar = main_window().menuBar()
    return [
        {"words": action.text().replace("&", ""), "place": _on_screen(bar, bar.actionGeometry(action))}
        for action in bar.actions()
    ]


def clipped() -> list[str]:
    """What has no room for its words in the window in use."""
    return find_clipped(QApplication.activeWindow() or main_window())


def zones() -> dict[str, Any]:
    """The drop zones: whether they are shown, and which one would take the drop."""
    found = main_window().findChild(DropZones)
    return {"shown": found is not None and found.isVisible(), "over": found.highlighted if found else ""}


def grab(path: str) -> None:
    """Write what is on the screen to `path`. Where there is no real screen, the windows are drawn onto one."""
    screen = main_window().screen()
    if QGuiApplication.platformName() == "xcb":
        screen.grabWindow(0).save(path)
        return
    drawn = QPixmap(screen.size())
    drawn.fill(Qt.GlobalColor.black)
    painter = QPainter(drawn)
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            painter.drawPixmap(top.mapToGlobal(QPoint(0, 0)), top.grab())
    painter.end()
    drawn.save(path)


def _cells(model: QAbstractItemModel) -> list[str]:
    places = itertools.product(range(model.rowCount()), range(model.columnCount()))
    return [str(model.index(row, column).data() or "") for row, column in places]


def _parts(row: JobRow) -> dict[str, Any]:
    parts = [part for part in row.findChildren(QWidget) if part.objectName() and part.isVisibleTo(row)]
    return {part.objectName(): words_of(part) for part in parts if isinstance(part, QLabel | QAbstractButton)}


def _row(view: HistoryList, number: int) -> dict[str, Any]:
    index = view.model().index(number, 0)
    node = index.data(NODE_ROLE)
    return {
        "id": node.id,
        "parent": node.parent,
        **_recipe(node),
        "seed": node.seed,
        "cost": str(node.cost) if node.cost else "",
        "size": [node.width, node.height],
        "media_type": node.media_type,
        "asset": node.asset,
        "starred": node.starred,
        "rating": node.rating,
        "note": node.note,
        "about": view.model().data(index, 11),  # 11: what a screen reader says
        "place": _on_screen(view.viewport(), view.visualRect(index)),
        "dot": _dot(view, number),
    }


def _recipe(node: HistoryNode) -> dict[str, Any]:
    """What was asked for; an original, which a tree begins with, has its name in place of a prompt."""
    recipe = node.recipe
    if recipe is None:
        return {"prompt": node.name, "provider": "", "model": "", "params": {}}
    return {**recipe.to_json()}


def _dot(view: HistoryList, number: int) -> Place | None:
    """Where the node of a row of the tree is drawn; None in a list."""
    model = view.model()
    assert isinstance(model, HistoryItemModel)
    row = model.tree_row(number)
    if row is None:
        return None
    place = view.visualRect(model.index(number, 0))
    middle = QPoint(place.left() + BAR + TIGHT + round((row.lane + 0.5) * PITCH), place.center().y())
    return _on_screen(view.viewport(), QRect(middle - QPoint(1, 1), middle + QPoint(1, 1)))


def _picture_place(found: Canvas) -> Place:
    seen_part = found.view.visible
    ratio = found.devicePixelRatioF()
    box = QRect(*(round(side / ratio) for side in (seen_part.x, seen_part.y, seen_part.width, seen_part.height)))
    return _on_screen(found, box)


def _on_screen(widget: QWidget, part: QRect) -> Place:
    corner = widget.mapToGlobal(part.topLeft())
    return (corner.x(), corner.y(), part.width(), part.height())


SIGHTS: Mapping[str, Callable[..., Any]] = {
    sight.__name__: sight
    for sight in (
        ready,
        widget,
        focus,
        has_keyboard,
        told,
        jobs,
        history,
        listed,
        canvas,
        references,
        message,
        menu,
        menu_bar,
        clipped,
        zones,
        grab,
    )
}
