"""A run as code in a folder of the user's: the script, and the pictures that it sends beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from flux_desktop.core.errors import OutputExists
from flux_desktop.core.language import tr
from flux_desktop.services.export import write_file

if TYPE_CHECKING:
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.script import Script
    from flux_desktop.services.code import Language
    from flux_desktop.services.export import Exporter

__all__ = ["in_the_way", "no_code", "save_code"]


def in_the_way(script: Script, language: Language, folder: Path) -> list[str]:
    """The names of files in `folder` that saving there would replace; a picture that is the same already is none."""
    return [name for name, data in _files(script, language).items() if _differs(folder / name, data)]


def save_code(
    script: Script,
    language: Language,
    folder: Path,
    exporter: Exporter,
    opened: Sequence[HistoryNode] = (),
    *,
    overwrite: bool = False,
) -> list[Path]:
    """Write the script and its pictures into `folder`; OutputExists, and nothing is written, where files are there.

    The file of a picture that is `opened` is never replaced. Writes files: call it in a thread.
    """
    replaced = in_the_way(script, language, folder)
    for name in replaced:
        for node in opened:
            exporter.protect_original(node, folder / name)
    if replaced and not overwrite:
        raise OutputExists(tr("{name} exists already.", name=_and(replaced)), tr("Choose another folder."))
    files = _files(script, language)
    for name, data in files.items():
        if name in replaced or not (folder / name).exists():
            write_file(folder / name, data, overwrite=name in replaced)
    if language.filename.endswith(".sh"):
        mode = (folder / language.filename).stat().st_mode
        (folder / language.filename).chmod(mode | (mode & 0o444) >> 2)  # who may read it may run it
    return [folder / name for name in files]


def no_code(provider: str) -> tuple[str, str]:
    """Why there is no code for the runs of a provider, and what to do."""
    return (
        tr("{provider} asks no host, so there is no call to write down.", provider=provider),
        tr("Choose a provider that has one."),
    )


def _and(names: Sequence[str]) -> str:
    return tr(" and ").join(names)


def _files(script: Script, language: Language) -> dict[str, bytes]:
    written = language.write(script).encode("utf-8")
    return {language.filename: written, **{file.filename: file.data for file in script.files}}


def _differs(path: Path, data: bytes) -> bool:
    """Whether something else than `data` is at `path`."""
    if not path.is_file():
        return path.exists() or path.is_symlink()
    return path.stat().st_size != len(data) or path.read_bytes() != data
