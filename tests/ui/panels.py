"""Models to show, small pictures, and what is asked of the controls of any panel."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QWidget,
)

from flux_desktop.core.params import Model, choice, integer, number, seed, switch, text

__all__ = ["BASE", "DEV", "KLEIN", "nameless", "thumbnail"]

BASE = Model(
    id="flux-2-klein-4b-base-edit",
    name="FLUX.2 klein 4B Base edit",
    provider="eachlabs",
    mode="edit",
    params=(
        integer("steps", 28, 1, 50, field="num_inference_steps"),
        number("guidance", 4.5, 0, 20, field="guidance_scale"),
        seed(),
        choice("aspect_ratio", "match_input_image", ("match_input_image", "1:1", "16:9", "9:16")),
        choice("format", "png", ("jpeg", "png", "webp"), field="output_format"),
        integer("quality", None, 0, 100, field="output_quality"),
        integer("count", 1, 1, 4, emulated=True),
        switch("safety", True, field="disable_safety_checker", encode=lambda on: not on),
        text("size", None),
    ),
    references=4,
    price="$0.014 a picture",
    note="Apache-2.0 weights",
)
KLEIN = Model(
    id="flux-2-klein-4b-edit",
    name="FLUX.2 klein 4B edit",
    provider="eachlabs",
    mode="edit",
    params=(integer("steps", 4, 1, 8, field="num_inference_steps"), seed()),
    references=1,
    unsupported={"guidance": "klein is distilled: it has no guidance."},
)
DEV = Model("flux-2-dev-edit", "FLUX.2 dev edit", "fal", "edit", (integer("steps", 28, 1, 50), seed()))

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QSlider)


def nameless(root: QWidget) -> list[str]:
    """The controls below `root` that a test or a screen reader could not name, each with what it lacks."""
    found = []
    for control in (root, *root.findChildren(QWidget)):
        if not isinstance(control, CONTROLS) or _is_part(control):
            continue
        if not control.objectName() or control.accessibleIdentifier() != control.objectName():
            found.append(f"{control}: no objectName, or another identifier")
        text = control.text() if isinstance(control, QAbstractButton) else ""
        if not text and not control.accessibleName():
            found.append(f"{control.objectName()}: no accessible name")
        if isinstance(control, QAbstractButton) and not text and not control.toolTip():
            found.append(f"{control.objectName()}: an icon without a tooltip")
    return found


def _is_part(control: QWidget) -> bool:
    """Whether Qt made it as a part of another control: the field of a spin box, the list of a menu."""
    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractSpinBox | QComboBox | QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return control.objectName().startswith("qt_")


def thumbnail(colour: str = "#cc3333", width: int = 128, height: int = 96) -> bytes:
    """A PNG of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, PySide a str
    return bytes(data.data())
