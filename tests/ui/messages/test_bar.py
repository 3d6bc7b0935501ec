"""The one place for sentences: over the canvas, never in the way, nothing lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core import errors
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.params import Model
from flux_desktop.ui.messages.bar import MessageBar
from flux_desktop.ui.messages.ways import Ways
from tests.ui.browser import Browser
from tests.ui.panels import nameless
from tests.ui.results import button
from tests.ui.screen_reader import Reader

REFUSED = errors.KeyRefused("1min.ai does not accept the key.", "Check it.", request_id="req-1", detail="status 401")
POPUP = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
NODE = HistoryNode("n", "n", None, "0" * 64, "image/png", 1, 1, 0.0)


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 500)
    host.show()
    QCursor.setPos(host.mapToGlobal(QPoint(1, 1)))  # a message under the pointer waits
    return MessageBar(host)


def host_of(bar: MessageBar) -> QWidget:
    host = bar.parentWidget()
    assert host is not None
    return host


def press(bar: MessageBar, name: str) -> None:
    QTest.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)


def run_out(bar: MessageBar) -> None:
    """The time of a message that leaves by itself is over."""
    assert bar._leave.isActive()
    bar._leave.timeout.emit()


def test_nothing_to_say(bar: MessageBar) -> None:
    assert bar.text() == ""
    assert not bar.isVisible()
    bar.dismiss()


def test_it_lies_at_the_lower_edge_whatever_the_size(bar: MessageBar) -> None:
    bar.show_error(REFUSED)
    for width, height in ((700, 500), (300, 400), (1600, 900)):
        host_of(bar).resize(width, height)
        assert host_of(bar).rect().contains(bar.geometry())
        assert bar.geometry().bottom() >= height - 20
        for label in bar.findChildren(QLabel):
            assert not label.wordWrap() or label.height() >= label.heightForWidth(label.width())


def test_coming_and_going_moves_no_layout(bar: MessageBar) -> None:
    host = host_of(bar)
    field = QLineEdit()
    QVBoxLayout(host).addWidget(field)
    QTest.qWait(1)
    before = field.geometry()
    bar.show_error(REFUSED)
    QTest.qWait(1)
    assert field.geometry() == before


def test_an_info_leaves_by_itself_and_an_error_stays(bar: MessageBar) -> None:
    bar.show_info("Exported to a.png.")
    assert bar.text() == "Exported to a.png."
    run_out(bar)
    assert not bar.isVisible()
    bar.show_error(REFUSED)
    assert not bar._leave.isActive()
    press(bar, "message_close_button")
    assert bar.text() == ""


def test_infos_in_quick_succession_are_all_readable(bar: MessageBar) -> None:
    for words in ("One.", "Two.", "Three.", "Two."):
        bar.show_info(words)
    assert bar.text() == "One.\nThree.\nTwo."


def test_an_error_is_found_again_under_an_info(bar: MessageBar) -> None:
    bar.show_error(REFUSED)
    bar.show_info("Exported.")
    assert bar.text() == "Exported."
    assert button_text(bar, "message_count") == "+1 more"
    run_out(bar)
    assert bar.text() == "1min.ai does not accept the key.\nCheck it."


def button_text(bar: MessageBar, name: str) -> str:
    label = bar.findChild(QLabel, name)
    assert label is not None
    assert label.isVisible()
    return label.text()


def test_the_same_error_twice_is_one(bar: MessageBar) -> None:
    bar.show_error(REFUSED)
    bar.show_error(errors.Unreachable("No connection."))
    bar.show_error(errors.KeyRefused(REFUSED.title, REFUSED.hint, request_id="req-1", detail="status 401"))
    assert bar.text().startswith("1min.ai")
    bar.dismiss()
    assert bar.text().startswith("No connection.")
    bar.dismiss()
    assert bar.text() == ""


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (REFUSED, "Set the key…"),
        (errors.Unreachable("x"), "Retry"),
        (errors.OutOfCredit("x"), "Retry"),
        (errors.NotUnderstood("x"), "Open help"),
    ],
)
def test_an_error_offers_its_next_step(bar: MessageBar, error: errors.FluxError, words: str) -> None:
    told: list[tuple[str, errors.FluxError]] = []
    bar.action_requested.connect(lambda step, about: told.append((step, about)))
    bar.show_error(error, retry=True)
    assert button(bar, "message_action_button").text() == words
    press(bar, "message_action_button")
    assert told == [(error.action, error)]
    assert bar.text() == ""


def test_retry_is_offered_only_where_something_can_be_tried_again(bar: MessageBar) -> None:
    bar.show_error(errors.Unreachable("That page does not answer."))
    action = bar.findChild(QAbstractButton, "message_action_button")
    assert action is not None
    assert not action.isVisible()
    bar.show_error(errors.Unreachable("That page does not answer."), retry=True)
    assert action.isVisible()


def test_an_error_without_a_next_step_has_no_button(bar: MessageBar) -> None:
    bar.show_error(errors.NotAPicture("No picture."))
    action = bar.findChild(QAbstractButton, "message_action_button")
    assert action is not None
    assert not action.isVisible()


def test_an_error_can_be_copied_whole(bar: MessageBar) -> None:
    bar.show_error(REFUSED)
    press(bar, "message_copy_button")
    assert QGuiApplication.clipboard().text().splitlines()[2:] == ["status 401", "Request id: req-1"]


def test_an_error_leads_into_the_manual_and_stays(bar: MessageBar) -> None:
    told: list[str] = []
    bar.help_requested.connect(told.append)
    bar.show_error(REFUSED)
    press(bar, "message_help_button")
    assert told == ["problems#key-refused"]
    assert bar.text().startswith(REFUSED.title), "the user comes back to it"
    bar.show_info("Exported.")
    assert not any(found.isVisible() for found in bar.findChildren(QAbstractButton, "message_help_button"))


def test_results_that_wait_are_counted_and_the_last_is_shown(bar: MessageBar) -> None:
    told: list[HistoryNode] = []
    bar.show_requested.connect(told.append)
    bar.show_result_ready(NODE)
    assert bar.text() == "A result is ready."
    last = replace(NODE, id="m")
    bar.show_result_ready(last)
    assert bar.text() == "2 results are ready."
    press(bar, "message_action_button")
    assert told == [last]


def test_words_of_providers_are_plain_text(bar: MessageBar) -> None:
    bar.show_error(errors.Rejected("<img src='https://example.invalid/x.png'>"))
    for label in bar.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_escape_dismisses_when_it_has_the_focus(bar: MessageBar) -> None:
    bar.show_error(REFUSED)
    QTest.keyClick(button(bar, "message_close_button"), Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_it_takes_no_focus_and_waits_while_it_has_it(bar: MessageBar, qtbot: QtBot) -> None:
    field = QLineEdit(host_of(bar))
    field.show()
    host_of(bar).activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    bar.show_info("Exported.")
    assert field.hasFocus()
    assert bar._leave.isActive()
    button(bar, "message_close_button").setFocus()
    assert not bar._leave.isActive()
    field.setFocus()
    assert bar._leave.isActive()


def test_a_screen_reader_hears_it(bar: MessageBar) -> None:
    bar.show_error(REFUSED)
    assert bar.accessibleName() == bar.text()
    assert nameless(bar) == []


def test_what_is_new_is_announced_and_failures_interrupt(bar: MessageBar, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(monkeypatch)
    bar.show_info("One.")
    bar.show_info("Two.")
    bar.show_error(REFUSED)
    assert reader.heard == ["One.", "Two.", "1min.ai does not accept the key.\nCheck it."]
    assert reader.urgent == reader.heard[2:]


def test_it_waits_while_the_pointer_is_on_it(bar: MessageBar) -> None:
    bar.show_info("Exported.")
    QApplication.sendEvent(bar, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert not bar._leave.isActive()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert bar._leave.isActive()


# What can be done about it.

KLEIN = Model("klein", "Klein", "twin", "edit", (), price="$0.01 a picture")
WAYS = Ways("https://account.invalid/runs", (("Twin: Klein – $0.01 a picture", KLEIN),))


def menu_of(bar: MessageBar) -> QMenu:
    menu = bar.findChild(QMenu, "others_menu")
    assert menu is not None
    return menu


@POPUP
def test_another_provider_is_offered_and_only_told_when_it_is_chosen(bar: MessageBar) -> None:
    error = errors.ServerFault("1min.ai is out of order.")
    told: list[tuple[Model, errors.FluxError]] = []
    bar.other_requested.connect(lambda model, about: told.append((model, about)))
    bar.show_error(error, retry=True, ways=WAYS)
    press(bar, "message_other_button")
    assert told == []
    assert [action.text() for action in menu_of(bar).actions()] == ["Twin: Klein – $0.01 a picture"]
    menu = menu_of(bar)
    menu.close()
    menu.actions()[0].trigger()
    assert told == [(KLEIN, error)]
    assert bar.text() == ""


def test_without_another_provider_nothing_is_offered(bar: MessageBar) -> None:
    bar.show_error(errors.ServerFault("x"), retry=True)
    assert not any(found.isVisible() for found in bar.findChildren(QAbstractButton, "message_other_button"))


@pytest.mark.parametrize("error", [errors.OutcomeUnknown("x"), errors.ResultExpired("x"), errors.OutOfCredit("x")])
def test_the_account_is_named_and_opened_where_it_helps(
    bar: MessageBar, error: errors.FluxError, browser: Browser
) -> None:
    bar.show_error(error, ways=WAYS)
    assert bar.text().splitlines()[-1] == "https://account.invalid/runs"
    press(bar, "message_look_up_button")
    assert browser.opened == ["https://account.invalid/runs"]
    assert bar.isVisible(), "the user comes back to it"


def test_the_account_is_not_named_where_it_does_not_help(bar: MessageBar) -> None:
    bar.show_error(errors.Rejected("x"), ways=WAYS)
    assert "account.invalid" not in bar.text()


def test_a_long_reason_is_readable_as_a_whole_with_all_buttons(bar: MessageBar) -> None:
    error = errors.OutOfCredit("Nothing is left. " * 12, "Top up the account. " * 6, request_id="req-" + "0" * 32)
    for width, height in ((652, 534), (320, 400)):
        host_of(bar).resize(width, height)
        bar.show_error(error, retry=True, ways=WAYS)
        shown = [label for label in bar.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
        assert [label.objectName() for label in shown] == ["message_text", "message_hint", "message_request_id"]
        assert all(label.height() >= label.heightForWidth(label.width()) for label in shown)
        buttons = [found for found in bar.findChildren(QAbstractButton) if found.isVisible()]
        assert len(buttons) == 7
        assert all(bar.rect().contains(QRect(found.mapTo(bar, QPoint()), found.size())) for found in buttons)


def test_the_request_id_can_be_selected(bar: MessageBar) -> None:
    bar.show_error(REFUSED)
    label = bar.findChild(QLabel, "message_request_id")
    assert label is not None
    assert label.text() == "Request id: req-1"
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_an_offer_is_taken_up_once_and_replaced_by_the_next(bar: MessageBar) -> None:
    done: list[str] = []
    bar.show_offer("Deleted one result.", "Undo", lambda: done.append("first"))
    bar.show_offer("Deleted 3 results.", "Undo", lambda: done.append("second"))
    assert bar.text() == "Deleted 3 results."
    assert nameless(bar) == []
    press(bar, "message_action_button")
    assert done == ["second"]
    assert not bar.isVisible()


def test_an_offer_leaves_by_itself(bar: MessageBar) -> None:
    bar.show_offer("Deleted 2 results.", "Undo", lambda: None)
    run_out(bar)
    assert not bar.isVisible()


def test_an_offer_that_is_out_of_date_goes_and_nothing_else_does(bar: MessageBar) -> None:
    bar.show_error(REFUSED)
    bar.show_offer("Deleted 3 results.", "Undo", lambda: None)
    bar.withdraw_offer()
    assert bar.text().startswith(REFUSED.title)


def test_the_keyboard_goes_back_to_who_had_it(bar: MessageBar) -> None:
    host = host_of(bar)
    before, field, after = QLineEdit(), QLineEdit(), QLineEdit()
    column = QVBoxLayout(host)
    for one in (before, field, after):
        column.addWidget(one)
    QTest.qWait(1)
    field.setFocus()
    bar.show_offer("Deleted.", "Undo", lambda: None)
    button(bar, "message_action_button").setFocus(Qt.FocusReason.MouseFocusReason)
    press(bar, "message_action_button")
    assert not bar.isVisible()
    assert QApplication.focusWidget() is field


def test_classes_of_errors_are_remembered_for_a_report(bar: MessageBar) -> None:
    for error in (REFUSED, errors.Unreachable("x"), REFUSED):
        bar.show_error(error)
        bar.dismiss()
    bar.show_info("Exported.")
    assert bar.recent_errors() == ("KeyRefused", "Unreachable", "KeyRefused")


def test_a_message_comes_above_what_lies_there(bar: MessageBar) -> None:
    bar.show_info("Exported to a.png.")
    usual, strip = bar.geometry(), QRect(30, 380, 640, 80)
    bar.make_room(strip)
    assert not bar.geometry().intersects(strip)
    assert bar.geometry().size() == usual.size()
    bar.make_room(QRect(), "another")
    assert not bar.geometry().intersects(strip), "the strip is still there"
    bar.make_room(QRect())
    assert bar.geometry() == usual
