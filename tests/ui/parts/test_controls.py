"""The small controls that panels share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.ui import theme
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import ElidedLabel, QuietComboBox, Segments, label_width


def turn_wheel(widget: QWidget) -> bool:
    """Turn the wheel one notch down over `widget`; whether it took it."""
    here = QPointF(widget.rect().center())
    event = QWheelEvent(
        here,
        QPointF(widget.mapToGlobal(here.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[QuietComboBox]:
    """A menu in a window, beside a field that may have the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    box = named(QuietComboBox(), "some_box", "Some")
    for entry in ("one", "two", "three"):
        box.addItem(entry.capitalize(), entry)
    column.addWidget(box)
    column.addWidget(named(QLineEdit(), "other"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield box
    window.close()


@pytest.mark.parametrize("theme_name", ["", "light"])
def test_a_menu_says_that_its_words_go_on(box: QuietComboBox, qapp: QApplication, theme_name: str) -> None:
    if theme_name:
        theme.apply(qapp, theme_name)
    long = "OpenAI-compatible (kein Schlüssel)"
    box.addItem(long)
    box.setFixedWidth(160)
    box.setCurrentIndex(box.count() - 1)
    image, seen = box.grab().toImage(), []
    for room in range(box.width() - 50, box.width() - 20):  # without the arrow
        box.setItemText(box.count() - 1, box.fontMetrics().elidedText(long, Qt.TextElideMode.ElideRight, room))
        seen.append(box.grab().toImage() == image)
    assert any(seen), "it ends in three dots"


def test_the_wheel_scrolls_past_a_menu_that_has_no_focus(box: QuietComboBox) -> None:
    other = box.window().findChild(QLineEdit, "other")
    assert other is not None
    other.setFocus()
    turn_wheel(box)
    assert box.currentData() == "one"


def test_the_wheel_turns_a_menu_that_has_the_focus(box: QuietComboBox) -> None:
    box.setFocus()
    turn_wheel(box)
    assert box.currentData() == "two"


def test_a_menu_is_set_by_its_data(box: QuietComboBox) -> None:
    assert box.choose("three")
    assert box.currentText() == "Three"
    assert not box.choose("four")
    assert box.currentData() == "three"


def test_a_long_entry_does_not_widen_the_menu(box: QuietComboBox) -> None:
    before = box.sizeHint().width()
    box.addItem("A name that is far longer than the sidebar is wide, by any measure", "long")
    assert box.sizeHint().width() == before


def test_names_are_identifiers(qtbot: QtBot) -> None:
    label = named(QLabel(), "some_label", "Some label", "Explains & tells <more>")
    qtbot.addWidget(label)
    assert label.accessibleIdentifier() == label.objectName() == "some_label"
    assert label.accessibleName() == "Some label"
    assert label.accessibleDescription() == "Explains & tells <more>"


def test_a_tooltip_shows_words_as_they_are(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    set_note(label, "<b>1</b> & 2")
    assert label.toolTip() == "<qt>&lt;b&gt;1&lt;/b&gt; &amp; 2</qt>"
    set_note(label, "")
    assert label.toolTip() == ""


def test_a_narrow_label_ends_in_an_ellipsis_and_keeps_the_whole(qtbot: QtBot) -> None:
    words = "price not published: the credits of the provider"
    label = ElidedLabel(words)
    qtbot.addWidget(label)
    label.show()
    label.resize(label.sizeHint())
    assert label.text() == words
    assert label.toolTip() == ""
    label.resize(90, 20)
    assert label.text().endswith("…")
    assert label.toolTip() == label.words() == label.accessibleName() == words


def test_a_label_has_a_note_beside_its_words(qtbot: QtBot) -> None:
    label = ElidedLabel("about $0.014")
    qtbot.addWidget(label)
    label.show()
    label.resize(label.sizeHint())
    label.set_note("One megapixel.\n<b>Two</b>")
    assert label.accessibleDescription() == "One megapixel.\n<b>Two</b>"
    assert label.toolTip() == "<qt>One megapixel.<br>&lt;b&gt;Two&lt;/b&gt;</qt>"
    label.resize(30, 20)
    assert label.accessibleDescription().startswith("about $0.014\nOne")


def test_a_label_of_two_lines_ends_after_two(qtbot: QtBot) -> None:
    label = ElidedLabel(" ".join(["word"] * 60), lines=2)
    qtbot.addWidget(label)
    label.show()
    label.resize(200, label.sizeHint().height())
    assert label.text().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= 2 * 200
    assert label.heightForWidth(200) == label.heightForWidth(10) == 2 * label.fontMetrics().lineSpacing()


def test_one_segment_is_down_and_the_user_is_told_apart(qtbot: QtBot) -> None:
    segments = Segments([("a", "seg_a", "A"), ("b", "seg_b", "B")])
    qtbot.addWidget(segments)
    heard: list[str] = []
    segments.chosen.connect(heard.append)
    segments.choose("a")
    assert (segments.key(), heard) == ("a", [])
    segments.button("b").click()
    assert (segments.key(), heard) == ("b", ["b"])
    assert not segments.button("a").isChecked()


def test_the_column_of_labels_grows_with_the_font(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = label_width(widget)
    font = widget.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    widget.setFont(font)
    assert label_width(widget) > 1.7 * before
