"""`flux-desktop key`."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from flux_desktop.cli.output import Out
from flux_desktop.core.errors import InputError, KeychainProblem

if TYPE_CHECKING:
    from flux_desktop.services.assembly import Program

__all__ = ["ask", "key"]


def ask(options: Namespace) -> None:
    """Read the key for `key set` from the terminal or a pipe, never from an argument.

    Before anything else runs: Ctrl+C at the question then ends the program, not only a thread of it.
    """
    from flux_desktop.providers.registry import find_providers

    provider = find_providers().get(options.provider)
    if options.action == "set" and provider is not None and provider.takes_key:
        question = f"Key for {provider.name} (it is not shown): "
        options.typed = getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline().strip()


async def key(options: Namespace, program: Program, out: Out) -> int:
    """Set, test or delete the key of a provider."""
    provider = program.queue.provider(options.provider)
    if not provider.takes_key:
        raise InputError(f"{provider.name} needs no key.", "Use it as it is.")
    actions = {"set": _set, "test": _test, "delete": _delete}
    sentence = await actions[options.action](options, program)
    out.line(sentence)
    out.result({"provider": provider.id, "where": await program.keys.where(provider.id) or None, "message": sentence})
    return 0


async def _set(options: Namespace, program: Program) -> str:
    name = program.queue.provider(options.provider).name
    if options.plain_file:
        program.settings.set("keys_in_file", True)
    try:
        await program.keys.set(options.provider, options.typed, "file" if options.plain_file else "keychain")
    except KeychainProblem as error:
        variable = f"FLUX_DESKTOP_{options.provider.upper()}_KEY"
        error.hint = f"Put the key into the environment as {variable}, or keep it unprotected with --plain-file."
        raise
    where = "in a plain file on this computer" if options.plain_file else "in the system's keychain"
    return f"The key for {name} is kept {where}."


async def _test(options: Namespace, program: Program) -> str:
    return await program.keys.test(options.provider)


async def _delete(options: Namespace, program: Program) -> str:
    await program.keys.delete(options.provider)
    left = await program.keys.where(options.provider)
    if left == "environment":
        return "Deleted. The environment variable still gives a key."
    return "The key is deleted."
