"""Lists all that an installer holds, as a CycloneDX 1.6 document: packages, Qt, CPython and the libraries inside them.

`PYTHONPATH=packaging build/venv/bin/python -m release.sbom SYSTEM --out FOLDER`, in the environment that makes the
installers: names and versions come from the lock, those of what is inside the packages from themselves.
"""

from __future__ import annotations

import argparse
import json
import platform
import sqlite3
import ssl
import sys
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from linux.freeze import source_date

from release.shipped import LINUX, MACOS, WINDOWS, Pin, environment, shipped
from release.stamp import program_version

__all__ = ["document", "main", "native", "python_version"]

_HOME = uuid.UUID("a84d2a3d-33c2-4f0d-9a1e-0b0ea0c5f3a1")
_LICENCES = {
    "CPython": "PSF-2.0", "Qt": "LGPL-3.0-only", "OpenSSL": "Apache-2.0", "SQLite": "blessing",
    "OpenBLAS": "BSD-3-Clause", "libheif": "LGPL-3.0-or-later", "zlib": "Zlib", "libtiff": "libtiff",
    "libjpeg-turbo": "IJG AND BSD-3-Clause AND Zlib", "openjpeg": "BSD-2-Clause", "libwebp": "BSD-3-Clause",
    "libavif": "BSD-2-Clause", "freetype": "FTL", "lcms2": "MIT",
}  # fmt: skip
_PILLOW = {
    "libjpeg_turbo": "libjpeg-turbo", "zlib": "zlib", "libtiff": "libtiff", "jpg_2000": "openjpeg", "webp": "libwebp",
    "avif": "libavif", "freetype2": "freetype", "littlecms2": "lcms2",
}  # fmt: skip
"""What Pillow calls a feature, and the library that it is."""


def main(words: Sequence[str]) -> int:
    """Write `flux-desktop-VERSION-SYSTEM.cdx.json`; returns the exit code."""
    parser = argparse.ArgumentParser(prog="sbom.py", description="List all that an installer holds.")
    parser.add_argument("system", choices=(LINUX, MACOS, WINDOWS))
    parser.add_argument("--out", type=Path, default=Path("dist"), help="where it goes (default: dist)")
    options = parser.parse_args(words)
    minor = ".".join(python_version(options.system).split(".")[:2])
    pins = shipped(environment(options.system, minor))
    version = program_version()
    text = json.dumps(document(options.system, version, pins, native(options.system)), indent=1, ensure_ascii=False)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / f"flux-desktop-{version}-{options.system}.cdx.json").write_text(text + "\n", encoding="utf-8")
    return 0


def document(system: str, version: str, pins: Iterable[Pin], libraries: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The whole list, the same for the same parts and SOURCE_DATE_EPOCH (default: the time of the last commit)."""
    program = {
        "type": "application", "bom-ref": f"pkg:pypi/flux-desktop@{version}", "name": "flux-desktop",
        "version": version, "purl": f"pkg:pypi/flux-desktop@{version}", "licenses": [{"license": {"id": "MIT"}}],
    }  # fmt: skip
    parts = [*(_package(pin) for pin in pins), *(_library(name, number) for name, number in libraries)]
    when = datetime.fromtimestamp(source_date(), UTC)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_HOME, f'{version} {system} {json.dumps(parts)}')}",
        "version": 1,
        "metadata": {
            "timestamp": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": program,
            "properties": [{"name": "flux-desktop:system", "value": system}],
        },
        "components": parts,
        "dependencies": [{"ref": program["bom-ref"], "dependsOn": [part["bom-ref"] for part in parts]}],
    }


def native(system: str) -> list[tuple[str, str]]:
    """Libraries that are no packages, with their versions: CPython, Qt, and what is inside them and the packages."""
    import numpy
    import pi_heif
    from PIL import features
    from PySide6.QtCore import qVersion

    blas = numpy.show_config(mode="dicts")["Build Dependencies"]["blas"]
    found = [
        ("CPython", python_version(system)), ("Qt", qVersion()), ("OpenBLAS", str(blas["version"])),
        ("libheif", pi_heif.libheif_version()),
    ]  # fmt: skip
    if system != WINDOWS:  # whose CPython, with these inside, is not the one that runs here
        found += [("OpenSSL", ssl.OPENSSL_VERSION.split()[1]), ("SQLite", sqlite3.sqlite_version)]
    found += [(library, features.version(name) or "") for name, library in _PILLOW.items() if features.check(name)]
    return [(name, version) for name, version in found if version]


def python_version(system: str) -> str:
    """Of the CPython that comes along: python.org's on Windows, elsewhere the one that makes the installer."""
    from windows.cpython import VERSION

    return VERSION if system == WINDOWS else platform.python_version()


def _package(pin: Pin) -> dict[str, Any]:
    purl = f"pkg:pypi/{pin.name}@{pin.version}"
    part: dict[str, Any] = {
        "type": "library", "bom-ref": purl, "name": pin.name, "version": pin.version, "purl": purl,
        "externalReferences": [{"type": "distribution", "url": f"https://pypi.org/project/{pin.name}/{pin.version}/"}],
    }  # fmt: skip
    licence = _licence(pin.name)
    if licence:
        part["licenses"] = [licence]
    return part


def _licence(name: str) -> dict[str, Any] | None:
    """What an installed package says; None for one of another system."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return None
    if "License-Expression" in told:
        return {"expression": told["License-Expression"]}
    words = (told["License"] if "License" in told else "").splitlines()  # noqa: SIM401  it has no get
    return {"license": {"name": words[0]}} if words and words[0] else None


def _library(name: str, version: str) -> dict[str, Any]:
    reference = f"pkg:generic/{name.lower()}@{version}"
    expression = {"expression": _LICENCES[name]}
    return {
        "type": "library", "bom-ref": reference, "name": name, "version": version, "purl": reference,
        "licenses": [expression],
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
