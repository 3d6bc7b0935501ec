"""Who works by keys sees where they are: each control is painted, with the focus and without, and the two compared."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QHoverEvent, QImage
from PySide6.QtWidgets import QAbstractSlider, QApplication, QScrollArea, QWidget

from flux_desktop.ui import theme
from tests.ui.contrast import SHAPE
from tests.ui.dialogs_open import DIALOGS, opened, pages
from tests.ui.panels import nameless
from tests.ui.region_scenes import region_scenes
from tests.ui.windows import User

pytestmark = pytest.mark.qt

REASON = Qt.FocusReason.TabFocusReason
AROUND = 2
"""Pixels beside a control that its ring may take."""
LEAST = 24
"""Pixels that must change visibly, however small the control is; of a slider it is the handle that shows the focus."""
ENOUGH = 200

Floats = npt.NDArray[np.float64]


def stops(window: QWidget) -> list[QWidget]:
    """What Tab comes to in `window`, in that order."""
    found: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        if takes and widget.isVisible() and widget.isEnabled() and widget.window() is window:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def painted(widget: QWidget) -> QImage:
    window = widget.window()
    corner = widget.mapTo(window, QPoint(0, 0)) - QPoint(AROUND, AROUND)
    place = QRect(corner, widget.size() + QSize(2 * AROUND, 2 * AROUND)).intersected(window.rect())
    return window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed(before: QImage, after: QImage) -> int:
    """How many pixels can be told from what they were before, at 3 : 1."""
    bright, dark = (function(luminances(before), luminances(after)) for function in (np.maximum, np.minimum))
    return int(np.count_nonzero((bright + 0.05) / (dark + 0.05) >= SHAPE))


def luminances(image: QImage) -> Floats:
    """The relative luminance of each pixel, WCAG 2.2; height × width."""
    levels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4) / 255.0
    linear = np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear[..., :3] @ np.array([0.0722, 0.7152, 0.2126]))  # blue comes first


def bring_into_sight(widget: QWidget) -> None:
    """Scroll to `widget`, as Tab does."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def ringless(window: QWidget, rest: QWidget) -> list[str]:
    """The controls of `window` that look the same with the focus as without; `rest` has it in between."""
    return [fault for widget in stops(window) if widget is not rest and (fault := without_ring(widget, rest))]


def ringless_within(part: QWidget) -> list[str]:
    """The same for the controls of a part of a window; one further on has the focus in between."""
    own = [stop for stop in stops(part.window()) if part is stop.window() or part.isAncestorOf(stop)]
    assert len(own) > 1, part.objectName()
    others = own[len(own) // 2 :] + own[: len(own) // 2]
    return [fault for widget, rest in zip(own, others, strict=True) if (fault := without_ring(widget, rest))]


def without_ring(widget: QWidget, rest: QWidget) -> str:
    """What is wrong if `widget` looks much the same with the focus as while `rest` has it; "" if all is well."""
    for over in (True, False):
        point_at(widget, over)
        if fault := _without_ring(widget, rest):
            return f"{fault}{' below the pointer' * over}"
    return ""


def point_at(widget: QWidget, over: bool) -> None:
    """What Qt does as the pointer comes and goes."""
    at, kinds = QPointF(), QEvent.Type
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, over)
    QApplication.sendEvent(widget, QEnterEvent(at, at, at) if over else QEvent(kinds.Leave))
    QApplication.sendEvent(widget, QHoverEvent(kinds.HoverEnter if over else kinds.HoverLeave, at, at, at))


def _without_ring(widget: QWidget, rest: QWidget) -> str:
    widget.setFocus(REASON)
    bring_into_sight(widget)
    assert QApplication.focusWidget() is widget, widget.objectName()
    after = painted(widget)
    rest.setFocus(REASON)
    count = changed(painted(widget), after)
    least = LEAST if isinstance(widget, QAbstractSlider) else (widget.width() + widget.height()) // 2
    return f"{type(widget).__name__} {widget.objectName()}: {count} of {least}" * (
        count < min(max(least, LEAST), ENOUGH)
    )


@pytest.fixture
async def worker(user: User) -> User:
    """Someone with results, two of which are compared."""
    QApplication.setCursorFlashTime(0)
    await user.open(user.file("photo.png", 600, 400))
    await user.result("black and white")
    await user.result("sepia")
    user.action("compare_next").trigger()
    await user.settled()
    return user


async def test_in_the_window_and_its_dialogs(worker: User, qapp: QApplication) -> None:
    for shown in ("dark", "light"):
        theme.apply(qapp, shown)
        assert ringless(worker.window, worker.window.prompt) == []
    for command, name in DIALOGS.items():
        dialog = await opened(worker, command, name)
        for page in pages(dialog):
            page()
            assert ringless(dialog, stops(dialog)[-1]) == []


async def test_around_the_edit_of_a_part(user: User) -> None:
    QApplication.setCursorFlashTime(0)
    async for part in region_scenes(user):
        assert ringless_within(part) == []
        assert nameless(part) == []
