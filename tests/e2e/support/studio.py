"""A window that works with the simulator of 1min.ai: how its sidebar is filled in, and how its jobs are followed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from tests.e2e.support.pictures import photo
from tests.e2e.support.window import Window
from tests.simulators.onemin import OneMin

__all__ = ["DEV", "KLEIN", "Studio", "fill_in"]

KLEIN, DEV = "FLUX.2 [klein] 4B", "FLUX.2 [dev]"
PARAMS = ("steps", "guidance", "strength", "seed", "aspect_ratio", "megapixels", "count", "format", "quality", "fast",
          "safety")  # fmt: skip
ENDS = ("Done", "Failed", "Cancelled", "Outcome unknown")


def fill_in(window: Window, params: Mapping[str, Any]) -> None:
    """Set parameters in the sidebar, each by the kind of control that it has there."""
    for name, value in params.items():
        if window.ask("widget", name=f"param_{name}_{value}"):
            window.click(f"param_{name}_{value}")
            continue
        control = window.widget(f"param_{name}")
        if control["entries"] is not None:
            window.choose(f"param_{name}", str(value))
        elif control["checked"] is None:
            window.write(f"param_{name}", str(value))
        elif control["checked"] != value:
            window.click(f"param_{name}")


class Studio:
    """`window` with a photo open and 1min.ai chosen; `host` is what it talks to."""

    def __init__(self, window: Window, host: OneMin, folder: Path) -> None:
        self.window = window
        self.host = host
        self.folder = folder
        window.drop(photo(folder / "photo.jpg"))
        window.choose("provider_box", "1min.ai")
        window.write("prompt_box", "make it blue")

    def tidy(self) -> None:
        """As after the start: nothing in the queue, no message, every parameter at its default, no fault."""
        window = self.window
        self.host.reset()
        while jobs := len(window.jobs()):
            window.click("dismiss_job_button")
            window.until(partial(self._fewer_jobs, jobs), "the row is gone")
        while window.message():
            window.click_if_seen("message_close_button")
        for name in PARAMS:
            window.click_if_seen(f"param_{name}_reset")

    def use(self, mode: str, model: str) -> None:
        """Choose `edit` or `generate`, and a model by its name in the menu."""
        self.window.click(f"mode_{mode}")
        self.window.choose("model_box", model)

    def set(self, params: Mapping[str, Any]) -> None:
        """Fill in the sidebar."""
        fill_in(self.window, params)

    def run(self) -> None:
        """Run what is written, by keys."""
        count = len(self.window.jobs())
        self.window.hands.keys("ctrl+Return")
        self.window.until(lambda: len(self.window.jobs()) == count + 1, "the job is in the queue")

    def follow_to(self, stage: str) -> None:
        """Wait until the newest job stands in `stage`, in the words of the window."""
        self.window.until(lambda: self.window.stage() == stage, f"the job is {stage}")

    def end(self) -> dict[str, str]:
        """The row of the newest job as soon as it has ended."""
        self.window.until(lambda: self.window.stage() in ENDS, "the job has ended")
        return self.window.jobs()[0]

    def run_to_result(self) -> dict[str, Any]:
        """Run, wait until the job is done and its result is listed; the row of the history."""
        before = len(self.window.history())
        self.run()
        assert self.end()["job_stage"] == "Done"
        return self.window.results(before + 1)[0]

    def told(self, name: str) -> list[str]:
        """All the words that are seen in a widget, e.g. a dialog."""
        words: list[str] = self.window.ask("told", name=name)
        return words

    def _fewer_jobs(self, count: int) -> bool:
        return len(self.window.jobs()) < count
