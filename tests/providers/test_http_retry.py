"""Pauses grow, obey the host, and end with the tries or the deadline."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.errors import ServerFault
from flux_desktop.providers.http.retry import Clock, Failed, Patience, persist, retry_after
from tests.providers.support import Time


async def test_pauses_double_and_have_chance_in_them() -> None:
    time = Time()
    patience = Patience(1000, Clock(time.sleep, lambda: time.now, lambda: 1.0), tries=5)
    while await patience.again(None):
        pass
    assert time.slept == [0.5, 1.0, 2.0, 4.0]


async def test_nothing_is_waited_for_beyond_the_deadline() -> None:
    time = Time()
    patience = Patience(3.0, time.clock(), tries=100)
    assert await patience.again(2.0)
    assert patience.left == 1.0
    assert not await patience.again(1.0)
    assert time.slept == [2.0]


async def test_the_last_error_is_raised_without_what_the_library_kept() -> None:
    async def attempt() -> None:
        try:
            raise ValueError("holds the request with its key")
        except ValueError:
            raise Failed(ServerFault("It failed."), again=True) from None

    with pytest.raises(ServerFault) as caught:
        await persist(attempt, Patience(100, Time().clock()))
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


NOW = datetime(2026, 1, 1, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        (" 1.5 ", 1.5),
        ("-3", 0.0),
        ("Thu, 01 Jan 2026 00:00:30 GMT", 30.0),
        ("Wed, 31 Dec 2025 00:00:00 GMT", 0.0),
        ("soon", None),
        ("nan", None),
        ("inf", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, lambda: NOW) == seconds


@given(st.text(max_size=40))
def test_retry_after_never_fails(value: str) -> None:
    seconds = retry_after(value)
    assert seconds is None or seconds >= 0
