"""Icons of the program: line drawings in the theme's ink, put on after the first paint.

`mark` says which icon a button will have and reserves its room; `dress` draws all icons below a widget. Drawing needs
the SVG library, which costs more time than the rest of the window: that is why it happens later.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from flux_desktop.resources import resource
from flux_desktop.ui.theme import ICON, TIGHT, Theme, in_use

__all__ = ["NAME", "begin_to_dress", "dress", "icon", "keep_dressed", "mark", "pixmap", "redress"]

NAME = "icon_name"
"""The dynamic property of a button or an action that names its icon, e.g. `dices`."""
_INK = "icon_ink"
_Key = tuple[str, str, int, int]
"""Name, ink, width and height of an icon."""
_Drawn = dict[_Key, QIcon]
DIRECTED = frozenset(
    {
        *("arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "redo-2"),
        *("list", "list-tree", "send", "external-link", "clipboard-paste"),
    }
)
"""Those that point where reading goes, or come from where it begins: mirrored where it goes from right to left."""


def mark(target: QAbstractButton | QAction, name: str, ink: str = "text", size: int = ICON) -> None:
    """Say that `target` has the icon `name`, in the theme's colour `ink`; `dress` draws it later."""
    target.setProperty(NAME, name)
    target.setProperty(_INK, ink)
    if isinstance(target, QAbstractButton):
        beside_words = TIGHT if isinstance(target, QPushButton) else 0
        target.setIconSize(QSize(size + beside_words, size))
        if target.icon().isNull():
            target.setIcon(_blank(target.iconSize()))  # without it the icon's room would come into being with the icon


def dress(root: QWidget) -> None:
    """Draw the icons of `root` and of every marked button and action below it, in the colours of the theme in use."""
    _dress(root, {})


def redress(root: QWidget) -> None:
    """Dress what is new or changed in a window that is kept dressed; before that there is nothing to do."""
    if (dresser := _dresser_of(root.window())) is not None:
        _dress(root, dresser.drawn())


def keep_dressed(window: QWidget) -> None:
    """Dress `window` now, and again whenever its theme or the sharpness of its screen changes."""
    dresser = _dresser_of(window) or _Dresser(window)
    _dress(window, dresser.drawn())


def begin_to_dress(window: QWidget) -> Iterator[None]:
    """`keep_dressed` with a pause after each drawing, in which the window can react; the icons come at the end."""
    dresser = _Dresser(window)
    drawn = dresser.drawn()
    theme, ratio = in_use(), window.devicePixelRatioF()
    for key in {key for _, key in _marked(window)}:
        if key not in drawn:
            drawn[key] = _icon_of(key, theme, ratio)
            yield
    _dress(window, dresser.drawn())


def icon(name: str, ink: str, disabled: str, size: int = ICON, ratio: float = 1.0) -> QIcon:
    """The icon `name` in the colours #rrggbb `ink` and, where it is disabled, `disabled`."""
    return _icon(name, ink, disabled, QSize(size, size), ratio)


def pixmap(name: str, ink: str, size: int = ICON, ratio: float = 1.0) -> QPixmap:
    """The icon `name` in the colour #rrggbb, `size` logical pixels square; FileNotFoundError for an unknown name."""
    return _pixmap(name, ink, QSize(size, size), ratio)


def _dress(root: QWidget, drawn: _Drawn) -> None:
    """Give all icons; those that are not `drawn` yet are drawn."""
    theme, ratio = in_use(), root.devicePixelRatioF()
    for target, key in _marked(root):
        if key not in drawn:
            drawn[key] = _icon_of(key, theme, ratio)
        target.setIcon(drawn[key])


def _marked(root: QWidget) -> Iterator[tuple[QAbstractButton | QAction, _Key]]:
    """What below `root`, and `root` itself, has an icon, and which."""
    targets: list[QAbstractButton | QAction] = [*root.findChildren(QAbstractButton), *root.findChildren(QAction)]
    if isinstance(root, QAbstractButton):
        targets.append(root)
    for target in targets:
        if name := target.property(NAME):
            room = target.iconSize() if isinstance(target, QAbstractButton) else QSize(ICON, ICON)
            yield target, (str(name), str(target.property(_INK) or "text"), room.width(), room.height())


def _icon_of(key: _Key, theme: Theme, ratio: float) -> QIcon:
    name, ink, width, height = key
    return _icon(name, getattr(theme, ink), theme.disabled, QSize(width, height), ratio)


def _icon(name: str, ink: str, disabled: str, room: QSize, ratio: float) -> QIcon:
    result = QIcon(_pixmap(name, ink, room, ratio))
    result.addPixmap(_pixmap(name, disabled, room, ratio), QIcon.Mode.Disabled)
    return result


def _pixmap(name: str, ink: str, room: QSize, ratio: float) -> QPixmap:
    """The drawing where its room begins, which is wider where words follow."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", ink)
    side = round(room.height() * ratio)
    image = QImage(round(room.width() * ratio), side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    left = image.width() - side if mirrored else 0  # words follow on the other side
    if mirrored and name in DIRECTED:
        painter.translate(2 * left + side, 0)
        painter.scale(-1, 1)
    QSvgRenderer(drawing.encode()).render(painter, QRectF(left, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


def _blank(room: QSize) -> QIcon:
    empty = QPixmap(room)
    empty.fill(Qt.GlobalColor.transparent)
    return QIcon(empty)


def _dresser_of(window: QWidget) -> _Dresser | None:
    return window.findChild(_Dresser, "", Qt.FindChildOption.FindDirectChildrenOnly)


class _Dresser(QObject):
    """Watches a window and draws its icons anew when their colours or their sharpness are out of date."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._drawn: _Drawn = {}
        self._look: tuple[object, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(lambda: _dress(window, self.drawn()))
        window.installEventFilter(self)

    def drawn(self) -> _Drawn:
        """The icons that were drawn already for how the window looks now."""
        look = (in_use(), self._window.devicePixelRatioF(), QGuiApplication.layoutDirection())
        if look != self._look:
            self._drawn, self._look = {}, look
        return self._drawn

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._later.start()
        return super().eventFilter(watched, event)
