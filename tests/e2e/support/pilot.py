"""Runs the real program with an ear for questions: one JSON object a line on standard input, one answer a line back.

It tells what a person sees in the window, and where. What a person does comes from outside, as keys and mouse of the X
server; `act_*` does the same with Qt's own test events, for the platforms that have no X server.
"""

from __future__ import annotations

import json
import sys
import threading
from typing import Any

from PySide6.QtCore import QObject, Signal

from tests.e2e.support import pilot_acts, pilot_sights


class Ear(QObject):
    """Hears in a thread, answers between two events of the window."""

    heard = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.heard.connect(self._answer)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.heard.emit(line)

    def _answer(self, line: str) -> None:
        try:
            answer: dict[str, Any] = {"answer": _obey(json.loads(line))}
        except Exception as error:  # noqa: BLE001  the test hears of it
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _obey(order: dict[str, Any]) -> Any:
    known = {**pilot_sights.SIGHTS, **pilot_acts.ACTS}
    return known[order.pop("do")](**order)


def main() -> int:
    """The exit code of the program."""
    from flux_desktop.__main__ import main as program

    ear = Ear()
    code = program()
    del ear
    return code


if __name__ == "__main__":
    sys.exit(main())
