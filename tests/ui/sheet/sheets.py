"""Results for contact sheets: pictures of one colour each, in a real library."""

from __future__ import annotations

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.price import Cost
from flux_desktop.services.session import Session
from tests.ui.panels import thumbnail
from tests.ui.results import opened, results

__all__ = ["coloured", "tree"]


def coloured(session: Session, root: HistoryNode | None, colour: str, **changes: object) -> HistoryNode:
    """A result that is all `colour`, 600 × 400."""
    asset = session.pictures.assets.keep(thumbnail(colour, 600, 400))
    given = {"asset": asset, "width": 600, "height": 400, "cost": Cost(0.014), **changes}
    return results(session, 1, root, **given)[0]


def tree(session: Session) -> tuple[HistoryNode, list[HistoryNode]]:
    """An original and a red, a green and a blue result of it."""
    root = opened(session, "holiday.png")
    return root, [coloured(session, root, colour) for colour in ("#ff0000", "#00ff00", "#0000ff")]
