"""kill -9 of the window: its next start shows truthfully what became of an edit, and orders nothing twice."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from tests.e2e.support.pictures import photo
from tests.e2e.support.studio import ENDS
from tests.e2e.support.window import Window
from tests.simulators.faults import Fault
from tests.simulators.onemin import OneMin

ASSETS, FEATURES, RESULT = "POST /api/assets", "POST /api/features", "GET /storage"


@pytest.fixture
def host() -> Iterator[OneMin]:
    with OneMin() as simulator:
        yield simulator


def window_on(folder: Path, host: OneMin) -> Window:
    own = {"FLUX_DESKTOP_ONEMIN_URL": host.url, "FLUX_DESKTOP_ONEMIN_KEY": host.key}
    return Window(folder / "home", "", own)


def kill_at(folder: Path, host: OneMin, route: str, when: Literal["before", "after"] = "before") -> None:
    """Run an edit in the window, and kill that while the host holds a request to `route`."""
    gate = uuid.uuid4().hex
    host.fault(Fault(route, gate=gate, when=when))
    (folder / "home").mkdir()
    (folder / "home" / "settings.json").write_text('{"provider": "onemin"}')
    with window_on(folder, host) as window:
        window.drop(photo(folder / "photo.jpg"))
        window.write("prompt_box", "make it blue")
        window.click("run_button")
        host.wait_held(gate)
        window.kill()
    host.release(gate)


def ended(window: Window) -> dict[str, str]:
    """The one row of the queue, once its job has ended."""
    (row,) = window.until(
        lambda: [job for job in window.jobs() if job["job_stage"] in ENDS], "the job of the last start has ended"
    )
    return row


@pytest.mark.parametrize("route", [ASSETS, RESULT])
def test_it_goes_on(tmp_path: Path, host: OneMin, route: str) -> None:
    kill_at(tmp_path, host, route)
    with window_on(tmp_path, host) as window:
        row = ended(window)
        assert row["job_stage"] == "Done"
        assert "From the last time the program ran." in row["job_notes"]
        window.until(lambda: len(window.history()) == 1, "the result is in the history")
        assert window.history()[0]["seed"] == host.orders[0]["promptObject"]["seed"]
    assert len(host.orders) == 1


def test_it_is_unknown_until_it_is_dismissed(tmp_path: Path, host: OneMin) -> None:
    kill_at(tmp_path, host, FEATURES, "after")
    with window_on(tmp_path, host) as window:
        assert ended(window)["job_stage"] == "Outcome unknown"
    with window_on(tmp_path, host) as window:
        row = ended(window)
        assert row["job_stage"] == "Outcome unknown"
        assert "may have been charged" in row["job_error_hint"]
        assert "Run again" in row["run_again_button"]
        assert window.history() == []
        window.click("dismiss_job_button")
        window.until(lambda: not window.jobs(), "the row is gone")
    with window_on(tmp_path, host) as window:
        window.widget("queue_counts")
        assert window.jobs() == []
    assert len(host.orders) == 1
