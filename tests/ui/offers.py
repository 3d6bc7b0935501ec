"""What other programs offer in a drag or on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

__all__ = ["bitmap", "files", "page", "raw", "words"]


def files(*paths: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return mime


def page(text: str, *urls: str) -> QMimeData:
    """As browsers give a picture: its HTML, and the address of the picture or of the link around it."""
    mime = QMimeData()
    mime.setHtml(text)
    mime.setUrls([QUrl(url) for url in urls])
    return mime


def raw(kind: str, data: bytes) -> QMimeData:
    mime = QMimeData()
    mime.setData(kind, QByteArray(data))
    return mime


def bitmap() -> QMimeData:
    mime = QMimeData()
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("#0066cc"))
    mime.setImageData(image)
    return mime


def words() -> QMimeData:
    mime = QMimeData()
    mime.setText("make the sky darker")
    return mime
