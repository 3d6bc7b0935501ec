"""Versions of the program and which of two is newer."""

from __future__ import annotations

import re

__all__ = ["Version", "is_finished", "parsed"]

_FORM = re.compile(r"v?(\d{1,6}(?:\.\d{1,6}){0,3})(?:[-.]?(dev|alpha|a|beta|b|rc|c)[-.]?(\d{0,6}))?(?:\+[\w.]*)?", re.A)
_STAGES = {"dev": 0, "alpha": 1, "a": 1, "beta": 2, "b": 2, "rc": 3, "c": 3, "": 4}

Version = tuple[tuple[int, int, int, int], int, int]
"""Numbers, how finished it is, and the number of that: the greater is the newer."""


def parsed(text: str) -> Version:
    """`1.2`, `v1.2.0`, `1.2.0rc1`, `1.2.0-beta.2` as what can be compared; ValueError for other words."""
    found = _FORM.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError(text[:60])
    numbers = [*map(int, found[1].split(".")), 0, 0, 0][:4]
    return (numbers[0], numbers[1], numbers[2], numbers[3]), _STAGES[found[2] or ""], int(found[3] or 0)


def is_finished(version: Version) -> bool:
    """Whether it is no preview of a later one."""
    return version[1] == _STAGES[""]
