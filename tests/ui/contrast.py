"""Every ink on every ground that the window really uses, and how well it can be told from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flux_desktop.ui.canvas import compare, labels, loupe
from flux_desktop.ui.theme import Theme

__all__ = ["DISABLED", "SHAPE", "TEXT", "USES", "Use", "contrast", "over", "table"]

TEXT, SHAPE, DISABLED = 4.5, 3.0, 2.5
"""Least ratios: WCAG 2.2, 1.4.3 and 1.4.11; what cannot be used is exempt, and is still to be read."""
ALL = "window", "base"
"""Grounds of panels, and of fields, menus and messages."""


@dataclass(frozen=True)
class Use:
    """What has the inks on the grounds, both by their roles in a Theme, and which ratio it needs."""

    what: str
    inks: tuple[str, ...]
    grounds: tuple[str, ...]
    least: float


USES = (
    Use("words", ("text", "quiet"), (*ALL, "raised", "hover", "tint"), TEXT),
    Use("words of an error, a warning, a success", ("danger", "warning", "success"), (*ALL, "raised"), TEXT),
    Use("state of a provider in the list", ("danger", "warning", "success", "quiet"), ("base", "hover", "tint"), TEXT),
    Use("flat button, link, example, code", ("link",), (*ALL, "raised"), TEXT),
    Use("words of the main button, what is selected in a field, “editing”", ("on_accent",), ("accent",), TEXT),
    Use("what cannot be used", ("disabled",), (*ALL, "raised"), DISABLED),
    Use("icon", ("text", "quiet"), (*ALL, "raised", "hover", "tint"), SHAPE),
    Use("mark of a job's state", ("quiet", "link", "success", "danger", "warning"), ("window",), SHAPE),
    Use("edge of a field, a check box, a tool tip, a strip", ("edge",), ALL, SHAPE),
    Use("edge of a field that is wrong", ("danger",), ALL, SHAPE),
    Use("filled check box, main button", ("accent",), ALL, SHAPE),
    Use("tick in a check box", ("on_accent",), ("accent",), SHAPE),
    Use("focus ring, outline of what is chosen", ("link",), (*ALL, "raised", "hover", "tint"), SHAPE),
    Use("focus ring of the main button", ("text",), ("accent", "window"), SHAPE),
    Use("slider: groove and way", ("edge", "link"), ("window",), SHAPE),
    Use("slider: handle, whose rim has the ground's colour", ("text", "link"), ("window",), SHAPE),
    Use("handle of a scroll bar", ("edge",), ALL, SHAPE),
    Use("progress", ("link",), ("raised",), SHAPE),
    Use("bar at the picture on the canvas", ("link",), ("window", "raised", "tint"), SHAPE),
    Use("line of the tree, node", ("edge", "link"), ("window",), SHAPE),
    Use("selected reference", ("edge", "link"), ("window",), SHAPE),
)
"""By the style sheet and by what is painted; a test looks that no ink of the style sheet is missing."""

GREYS = [f"#{level:02x}{level:02x}{level:02x}" for level in range(0, 256, 5)]
"""Pictures may have any brightness."""


@dataclass(frozen=True)
class Row:
    """One line of the table. Over pictures `ground` is the one on which the ink is worst."""

    what: str
    ink: str
    ground: str
    ratio: float
    least: float


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two opaque colours #rrggbb: WCAG 2.2, 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def over(ink: str, alpha: float, ground: str) -> str:
    """The colour that `ink` with the opacity `alpha`, 0 to 1, has on `ground`."""
    mixed = (round(alpha * a + (1 - alpha) * b) for a, b in zip(_levels(ink), _levels(ground), strict=True))
    return "#" + "".join(f"{level:02x}" for level in mixed)


def table(theme: Theme) -> Iterator[Row]:
    """Every use in `theme`, then what lies on pictures."""
    colours = dict(theme.colours())
    for use in USES:
        for ink in use.inks:
            for ground in use.grounds:
                ratio = contrast(colours[ink], colours[ground])
                yield Row(use.what, f"{ink} {colours[ink]}", f"{ground} {colours[ground]}", ratio, use.least)
    yield from _on_pictures()


def _on_pictures() -> Iterator[Row]:
    """What is drawn over a picture stands beside an edge or on a ground of its own."""
    pill, edge = labels.GROUND.alphaF(), compare.EDGE.alphaF()
    yield _worst("label on a picture", labels.INK.name(), labels.GROUND.name(), pill, TEXT)
    yield _worst("divider and its handle, beside their edge", compare.LINE.name(), compare.EDGE.name(), edge, SHAPE)
    yield Row(
        "words of the loupe", labels.INK.name(), loupe.FRAME.name(), contrast("#ffffff", loupe.FRAME.name()), TEXT
    )


def _worst(what: str, ink: str, ground: str, alpha: float, least: float) -> Row:
    mixed = {picture: over(ground, alpha, picture) for picture in GREYS}
    ratio, picture = min((contrast(ink, colour), picture) for picture, colour in mixed.items())
    return Row(what, ink, f"{mixed[picture]} over {picture}", ratio, least)


def _levels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    parts = [level / 255 for level in _levels(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
