"""How one reference image is painted: its picture, its number, and whether it is sent."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.theme import Theme, in_use

__all__ = ["ID", "NAME", "NUMBER", "PICTURE", "TILE", "TileDelegate"]

ID = int(Qt.ItemDataRole.UserRole)
PICTURE = ID + 1
NAME = ID + 2
NUMBER = ID + 3
"""What the prompt calls it; None where it is not sent."""
TILE = 52
"""Side of a thumbnail in logical pixels."""
NOT_SENT = marked("not sent")
BADGE = QColor(0, 0, 0, 190)
BADGE_INK = QColor(255, 255, 255)


class TileDelegate(QStyledItemDelegate):
    """Paints a square with rounded corners; the number stands on a dark ground, readable over any picture."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = self.parent()
        assert isinstance(view, QWidget)
        rect = QRect(0, 0, TILE, TILE)
        rect.moveCenter(option.rect.center())
        state: QStyle.StateFlag = option.state
        number = index.data(NUMBER)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._picture(painter, rect, index.data(PICTURE), in_use(), dim=number is None)
        self._badge(painter, rect, str(number) if number is not None else tr(NOT_SENT))
        if state & QStyle.StateFlag.State_Selected:
            self._ring(painter, rect, in_use(), view.hasFocus())
        painter.restore()

    def _picture(self, painter: QPainter, rect: QRect, picture: object, theme: Theme, *, dim: bool) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(rect), 4, 4)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(rect, QColor(theme.raised))
        if isinstance(picture, QPixmap):
            painter.setOpacity(0.35 if dim else 1.0)
            painter.drawPixmap(rect, picture, _square(picture))
        painter.restore()

    def _badge(self, painter: QPainter, rect: QRect, words: str) -> None:
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        width = max(metrics.horizontalAdvance(words) + 8, metrics.height())
        ground = QRect(rect.left() + 2, rect.top() + 2, min(width, rect.width() - 4), metrics.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(BADGE)
        painter.drawRoundedRect(ground, 3, 3)
        painter.setPen(BADGE_INK)
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, metrics.elidedText(words, _RIGHT, ground.width()))

    def _ring(self, painter: QPainter, rect: QRect, theme: Theme, focused: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.link if focused else theme.edge), 2))
        painter.drawRoundedRect(QRectF(rect), 4, 4)


_RIGHT = Qt.TextElideMode.ElideRight


def _square(picture: QPixmap) -> QRect:
    """The middle of `picture`."""
    side = min(picture.width(), picture.height())
    return QRect((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)
