"""Signs what users start, where a certificate is at hand: a release does, a build at home does not.

The certificate is a PKCS #12 file in base64 in the variable WINDOWS_CERTIFICATE, its password in
WINDOWS_CERTIFICATE_PASSWORD. Both lie in files of one's own for as long as it takes, and never in a command's words.
"""

from __future__ import annotations

import base64
import os
import shlex
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dev_output import Problem, quietly, say

__all__ = ["Signer", "signer"]

_TIME = "http://timestamp.digicert.com"


class Signer:
    """Puts a signature into Windows programs; one without a certificate leaves them as they are."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def sign(self, path: Path) -> None:
        """Sign the program at `path` in its place, or raise Problem."""
        if self._folder is not None:
            quietly([*shlex.split(self.command), str(path)], f"{path.name} could not be signed.")

    @property
    def command(self) -> str:
        """A command that signs the file that is its next word; "" without a certificate."""
        if self._folder is None:
            return ""
        return shlex.join(["sh", str(self._folder / "sign.sh")])


@contextmanager
def signer(environ: Mapping[str, str] = os.environ, time: str = _TIME) -> Iterator[Signer]:
    """A signer with the certificate of `environ`, as long as it is in use; `time` is who says when, "" nobody."""
    encoded = environ.get("WINDOWS_CERTIFICATE", "")
    if not encoded:
        say("There is no certificate: nothing is signed.")
        yield Signer()
        return
    with tempfile.TemporaryDirectory() as name:  # for its owner alone
        folder = Path(name)
        try:
            (folder / "certificate.p12").write_bytes(base64.b64decode(encoded, validate=True))
        except ValueError as error:
            raise Problem("WINDOWS_CERTIFICATE is no base64.") from error
        (folder / "password").write_text(environ.get("WINDOWS_CERTIFICATE_PASSWORD", ""), encoding="utf-8")
        (folder / "sign.sh").write_text(_script(folder, time), encoding="utf-8")
        yield Signer(folder)


def _script(folder: Path, time: str) -> str:
    words = [
        "osslsigncode", "sign", "-pkcs12", str(folder / "certificate.p12"), "-readpass", str(folder / "password"),
        "-h", "sha256", "-n", "Flux Desktop", *(["-ts", time] if time else []),
    ]  # fmt: skip
    return f'set -e\n{shlex.join(words)} -in "$1" -out "$1.signed"\nmv "$1.signed" "$1"\n'
