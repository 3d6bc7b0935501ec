"""The run of a script as code that needs nothing of this program: cURL, Python, JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flux_desktop.core.script import Script
from flux_desktop.services.code import curl, javascript, python

__all__ = ["LANGUAGES", "Language"]


@dataclass(frozen=True)
class Language:
    """A language that a run can be written in; `filename` is what the script is called beside its pictures."""

    id: str
    name: str
    filename: str
    write: Callable[[Script], str]


LANGUAGES = (
    Language("curl", "cURL", "run.sh", curl.write),
    Language("python", "Python", "run.py", python.write),
    Language("javascript", "JavaScript", "run.mjs", javascript.write),
)
