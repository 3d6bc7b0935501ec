"""One sentence for the user, with what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from flux_desktop.core.language import tr
from flux_desktop.ui.messages.ways import STEPS, Ways, hint_of, looks_up

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode

__all__ = ["Message"]


class Message:
    """`kind` is info, error, result or offer; `arrivals` counts the results that it stands for.

    An offer is a sentence with one thing that can be done about it: `offer` has the button's words and what it does.

    With `retry` there is something that can be tried again; `ways` are what else can be done about an error.
    """

    def __init__(
        self, kind: str, lines: Sequence[str], error: FluxError | None = None, ways: Ways | None = None
    ) -> None:
        self.kind = kind
        self.lines = list(lines)
        self.error = error
        self.ways = ways or Ways()
        self.retry = False
        self.node: HistoryNode | None = None
        self.arrivals = 0
        self.offer: tuple[str, Callable[[], object]] | None = None

    @property
    def hint(self) -> str:
        """What to do about it."""
        return hint_of(self.error, self.ways.place) if self.error is not None else ""

    @property
    def request(self) -> str:
        """What the provider's support asks for."""
        id = self.error.request_id if self.error is not None else ""
        return tr("Request id: {id}", id=id) if id else ""

    @property
    def looks_up(self) -> bool:
        return self.error is not None and looks_up(self.error, self.ways.place)

    def text(self) -> str:
        return "\n".join([*self.lines, self.hint]).strip()

    def news(self) -> str:
        """What it says that was not said before, for those who hear it."""
        return "\n".join([*self.lines[-1:], self.hint]).strip()

    def action(self) -> str:
        """The words of its first button; "" where there is none."""
        if self.kind == "result":
            return tr("Show", "a result, on a button")
        if self.offer is not None:
            return self.offer[0]
        step = self.error.action if self.error is not None else ""
        if step == "retry":
            return tr("Retry") if self.retry else ""
        return tr(STEPS.get(step, ""))
