"""Where things are kept."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flux_desktop.core.language import tr
from flux_desktop.store.files import file_problem

__all__ = ["Paths", "home", "home_place"]


def home_place(environ: Mapping[str, str] = os.environ) -> Path:
    """Where `home` is or will be. Nothing is made."""
    return _chosen(environ)


def home(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of all that is kept: FLUX_DESKTOP_HOME or the platform's own. Made, for this user only, if new.

    FileProblem if it cannot be made, or neither be written to nor shown: a library may also be looked at.
    """
    folder = _chosen(environ)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK) and not os.access(Paths(folder).library, os.R_OK):
            raise PermissionError(13, "Permission denied", str(folder))
    except OSError as error:
        raise file_problem(error, tr("The folder {folder} cannot be used", folder=folder)) from error
    return folder


@dataclass(frozen=True)
class Paths:
    """The files and folders in the home folder."""

    home: Path

    @property
    def library(self) -> Path:
        return self.home / "library.sqlite"

    @property
    def assets(self) -> Path:
        return self.home / "assets"

    @property
    def thumbnails(self) -> Path:
        return self.home / "thumbnails"

    @property
    def settings(self) -> Path:
        return self.home / "settings.json"

    @property
    def keys(self) -> Path:
        return self.home / "keys.json"

    @property
    def owners(self) -> Path:
        return self.home / "owners"


def _chosen(environ: Mapping[str, str]) -> Path:
    named = environ.get("FLUX_DESKTOP_HOME", "").strip()
    if named:
        return Path(os.path.abspath(os.path.expanduser(named)))
    from platformdirs import user_data_dir

    return Path(user_data_dir("flux-desktop", appauthor=False))
