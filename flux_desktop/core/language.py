"""The words that people read, in the language in use.

English stands in the source and is what everything falls back to. A process speaks one language, as with gettext: the
window sets it once, before it is made, and the command line never does, so that scripts read what they always read.
`packaging/translations.py` collects the words from the calls below; what is `marked` where it is declared, at a time
when no language is known yet, goes through `tr` where it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Self, TypeAlias

__all__ = ["Figure", "Translate", "figures", "marked", "plural", "speak", "tr"]

Translate: TypeAlias = Callable[[str, str, int], str]
"""From English words, a comment and a number (-1: none) to the words of a language; "" where it has none."""

_translate: Translate | None = None
_signs: Mapping[int, str] = {}


def speak(translate: Translate | None, *, point: str = ".", comma: str = ",") -> None:
    """Use this language from now on; None: English. `point` comes before decimals, `comma` between thousands."""
    global _translate, _signs  # noqa: PLW0603  one language a process
    _translate = translate
    _signs = str.maketrans({".": point, ",": comma})


def tr(text: str, comment: str = "", /, **values: object) -> str:
    """`text` in the language in use, with `{name}` replaced by the value of that name.

    `comment` tells words apart that are one in English only: `tr("Open", "verb")`. What a value holds is never taken
    for a place of another one.
    """
    if isinstance(text, _Marked):
        return tr(text.template, comment or text.comment, **{**text.values, **values})
    said = (_translate(text, comment, -1) if _translate is not None and text else "") or text
    return said.format(**values) if values else said


def plural(number: int, one: str, many: str, /, **values: object) -> str:
    """`one` or `many` as `number` asks for, where `{n}` stands for it: `plural(n, "{n} result", "{n} results")`.

    A language may have more than two forms; it finds them under `many`.
    """
    said = _translate(many, "", number) if _translate is not None else ""
    return (said or (one if number == 1 else many)).format(n=number, **values)


def figures(number: str) -> str:
    """A number as Python formats it, e.g. `1,234.5`, in the form of the language in use: `1.234,5`."""
    return number.translate(_signs)


class Figure(str):
    """A number as `figures` takes it, for the values of `marked`: it gets its form where the words are shown."""

    def __format__(self, form: str) -> str:
        return figures(super().__format__(form))


def marked(text: str, comment: str = "", /, **values: object) -> str:
    """The English words, to be translated where they are shown: `tr` of them then finds comment and values again."""
    return _Marked(text, comment, values)


class _Marked(str):
    """English words that remember what they were made from."""

    template: str
    comment: str
    values: Mapping[str, object]

    def __new__(cls, template: str, comment: str, values: Mapping[str, object]) -> Self:
        words = super().__new__(cls, template.format(**values) if values else template)
        words.template, words.comment, words.values = template, comment, values
        return words

    def __getnewargs__(self) -> tuple[str, str, Mapping[str, object]]:  # type: ignore[override]  # a copy knows as much
        return self.template, self.comment, self.values
