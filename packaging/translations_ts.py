"""Translations as Qt Linguist keeps them (.ts, version 2.1): read, merged with the words of the source, written.

Files stand without their lines, so that a change of code alone changes no translation file.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from translations_words import Words

__all__ = ["CONTEXT", "FORMS", "Message", "load", "merged", "written"]

CONTEXT = "flux_desktop"
FORMS = {"de": 2}
"""How many forms a number asks for, by language."""
UP = "../../"
"""From the folder of the translations to that of the project."""
ALIKE = 0.8
"""From this likeness on, vanished words are taken for the old form of new ones."""

State = Literal["", "unfinished", "vanished"]


@dataclass(frozen=True)
class Message:
    """Words and their translation. `forms` are the translations, more than one where a number decides.

    `old` are the words of an earlier time that the translation was made for, "" where it was made for these.
    """

    source: str
    comment: str = ""
    one: str = ""
    files: tuple[str, ...] = ()
    forms: tuple[str, ...] = ("",)
    state: State = "unfinished"
    old: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells texts apart."""
        return self.source, self.comment


def load(file: Path) -> list[Message]:
    """The messages of a file, in its order; none where it does not exist yet."""
    if not file.exists():
        return []
    return [_message(node) for node in ElementTree.parse(file).getroot().iter("message")]


def merged(words: Sequence[Words], known: Sequence[Message], language: str) -> list[Message]:
    """A message for each of `words`, with the translation that is known; then those that have vanished."""
    by_key = {message.key: message for message in known}
    fresh = [_updated(each, by_key.pop(each.key, None), language) for each in words]
    gone = [message for message in by_key.values() if any(message.forms)]
    for place, message in enumerate(fresh):
        if not any(message.forms) and (old := _earlier(message, gone)):
            gone.remove(old)
            fresh[place] = replace(message, forms=old.forms, old=old.source)
    return fresh + [replace(message, state="vanished") for message in gone]


def written(messages: Iterable[Message], language: str) -> str:
    """The text of the file."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for message in messages:
        lines += _lines(message)
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _updated(words: Words, known: Message | None, language: str) -> Message:
    """The message of `words`: its translation is kept as long as it has as many forms as they need."""
    count = FORMS[language] if words.one else 1
    files = tuple(sorted({place.file for place in words.places}))
    message = Message(words.source, words.comment, words.one, files, forms=("",) * count)
    if known is None or len(known.forms) != count:
        return message
    state: State = "" if known.state == "vanished" and all(known.forms) else known.state
    return replace(message, forms=known.forms, state=state if state != "vanished" else "unfinished", old=known.old)


def _earlier(message: Message, gone: Sequence[Message]) -> Message | None:
    """The one of the vanished messages that these words were before, if any is alike."""

    def likeness(old: Message) -> float:
        return difflib.SequenceMatcher(None, old.source, message.source).ratio()

    same = [old for old in gone if old.comment == message.comment and len(old.forms) == len(message.forms)]
    best = max(same, key=likeness, default=None)
    return best if best and likeness(best) >= ALIKE else None


def _message(node: ElementTree.Element) -> Message:
    translation = node.find("translation")
    assert translation is not None, "a message without a translation element"
    numerus = node.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.iter("numerusform")] if numerus else [translation.text or ""]
    state = translation.get("type", "")
    return Message(
        node.findtext("source", ""),
        node.findtext("comment", ""),
        node.findtext("extracomment", "").removeprefix("1: ") if numerus else "",
        tuple(place.get("filename", "").removeprefix(UP) for place in node.iter("location")),
        tuple(forms),
        "vanished" if state in ("vanished", "obsolete") else "unfinished" if state == "unfinished" else "",
        node.findtext("oldsource", ""),
    )


def _lines(message: Message) -> list[str]:
    lines = ['    <message numerus="yes">' if message.one else "    <message>"]
    lines += [f'        <location filename="{UP}{escape(file)}"/>' for file in message.files]
    lines.append(f"        <source>{escape(message.source)}</source>")
    lines += [f"        <oldsource>{escape(message.old)}</oldsource>"] if message.old else []
    lines += [f"        <comment>{escape(message.comment)}</comment>"] if message.comment else []
    lines += [f"        <extracomment>1: {escape(message.one)}</extracomment>"] if message.one else []
    kind = f' type="{message.state}"' if message.state else ""
    if message.one:
        forms = [f"            <numerusform>{escape(form)}</numerusform>" for form in message.forms]
        lines += [f"        <translation{kind}>", *forms, "        </translation>"]
    else:
        lines.append(f"        <translation{kind}>{escape(message.forms[0])}</translation>")
    return [*lines, "    </message>"]
