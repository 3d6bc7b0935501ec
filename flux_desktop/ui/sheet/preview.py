"""The first page of a contact sheet on the screen, as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from flux_desktop.ui.sheet.options import Paper
from flux_desktop.ui.theme import MARGIN, in_use

__all__ = ["PagePreview"]


class PagePreview(QWidget):
    """Shows the last image that it got while the next one is made."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def image(self) -> QImage | None:
        """The page that is shown; None before the first."""
        return self._image

    def pixels_for(self, paper: Paper) -> int:
        """How many pixels wide such a page is here."""
        room = self._room()
        return max(1, round(min(room.width(), room.height() * paper.width / paper.height) * self.devicePixelRatioF()))

    def _room(self) -> QRect:
        return self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(460, 560)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, 200)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        theme = in_use()
        painter.fillRect(self.rect(), QColor(theme.canvas))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self._image.size().scaled(self._room().size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(self.rect().center())
            painter.drawImage(place, self._image)
            painter.setPen(QColor(theme.line))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.update()
