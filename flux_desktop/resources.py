"""Where the files are that come with the program: icons, themes, the sample picture."""

from __future__ import annotations

from pathlib import Path

__all__ = ["resource"]

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """The path of a file or folder of `resources/`, e.g. `icons/dices.svg`; it need not exist.

    An installed program carries the folder inside the package; in a checkout it lies beside the package.
    """
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources") / name
