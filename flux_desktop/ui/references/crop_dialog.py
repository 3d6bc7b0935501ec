"""A reference at its full size: to send only a part of it, or to pick a colour from it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.core.region import Crop
from flux_desktop.ui import icons
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.references.crop_view import CropView
from flux_desktop.ui.theme import GAP, MARGIN, TIGHT

__all__ = ["CropDialog"]

FIELDS = (
    ("crop_left", marked("Left")),
    ("crop_top", marked("Top")),
    ("crop_width", marked("Width")),
    ("crop_height", marked("Height")),
)
MOST = 1_000_000


class CropDialog(QDialog):
    """`put` shows the picture when it is read. `cropped` carries the part that is to be sent, once.

    `pick_toggled` asks for the eyedropper over `view`, or puts it away.
    """

    cropped = Signal(tuple)
    pick_toggled = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = tr("Crop {name}", name=name)
        named(self, "crop_dialog", title)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.view = CropView()
        self.view.crop_changed.connect(self._show)
        self._fields = [self._field(name, tr(words)) for name, words in FIELDS]
        self.pick_button = self._button("crop_pick_button", tr("Pick a colour"), tr("Into the prompt, at its cursor"))
        self.pick_button.setCheckable(True)
        self.pick_button.toggled.connect(self.pick_toggled)
        icons.mark(self.pick_button, "pipette")
        self._whole = self._button("crop_whole_button", tr("Whole picture"))
        self._whole.clicked.connect(self._take_all)
        self._crop = self._button("crop_button", tr("Crop", "verb"), tr("Send this part in place of the picture"))
        self._crop.setDefault(True)
        self._crop.clicked.connect(self._accept)
        self._cancel = self._button("crop_cancel_button", tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self._whole_crop: Crop = (0, 0, 0, 0)
        self._lay_out()
        self._enable()
        self.resize(720, 560)
        icons.keep_dressed(self)

    def put(self, image: QImage) -> None:
        """Show the picture, all of it chosen."""
        self.view.put(image)
        self._whole_crop = self.view.crop
        self._show(self.view.crop)
        self.view.setFocus()

    # Private.

    def _lay_out(self) -> None:
        numbers = QHBoxLayout()
        numbers.setSpacing(TIGHT)
        for field, (_, words) in zip(self._fields, FIELDS, strict=True):
            label = plain_label(tr(words), "quiet")
            label.setBuddy(field)
            numbers.addWidget(label)
            numbers.addWidget(field)
            numbers.addSpacing(GAP)
        numbers.addStretch()
        numbers.addWidget(self._whole)
        buttons = QHBoxLayout()
        buttons.addWidget(self.pick_button)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._crop)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self.view, 1)
        column.addLayout(numbers)
        column.addLayout(buttons)

    def _button(self, name: str, words: str, tip: str = "") -> QPushButton:
        button = named(QPushButton(words), name, words, tip)
        button.setAutoDefault(False)
        return button

    def _field(self, name: str, words: str) -> QSpinBox:
        field = named(QSpinBox(), name, words)
        field.setRange(0, MOST)
        field.setSuffix(tr(" px"))
        field.setKeyboardTracking(False)
        field.valueChanged.connect(self._on_number)
        return field

    def _on_number(self) -> None:
        left, top, width, height = (field.value() for field in self._fields)
        self.view.set_crop((left, top, width, height))
        self._show(self.view.crop)

    def _show(self, crop: Crop) -> None:
        for field, value in zip(self._fields, crop, strict=True):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)
        self._enable()

    def _enable(self) -> None:
        there = self._whole_crop[2] > 0
        for widget in (*self._fields, self.pick_button):
            widget.setEnabled(there)
        is_part = there and self.view.crop != self._whole_crop
        self._crop.setEnabled(is_part)
        self._whole.setEnabled(is_part)

    def _take_all(self) -> None:
        self.view.set_crop(self._whole_crop)
        self._show(self.view.crop)

    def _accept(self) -> None:
        self.cropped.emit(self.view.crop)
        self.accept()
