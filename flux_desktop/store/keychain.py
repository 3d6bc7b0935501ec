"""The system's keychain, with every way it can fail turned into a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flux_desktop.core.errors import KeychainProblem
from flux_desktop.core.language import tr

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

__all__ = ["Keychain", "NoKeychain"]

SERVICE = "flux-desktop"
UNSAFE = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
"""Back ends that keep nothing, or keep it in a plain file without having been asked to."""


class NoKeychain(KeychainProblem):
    """There is none on this computer, as opposed to one that is locked."""


class Keychain:
    """Blocks while the system asks the user to unlock it: for a thread only. `keyring` is loaded by the first use."""

    def get(self, user: str) -> str:
        """What is kept for `user`, "" if nothing; NoKeychain or KeychainProblem."""
        backend = self._backend()
        try:
            return backend.get_password(SERVICE, user) or ""
        except Exception as error:  # noqa: BLE001 — each back end raises errors of its own
            raise self._problem(error) from None

    def set(self, user: str, secret: str) -> None:
        backend = self._backend()
        try:
            backend.set_password(SERVICE, user, secret)
            kept = backend.get_password(SERVICE, user) == secret
        except Exception as error:  # noqa: BLE001
            raise self._problem(error) from None
        if not kept:
            raise KeychainProblem(tr("The system's keychain did not keep the key."))

    def delete(self, user: str) -> bool:
        """False if nothing was kept for `user`."""
        backend = self._backend()
        try:
            if not backend.get_password(SERVICE, user):
                return False
            backend.delete_password(SERVICE, user)
        except Exception as error:  # noqa: BLE001
            raise self._problem(error) from None
        return True

    def available(self) -> tuple[bool, str]:
        """Whether keys can be kept here, else why not. Does not unlock anything."""
        try:
            self._backend()
        except NoKeychain as error:
            return False, error.title
        return True, ""

    def _backend(self) -> KeyringBackend:
        try:
            import keyring

            chosen = keyring.get_keyring()
        except Exception as error:  # noqa: BLE001
            raise NoKeychain(
                tr("The system's keychain cannot be used ({error}).", error=type(error).__name__)
            ) from None
        # A chain of back ends would go on to the next one, which may be a plain file.
        for backend in getattr(chosen, "backends", [chosen]):
            if not type(backend).__module__.startswith(UNSAFE):
                found: KeyringBackend = backend
                return found
        raise NoKeychain(tr("This computer has no keychain that the program can use."))

    @staticmethod
    def _problem(error: Exception) -> KeychainProblem:
        # The kind of error only: the text of some back ends quotes what was to be stored.
        from keyring.errors import NoKeyringError

        if isinstance(error, NoKeyringError):
            return NoKeychain(tr("This computer has no keychain that the program can use."))
        return KeychainProblem(
            tr("The system's keychain is locked, or its question was dismissed."), detail=type(error).__name__
        )
