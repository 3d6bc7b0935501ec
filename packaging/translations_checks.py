"""What is wrong with a translation, as sentences: what lacks, what does not fit its English words, keys used twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from translations_ts import Message
from translations_words import places_of

__all__ = ["faults_of", "faults_of_menus"]

MNEMONIC = re.compile(r"&(?!&|\w+;|\s)(\w)")
TAG = re.compile(r"</?\w+[^<>]*>")
EDGES = re.compile(r"^(\s*).*?([…:]?)(\s*)$", re.DOTALL)


def faults_of(messages: Iterable[Message]) -> list[str]:
    """What lacks or does not fit, one sentence each; what has vanished does not count."""
    faults: list[str] = []
    for message in messages:
        if message.state == "vanished":
            continue
        if message.state == "unfinished" or not all(message.forms):
            faults.append(f"“{message.source}” is not translated yet.")
        else:
            faults += [f"“{message.source}”: “{form}” {fault}." for form, fault in _misfits(message)]
    return faults


def faults_of_menus(entries: Iterable[tuple[str, str]], translate: Callable[[str], str]) -> list[str]:
    """Letters that are underlined twice in one menu, or nowhere; `entries` are pairs of a menu and words in it."""
    faults: list[str] = []
    used: dict[tuple[str, str], str] = {}
    for menu, words in entries:
        said = translate(words)
        found = MNEMONIC.search(said)
        if not found:
            faults.append(f"{menu}: “{said}” has no underlined letter.")
        elif (other := used.setdefault((menu, found[1].casefold()), said)) is not said:
            faults.append(f"{menu}: “{other}” and “{said}” share “{found[1].casefold()}”.")
    return faults


def _misfits(message: Message) -> Iterable[tuple[str, str]]:
    for place, form in enumerate(message.forms):
        english = message.one if message.one and place == 0 else message.source
        for fits, fault in (
            (_same_places(message, english, form), "has other places in braces"),
            (len(MNEMONIC.findall(form)) == len(MNEMONIC.findall(english)), "has not as many underlined letters"),
            (sorted(TAG.findall(form)) == sorted(TAG.findall(english)), "has other tags"),
            (_edges(form) == _edges(english), "begins or ends with another space, colon or …"),
            (form.count("\n") == english.count("\n"), "has not as many lines"),
        ):
            if not fits:
                yield form, fault


def _same_places(message: Message, english: str, form: str) -> bool:
    """The same values as in English, as often as the language needs; the form for 1 may name its number or not."""
    if "{" not in message.source + message.one + form:
        return True
    try:
        asked, said = set(places_of(english)), set(places_of(form))
    except ValueError:
        return False
    return asked ^ said <= ({("n", "")} if message.one else set())


def _edges(text: str) -> tuple[str | None, ...]:
    found = EDGES.match(text)
    return found.groups() if found else ()
