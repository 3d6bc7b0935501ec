"""What the command line says: sentences for people on standard error, results or one JSON object on standard output."""

from __future__ import annotations

import json
import sys
from typing import Any

from flux_desktop.core.errors import FluxError

__all__ = ["Out", "failure"]


class Out:
    """With `json` exactly one object goes to standard output, whatever happens."""

    def __init__(self, *, json: bool) -> None:
        self.json = json
        self._told = False
        for stream in (sys.stdout, sys.stderr):
            # A file name or a prompt may have letters that the terminal cannot show: that is no reason to fail.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")

    def say(self, sentence: str) -> None:
        """A sentence for people, beside the result."""
        sys.stderr.write(f"{sentence}\n")

    def line(self, text: str) -> None:
        """A line of the result for people; nothing with --json."""
        if not self.json:
            sys.stdout.write(f"{text}\n")

    def result(self, data: dict[str, Any]) -> None:
        """The result as JSON, in ASCII so that every reader gets it whole; nothing without --json.

        The first one counts: an interruption at the very end has nothing to add.
        """
        if self.json and not self._told:
            self._told = True
            sys.stdout.write(f"{json.dumps(data)}\n")
            sys.stdout.flush()

    def fail(self, error: FluxError) -> int:
        """Tell an error; returns its exit code."""
        self.explain(error)
        self.result(failure(error))
        return error.exit_code

    def explain(self, error: FluxError) -> None:
        request = f" (request {error.request_id})" if error.request_id else ""
        self.say(f"{error.title}{request}")
        if error.hint:
            self.say(error.hint)
        if error.place:
            self.say(f"Look there: {error.place}")


def failure(error: FluxError) -> dict[str, Any]:
    """The JSON object of an edit that never became a job."""
    return {
        "job": None,
        "status": "cancelled" if error.kind == "cancelled" else "failed",
        "provider": None,
        "model": None,
        "seed": None,
        "outputs": [],
        "cost": None,
        "seconds": None,
        "error": error.to_json(),
    }
