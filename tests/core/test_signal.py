"""Signals: order, disconnection, and that a broken listener does not stop the others."""

from __future__ import annotations

import logging

import pytest

from flux_desktop.core.signal import Signal


def test_slots_are_called_in_order_with_the_arguments() -> None:
    heard: list[tuple[str, int, str]] = []
    signal: Signal[int, str] = Signal()
    signal.connect(lambda n, s: heard.append(("a", n, s)))
    signal.connect(lambda n, s: heard.append(("b", n, s)))
    signal.emit(1, "x")
    assert heard == [("a", 1, "x"), ("b", 1, "x")]


def test_a_disconnected_slot_is_silent() -> None:
    heard: list[int] = []
    signal: Signal[int] = Signal()
    signal.connect(heard.append)
    signal.disconnect(heard.append)
    signal.emit(1)
    assert heard == []


def test_a_slot_may_disconnect_itself_while_called() -> None:
    heard: list[str] = []
    signal: Signal[()] = Signal()

    def once() -> None:
        heard.append("once")
        signal.disconnect(once)

    signal.connect(once)
    signal.connect(lambda: heard.append("always"))
    signal.emit()
    signal.emit()
    assert heard == ["once", "always", "always"]


@pytest.mark.expected_log
def test_a_failing_slot_is_logged_and_the_rest_still_hear(caplog: pytest.LogCaptureFixture) -> None:
    heard: list[int] = []
    signal: Signal[int] = Signal()

    def broken(_: int) -> None:
        raise RuntimeError("broken panel")

    signal.connect(broken)
    signal.connect(heard.append)
    with caplog.at_level(logging.ERROR):
        signal.emit(7)
    assert heard == [7]
    assert "broken panel" in caplog.text
