"""Signs an app bundle with Apple's tools, from the inside out, and has Apple look at the disk image."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from dev_output import Problem, quietly, say

__all__ = ["AD_HOC", "ENTITLEMENTS", "notarise", "programs", "sign", "sign_image"]

AD_HOC = "-"
"""The identity that needs no certificate. Such a program starts on the computer that made it; others ask first."""
ENTITLEMENTS = Path(__file__).parent / "entitlements.plist"
_MAGIC = (b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
_NOTARY = ("NOTARY_APPLE_ID", "NOTARY_PASSWORD", "NOTARY_TEAM_ID")


def sign(app: Path, identity: str) -> None:
    """Sign all programs and libraries in the bundle, then the bundle, with the hardened runtime."""
    words = ["codesign", "--force", "--options", "runtime", "--sign", identity]
    words += ["--timestamp"] if identity != AD_HOC else ["--timestamp=none"]
    for path in programs(app):
        quietly([*words, str(path)], f"{path.name} could not be signed.")
    quietly([*words, "--entitlements", str(ENTITLEMENTS), str(app)], f"{app.name} could not be signed.")
    quietly(["codesign", "--verify", "--deep", "--strict", str(app)], f"The signature of {app.name} is not whole.")


def programs(app: Path) -> list[Path]:
    """All Mach-O files of the bundle, the deepest first: what is inside is signed before what holds it."""
    files = (path for path in app.rglob("*") if path.is_file() and not path.is_symlink())
    found = [path for path in files if _is_mach_o(path)]
    return sorted(found, key=lambda path: (-len(path.parts), path))


def sign_image(image: Path, identity: str) -> None:
    """Sign the disk image, where there is a certificate."""
    if identity != AD_HOC:
        words = ["codesign", "--sign", identity, "--timestamp", str(image)]
        quietly(words, f"{image.name} could not be signed.")


def notarise(image: Path, environ: Mapping[str, str] = os.environ) -> bool:
    """Send the image to Apple and attach the answer to it, if there is an account; whether that was done."""
    account, password, team = (environ.get(name, "") for name in _NOTARY)
    if not (account and password and team):
        say("There is no account for it: Apple is not asked, and macOS will warn of the program.")
        return False
    words = ["xcrun", "notarytool", "submit", str(image), "--apple-id", account, "--team-id", team, "--wait"]
    quietly([*words, "--password", password], "Apple did not accept the program. Look at its words above.")
    quietly(["xcrun", "stapler", "staple", str(image)], "Apple's answer could not be attached.")
    return True


def _is_mach_o(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in _MAGIC
    except OSError as error:
        raise Problem(f"{path} cannot be read: {error}.") from error
