"""A program that uses the real keychain of the D-Bus session it runs in, and prints what happened as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from flux_desktop.core.errors import FluxError
from flux_desktop.core.settings import Settings
from flux_desktop.store.keys import Keys


def told(use: Callable[[], object]) -> object:
    try:
        return use()
    except FluxError as error:
        return [type(error).__name__, error.title, error.hint, error.detail]


def lock_the_keychain() -> bool:
    import secretstorage

    collection = secretstorage.get_default_collection(secretstorage.dbus_init())
    collection.lock()
    return bool(collection.is_locked())


def main(path: Path) -> None:
    def fresh(**values: object) -> Keys:
        return Keys(path, Settings(values), {})

    steps: dict[str, Callable[[], object]] = {
        "available": lambda: fresh().available(),
        "empty": lambda: [fresh().get("onemin"), fresh().where("onemin")],
        "set": lambda: fresh().set("onemin", " sk-abc\n"),
        "kept": lambda: [fresh().get("onemin"), fresh().where("onemin")],
        "other": lambda: fresh().get("fal"),
        "delete": lambda: [fresh().delete("onemin"), fresh().delete("onemin"), fresh().get("onemin")],
        "set again": lambda: fresh().set("onemin", "sk-def"),
        "lock": lock_the_keychain,
        "locked get": lambda: fresh().get("onemin"),
        "locked set": lambda: fresh().set("onemin", "sk-ghi"),
        "locked delete": lambda: fresh().delete("onemin"),
        "locked file": lambda: fresh(keys_in_file=True).set("onemin", "sk-file", "file"),
        "locked, but in the file": lambda: fresh(keys_in_file=True).where("onemin"),
    }
    json.dump({name: told(step) for name, step in steps.items()}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
