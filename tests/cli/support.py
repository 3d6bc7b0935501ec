"""Runs commands in this process, as a shell would start them, against a simulated 1min.ai."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from flux_desktop.cli import run
from tests.simulators.onemin import OneMin

__all__ = ["ASSETS", "FEATURES", "RESULT", "Cli", "Done", "opened", "photo"]

ASSETS, FEATURES, RESULT = "POST /api/assets", "POST /api/features", "GET /storage"


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one object on standard output."""
        assert self.out.count("\n") == 1, self.out
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


class Cli:
    """The command line over one home folder; `environ` may be changed between commands."""

    def __init__(self, folder: Path, host: OneMin, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.host = host
        self._capsys = capsys
        self.environ = {
            "FLUX_DESKTOP_HOME": str(folder / "home"),
            "FLUX_DESKTOP_ONEMIN_URL": host.url,
            "FLUX_DESKTOP_ONEMIN_KEY": host.key,
        }

    def __call__(self, *words: object) -> Done:
        self._capsys.readouterr()
        code = run([str(word) for word in words], self.environ)
        told = self._capsys.readouterr()
        assert self.host.key not in told.out + told.err
        return Done(code, told.out, told.err)

    def edit(self, *words: object) -> Done:
        """An edit of a photo at 1min.ai, with --json."""
        out = self.folder / "out.webp"
        small = ("--provider", "onemin", "--set", "megapixels=0.25")
        return self("edit", photo(self.folder), "-p", "make it blue", "-o", out, "--json", *small, *words)


def photo(folder: Path, name: str = "photo.jpg") -> Path:
    """A small photo, written once."""
    path = folder / name
    if not path.exists():
        kept = io.BytesIO()
        Image.linear_gradient("L").resize((96, 64)).convert("RGB").save(kept, "JPEG")
        path.write_bytes(kept.getvalue())
    return path


def opened(path: Path) -> tuple[str | None, tuple[int, int]]:
    """Format and size of a picture file."""
    with Image.open(path) as image:
        return image.format, image.size
