"""`python3 packaging/build.py macos --out FOLDER`: the disk image, on a Mac of the architecture that it is for.

`--identity` names the certificate "Developer ID Application" in the keychain; without it the program is signed for this
computer alone. `build_signed.sh` brings the certificate into a keychain of its own first.
"""

from __future__ import annotations

import argparse
import os
import platform
import plistlib
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from dev_output import Problem, quietly, say
from frozen.contents import ROOT
from release.stamp import program_version

from macos.signing import AD_HOC, notarise, sign, sign_image

__all__ = ["finish_plist", "main"]

HERE = Path(__file__).parent
NAME = "Flux Desktop"


def main(words: Sequence[str]) -> int:
    """Make the image; returns the exit code."""
    options = _parser().parse_args(words)
    try:
        if sys.platform != "darwin":
            raise Problem("The disk image can only be made on a Mac: codesign, hdiutil and notarytool are Apple's.")
        app = _freeze(options.work.resolve())
        finish_plist(app / "Contents" / "Info.plist", program_version())
        sign(app, options.identity)
        image = _make_image(app, options.out.resolve())
        sign_image(image, options.identity)
        if options.identity != AD_HOC:
            notarise(image)
    except Problem as problem:
        say(str(problem))
        return 1
    say(f"{image}: {image.stat().st_size / 1e6:.1f} MB")
    return 0


def finish_plist(path: Path, version: str) -> None:
    """Put the version into the bundle's Info.plist, in the two forms that macOS has for it."""
    values = plistlib.loads(path.read_bytes())
    values["CFBundleShortVersionString"] = values["CFBundleVersion"] = version
    path.write_bytes(plistlib.dumps(values))


def _freeze(work: Path) -> Path:
    shutil.rmtree(work, ignore_errors=True)
    places = ["--distpath", str(work / "dist"), "--workpath", str(work / "work")]
    spec = ROOT / "packaging" / "frozen" / "flux-desktop.spec"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *places, str(spec)]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    quietly(command, "PyInstaller failed. Look at its words above.", env=environment)
    return work / "dist" / f"{NAME}.app"


def _make_image(app: Path, out: Path) -> Path:
    out.mkdir(parents=True, exist_ok=True)
    image = out / f"FluxDesktop-{program_version()}-{platform.machine()}.dmg"
    image.unlink(missing_ok=True)
    icon = ROOT / "resources" / "app" / "flux-desktop.icns"
    settings = ["-s", str(HERE / "dmg_settings.py"), "-D", f"app={app}", "-D", f"icon={icon}"]
    command = [sys.executable, "-m", "dmgbuild", *settings, NAME, str(image)]
    quietly(command, "The disk image could not be made. Look at the words above.")
    return image


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py macos", description="Make the disk image for macOS.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where it goes (default: dist)")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "macos", help="what is made on the way")
    parser.add_argument("--identity", default=AD_HOC, help="whose signature (default: one for this computer alone)")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
