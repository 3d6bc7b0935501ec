"""F6: the keyboard goes from panel to panel, in the order in which one works, without a way through every control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from flux_desktop.ui.focusing import give_focus

if TYPE_CHECKING:
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["PanelRing"]

Stop = tuple[QWidget, tuple[QWidget, ...]]
"""The control that has the focus first, and all that belongs to the panel."""


class PanelRing(QObject):
    """History, canvas, prompt, parameters, queue, and round again. Hidden panels are passed over."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def next(self) -> None:
        """Give the focus to the panel after the one that has it."""
        self._go(1)

    def previous(self) -> None:
        """Give the focus to the panel before the one that has it."""
        self._go(-1)

    def _go(self, step: int) -> None:
        stops = [stop for stop in self._stops() if any(part.isVisible() for part in stop[1])]
        here = self._here(stops)
        if here is None:
            here = -1 if step > 0 else 0
        for away in range(1, len(stops) + 1):
            target = _landing(stops[(here + step * away) % len(stops)])
            if target is not None:
                give_focus(target, Qt.FocusReason.TabFocusReason)
                return

    def _here(self, stops: list[Stop]) -> int | None:
        """The place of the panel that has the focus."""
        focus = QApplication.focusWidget()
        for place, (_, parts) in enumerate(stops):
            if focus is not None and any(part is focus or part.isAncestorOf(focus) for part in parts):
                return place
        return None

    def _stops(self) -> list[Stop]:
        window = self._window
        return [
            (window.history.list, (window.history,)),
            (window.canvas, (window.canvas, window.compare_bar, window.tool_options, window.tool_bar)),
            (window.prompt, (window.prompt, window.modes, window.references, window.run_bar)),
            (window.chooser.provider_box, (window.chooser, window.params, window.foot)),
            (window.queue, (window.queue,)),
        ]


def _landing(stop: Stop) -> QWidget | None:
    """The control of a panel that takes the focus: its natural one, or the first that can."""
    natural, parts = stop
    inside = (child for part in parts for child in (part, *part.findChildren(QWidget)))
    return next((one for one in (natural, *inside) if _can_have_focus(one)), None)


def _can_have_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
