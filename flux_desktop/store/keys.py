"""The providers' keys: from the environment, for this session, in the system's keychain, or in a file if so chosen."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from flux_desktop.core.errors import FileProblem, InvalidParameter, KeychainProblem
from flux_desktop.core.language import tr
from flux_desktop.core.settings import Settings
from flux_desktop.store.files import file_problem, write_atomically
from flux_desktop.store.keychain import Keychain, NoKeychain

__all__ = ["Keys", "Place", "Where"]

Place = Literal["keychain", "session", "file"]
Where = Literal["environment", "session", "keychain", "file", ""]


class Keys:
    """One key a provider, looked for in the order of `Where`.

    The file at `path` is used only while the setting `keys_in_file` is on. Methods may wait for the user to unlock
    the keychain: call them in a thread. No text that they raise or show contains a key.
    """

    def __init__(self, path: Path, settings: Settings, environ: Mapping[str, str] = os.environ) -> None:
        self._path = path
        self._settings = settings
        self._environ = environ
        self._session: dict[str, str] = {}
        self._keychain = Keychain()

    def __repr__(self) -> str:
        return f"Keys({str(self._path)!r})"

    def get(self, provider: str) -> str:
        """The key, "" where none is set; KeychainProblem if it may be in a keychain that is locked."""
        return self._find(provider)[0]

    def where(self, provider: str) -> Where:
        """Where the key that `get` gives comes from, "" where there is none."""
        return self._find(provider)[1]

    def at_hand(self, provider: str) -> bool:
        """Whether there is a key that needs no keychain and no file: in the environment, or for this session."""
        return bool(self._environ.get(_variable(provider), "").strip()) or provider in self._session

    def set(self, provider: str, key: str, where: Place = "keychain") -> None:
        """Keep `key`, and no older one in a place that is looked at first.

        InvalidParameter if it cannot be a key, KeychainProblem if the keychain does not take it, FileProblem if the
        file may not be used.
        """
        key = _checked(key, tr("The key"))
        if where == "session":
            self._session[provider] = key
            return
        if where == "keychain":
            try:
                self._keychain.set(provider, key)
            except KeychainProblem as error:
                raise _explained(error, provider) from None
            self._forget_in_file(provider)
        else:
            self._require_file()
            self._write({**self._read(), provider: key})
            self._forget_in_keychain(provider)
        self._session.pop(provider, None)

    def delete(self, provider: str) -> bool:
        """Forget the key wherever the program keeps it; False if there was none. The environment is not ours."""
        found = self._session.pop(provider, None) is not None
        found = self._forget_in_file(provider) or found
        try:
            return self._keychain.delete(provider) or found
        except NoKeychain:
            return found
        except KeychainProblem as error:
            raise _explained(error, provider) from None

    def available(self) -> tuple[bool, str]:
        """Whether the system's keychain can be used, else the reason in a sentence."""
        return self._keychain.available()

    def _find(self, provider: str) -> tuple[str, Where]:
        variable = _variable(provider)
        if named := self._environ.get(variable, "").strip():
            return _checked(named, tr("The key in {variable}", variable=variable)), "environment"
        if provider in self._session:
            return self._session[provider], "session"
        filed = self._read().get(provider, "") if self._file_allowed() else ""
        try:
            if kept := self._keychain.get(provider):
                return _checked(kept, tr("The key in the keychain")), "keychain"
        except NoKeychain:
            pass
        except KeychainProblem as error:
            if not filed:
                raise _explained(error, provider) from None
        return (_checked(filed, tr("The key in the file")), "file") if filed else ("", "")

    def _file_allowed(self) -> bool:
        return self._settings.get("keys_in_file") is True

    def _require_file(self) -> None:
        if not self._file_allowed():
            raise FileProblem(
                tr("Keys are not kept in a plain file."),
                tr(
                    "Turn on “Keys in a plain file” in the settings first: everybody who can read the file has the key."
                ),
            )

    def _forget_in_file(self, provider: str) -> bool:
        kept = self._read()
        found = kept.pop(provider, None) is not None
        if found:
            self._write(kept)
        return found

    def _forget_in_keychain(self, provider: str) -> None:
        try:
            self._keychain.delete(provider)
        except KeychainProblem:
            return  # the file was chosen because there is no keychain, or a locked one

    def _read(self) -> dict[str, str]:
        try:
            kept = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise file_problem(error, tr("The file of keys cannot be read")) from error
        except (ValueError, RecursionError):
            kept = None
        if not isinstance(kept, dict):
            raise FileProblem(
                tr("The file of keys is damaged."), tr("Remove {path} and set the keys again.", path=self._path)
            )
        return {str(name): key for name, key in kept.items() if isinstance(key, str)}

    def _write(self, kept: dict[str, str]) -> None:
        try:
            write_atomically(self._path, json.dumps(kept, indent=1).encode(), mode=0o600, durable=True)
        except OSError as error:
            raise file_problem(error, tr("The key cannot be kept in a file")) from error


def _variable(provider: str) -> str:
    return f"FLUX_DESKTOP_{provider.upper()}_KEY"


def _explained(error: KeychainProblem, provider: str) -> KeychainProblem:
    """`error` with the ways out."""
    variable = _variable(provider)
    if isinstance(error, NoKeychain):
        hint = tr(
            "Put the key into the environment as {variable}, or keep it for this session only.", variable=variable
        )
    else:
        hint = tr(
            "Unlock the keychain and try again, put the key into the environment as {variable}, or keep it for this "
            "session only.",
            variable=variable,
        )
    return type(error)(error.title, hint, detail=error.detail)


def _checked(key: str, what: str) -> str:
    """`key` without the white space around it; never part of the error's text."""
    key = key.strip()
    if not key:
        raise InvalidParameter(tr("{what} is empty.", what=what), tr("Paste the key that the provider shows."))
    if not all("!" <= letter <= "~" for letter in key):
        raise InvalidParameter(
            tr("{what} has spaces, line breaks or letters that no key has.", what=what),
            tr("Copy it again, without anything around it."),
        )
    return key
