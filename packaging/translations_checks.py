"""What is wrong with a translation, as sentences: what lacks, what does not fit its English words, keys used twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

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


def faults_of_menus(menus: Sequence[tuple[str, str]], translate: Callable[[str], str]) -> list[str]:
    """Letters that are underlined twice in one menu; `menus` are pairs of a menu and the words of an entry."""
    used: dict[tuple[str, str], list[str]] = defaultdict(list)
    titles = dict.fromkeys(menu for menu, _ in menus)
    for menu, words in [("the menu bar", title) for title in titles] + list(menus):
        said = translate(words)
        if found := MNEMONIC.search(said):
            used[menu, found[1].casefold()].append(said)
        else:
            used[menu, f"no letter: {said}"] += [said, ""]
    return [
        f"{menu}: {' and '.join(f'“{each}”' for each in said)} share “{letter}”."
        if all(said)
        else f"{menu}: “{said[0]}” has no underlined letter."
        for (menu, letter), said in used.items()
        if len(said) > 1
    ]


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
