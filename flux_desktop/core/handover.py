"""What a second start of the program tells the first one: which files to open, and that it may come to the front."""

from __future__ import annotations

import json
import os
from typing import NamedTuple

__all__ = ["DONE", "LIMIT", "Handover"]

FILES = 100
LONGEST = 4096
"""Letters of a path or a token at most."""
LIMIT = 4 * 1024 * 1024
"""Bytes of a message at most, with the line end that closes it: room for as many files, whatever their letters."""
DONE = b"ok\n"
"""The answer to a message that was understood."""


class Handover(NamedTuple):
    """`files` are absolute paths; `token` is what the desktop gave the second start to come to the front with.

    With `sample` the sample picture is wanted: that of the first start, as the second one may take its own along.
    """

    files: tuple[str, ...] = ()
    token: str = ""
    sample: bool = False

    def line(self) -> bytes:
        """The message, with as many files as it may name."""
        data = {"files": self.files[:FILES], "token": self.token, "sample": self.sample}
        return json.dumps(data).encode() + b"\n"

    @classmethod
    def read(cls, line: bytes) -> Handover:
        """What a message says, whoever sent it; ValueError for one that this program cannot have sent."""
        try:
            data = json.loads(line)
        except RecursionError as error:
            raise ValueError("too deep") from error
        files, token = (data.get("files"), data.get("token")) if isinstance(data, dict) else (None, None)
        if not isinstance(files, list) or not isinstance(token, str) or len(files) > FILES:
            raise ValueError("no message")
        if not all(isinstance(file, str) and _is_path(file) for file in files):
            raise ValueError("no files")
        if len(token) > LONGEST or not token.isprintable():
            raise ValueError("no token")
        return cls(tuple(files), token, data.get("sample") is True)


def _is_path(text: str) -> bool:
    """Whether it may name a file of this computer. One of the network (`\\\\host\\…`) would be asked for over it."""
    network = os.name == "nt" and text.replace("/", "\\").startswith("\\\\")
    return os.path.isabs(text) and "\0" not in text and len(text) <= LONGEST and not network
