"""Edit or generate: the switch knows whether there is a picture."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from flux_desktop.ui.prompt.mode_bar import ModeBar
from tests.ui.panels import thumbnail


@pytest.fixture
def bar(qtbot: QtBot) -> ModeBar:
    bar = ModeBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def button(bar: ModeBar, name: str) -> QToolButton:
    found = bar.findChild(QToolButton, name)
    assert found is not None
    return found


def test_without_a_picture_it_generates(bar: ModeBar) -> None:
    assert bar.mode() == "generate"
    assert button(bar, "mode_generate").isChecked()
    assert not button(bar, "mode_edit").isEnabled()
    assert "Open a picture" in button(bar, "mode_edit").toolTip()


def test_the_first_picture_turns_it_to_edit(bar: ModeBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.mode_changed, timeout=1000) as heard:
        bar.set_source("photo.jpg", thumbnail())
    assert heard.args == ["edit"]
    assert button(bar, "mode_edit").isChecked()
    assert bar.chip.words() == "Editing: photo.jpg"


def test_what_follows_from_the_first_picture_comes_in_a_turn_of_its_own(bar: ModeBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.mode_changed):
        bar.edit("photo.jpg")
    with qtbot.waitSignal(bar.mode_changed, timeout=1000) as heard:
        pass
    assert heard.args == ["edit"]
    assert bar.chip.words() == "Editing: photo.jpg"


def test_what_is_shown_of_it_comes_before_what_follows(bar: ModeBar, qapp: QApplication) -> None:
    """In turns of their own: together they would hold the window up."""
    told: list[str] = []
    bar.mode_changed.connect(told.append)
    bar.edit("photo.jpg")
    while bar.chip.words() != "Editing: photo.jpg":
        qapp.processEvents()
    assert button(bar, "mode_edit").isChecked()
    assert bar.expects_source
    assert told == []
    while bar.expects_source:
        qapp.processEvents()
    assert told == ["edit"]


def test_a_thumbnail_that_comes_meanwhile_waits_with_it(bar: ModeBar, qtbot: QtBot) -> None:
    heard: list[str] = []
    bar.mode_changed.connect(heard.append)
    bar.edit("photo.jpg")
    bar.set_source("photo.jpg", thumbnail())
    assert heard == []
    assert bar.expects_source
    qtbot.waitUntil(lambda: heard == ["edit"])
    assert bar.chip.picture() is not None


def test_it_comes_at_once_if_it_is_asked_for(bar: ModeBar, qtbot: QtBot) -> None:
    heard: list[str] = []
    bar.mode_changed.connect(heard.append)
    bar.edit("photo.jpg")
    assert bar.expects_source
    assert bar.mode() == "edit"
    qtbot.wait(10)
    assert heard == ["edit"]


def test_a_further_picture_is_edited_at_once(bar: ModeBar) -> None:
    bar.set_source("photo.jpg")
    bar.set_mode("generate")
    bar.edit("other.jpg")
    assert button(bar, "mode_edit").isChecked()
    assert bar.chip.words() == "Editing: other.jpg"


def test_a_picture_that_is_closed_in_the_same_moment_is_not_edited(bar: ModeBar, qtbot: QtBot) -> None:
    bar.edit("photo.jpg")
    bar.set_source("")
    qtbot.wait(10)
    assert bar.mode() == "generate"
    assert bar.chip.words() == "A new picture, from words alone"


def test_a_click_changes_the_mode(bar: ModeBar, qtbot: QtBot) -> None:
    bar.set_source("photo.jpg")
    with qtbot.waitSignal(bar.mode_changed, timeout=1000) as heard:
        button(bar, "mode_generate").click()
    assert heard.args == ["generate"]
    assert "photo.jpg" not in bar.chip.words()


def test_another_picture_leaves_the_mode(bar: ModeBar, qtbot: QtBot) -> None:
    bar.set_source("photo.jpg")
    bar.set_mode("generate")
    with qtbot.assertNotEmitted(bar.mode_changed):
        bar.set_source("other.jpg")
    assert bar.mode() == "generate"


def test_closing_the_picture_generates_again(bar: ModeBar, qtbot: QtBot) -> None:
    bar.set_source("photo.jpg")
    with qtbot.waitSignal(bar.mode_changed, timeout=1000):
        bar.set_source("")
    assert bar.mode() == "generate"


def test_a_mode_that_cannot_be_yet_waits(bar: ModeBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.mode_changed):
        bar.set_mode("edit")
    assert bar.mode() == "generate"


def test_the_chip_shows_the_picture(bar: ModeBar) -> None:
    bar.set_source("photo.jpg", thumbnail("#cc3333", 128, 32))
    shown = next(label for label in bar.chip.findChildren(QLabel) if not label.pixmap().isNull())
    assert shown.pixmap().width() == shown.pixmap().height()
    assert shown.pixmap().toImage().pixelColor(3, 3).name() == "#cc3333"


def test_a_broken_thumbnail_is_left_out(bar: ModeBar) -> None:
    bar.set_source("photo.jpg", b"not an image")
    assert all(label.pixmap().isNull() for label in bar.chip.findChildren(QLabel))
    assert bar.chip.words() == "Editing: photo.jpg"
