"""What an exported file tells of its picture: the user's choice, and what there is to tell of a node."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flux_desktop import __version__
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.settings import Settings

if TYPE_CHECKING:
    from flux_desktop.imaging.marking import Marking
    from flux_desktop.imaging.origin import Origin
    from flux_desktop.store.library import Library

__all__ = ["Marks", "marking_of"]


@dataclass(frozen=True)
class Marks:
    """What a file carries beside its pixels, its profile, and its digital source type, which is never left out.

    `recipe`: prompt, seed and the place in the library; without it the file is *client-safe*. The others are copied
    from the original: when it was taken, its notice of copyright, who took it, and where.
    """

    recipe: bool = True
    date: bool = True
    copyright: bool = True
    author: bool = False
    place: bool = False

    @classmethod
    def chosen(cls, settings: Settings, *, client_safe: bool = False) -> Marks:
        """What the user chose last, at first the defaults above; without a recipe if it has to be `client_safe`."""
        return cls(
            recipe=not (client_safe or settings.get("export_client_safe")),
            date=bool(settings.get("export_date")),
            copyright=bool(settings.get("export_copyright")),
            author=bool(settings.get("export_author")),
            place=bool(settings.get("export_place")),
        )

    def remember(self, settings: Settings) -> None:
        """The inverse of `chosen`."""
        settings.set("export_client_safe", not self.recipe)
        settings.set("export_date", self.date)
        settings.set("export_copyright", self.copyright)
        settings.set("export_author", self.author)
        settings.set("export_place", self.place)


def marking_of(node: HistoryNode, marks: Marks, library: Library, original: bytes = b"") -> Marking:
    """What `marks` let a file of `node` tell; `original` are the bytes of the file that its tree grew from, if any."""
    from flux_desktop.imaging.camera import camera_of
    from flux_desktop.imaging.marking import Marking

    camera = camera_of(original).only(
        date=marks.date, copyright=marks.copyright, author=marks.author, place=marks.place
    )
    origin = _origin(node, library) if marks.recipe else None
    return Marking(_source_type(node, library, original), origin, camera)


def _origin(node: HistoryNode, library: Library) -> Origin | None:
    from flux_desktop.imaging.origin import Origin

    if node.recipe is None:
        return None
    parent = library.node(node.parent) if node.parent else None
    root = library.node(node.root)
    return Origin(
        node.recipe,
        node.seed,
        node.id,
        node.root,
        node.asset,
        parent=parent.asset if parent else None,
        original=root.asset if root else None,
        references=node.references,
        mask=node.mask,
        crop=node.crop,
        program=f"Flux Desktop {__version__}",
    )


def _source_type(node: HistoryNode, library: Library, original: bytes) -> str:
    """What the last model on the way to `node` did; without one what arithmetic did, unless the original says more."""
    from flux_desktop.imaging.marking import (
        ALTERED,
        COMPUTED,
        EDITED,
        GENERATED,
        MADE_BY_MODEL,
        source_type_of,
        uses_model,
    )

    calculated = ""
    at: HistoryNode | None = node
    while at is not None and at.recipe is not None:
        if uses_model(at.recipe):
            return EDITED if at.parent else GENERATED
        calculated = ALTERED if at.parent else COMPUTED
        at = library.node(at.parent) if at.parent else None
    before = source_type_of(original)
    return before if before in MADE_BY_MODEL or not calculated else calculated
