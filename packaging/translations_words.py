"""The words for people, read from the source: what `tr`, `plural` and `marked` are given, and what is declared as data.

What a script cannot read, it refuses by file and line: words that are put together before they are translated, values
without a place, and calls at import time, when no language is known yet.
"""

from __future__ import annotations

import ast
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

__all__ = ["Found", "Place", "Words", "collected", "places_of", "read"]

DECLARED_KEYWORDS = ("label", "help", "about", "hint")
"""Keyword arguments that are words wherever they stand."""
DECLARED_ATTRIBUTES = ("default_hint", "about")
"""Class attributes that are words."""
DECLARED_PARTS: Mapping[str, Mapping[str, int]] = {
    "Command": {"words": 1, "menu": 4},
    "_edit": {"topic": 0, "what": 2},
    "_make": {"topic": 0, "what": 2},
}
"""Arguments that are words, by the name of what is called and of the argument, with its position."""
SILENT = ("cli", "core/language.py")
"""Below the package: the command line stays English, and the language's own file has examples only."""


@dataclass(frozen=True, order=True)
class Place:
    """A line of a file; the path is relative to the project, with `/`."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Words:
    """One text to translate. `one` is the form for 1 where a number decides; `source` is then that for all others."""

    source: str
    comment: str = ""
    one: str = ""
    places: tuple[Place, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What tells texts apart."""
        return self.source, self.comment


@dataclass
class Found:
    """What was read: the words, and sentences that say what is wrong and where."""

    words: list[Words] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def collected(root: Path, package: str = "flux_desktop") -> Found:
    """All words of the package in the folder `root`, each once, sorted."""
    found = Found()
    for path in sorted((root / package).rglob("*.py")):
        if not path.relative_to(root / package).as_posix().startswith(SILENT):
            part = read(path.read_text("utf-8"), path.relative_to(root).as_posix())
            found.words += part.words
            found.faults += part.faults
    found.words, faults = _each_once(found.words)
    found.faults += faults
    return found


def read(code: str, file: str) -> Found:
    """The words of one file, in their order, each time that they stand there."""
    reader = _Reader(file)
    reader.visit(ast.parse(code))
    return reader.found


def places_of(text: str) -> list[tuple[str, str]]:
    """The `{name}` places of a template, each with its format; ValueError where the braces do not match."""
    return sorted((name, spec or "") for _, name, spec, _ in string.Formatter().parse(text) if name is not None)


class _Reader(ast.NodeVisitor):
    """Walks through one file and remembers whether a function is around."""

    def __init__(self, file: str) -> None:
        self.found = Found()
        self._file = file
        self._depth = 0

    def visit_Call(self, node: ast.Call) -> None:
        name = _name_of(node.func)
        if name in ("tr", "plural", "marked"):
            self._read_call(name, node)
        else:
            self._read_declaration(name, node)
        self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for line in node.body:
            targets = line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            if set(names) & set(DECLARED_ATTRIBUTES) and isinstance(line, ast.Assign | ast.AnnAssign) and line.value:
                self._declared(line.value)
        depth, self._depth = self._depth, 0
        self.generic_visit(node)
        self._depth = depth

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        for early in (*node.decorator_list, node.args):
            self.visit(early)
        self._inside(node.body)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit(node.args)
        self._inside([node.body])

    def _inside(self, nodes: Iterable[ast.AST]) -> None:
        self._depth += 1
        for node in nodes:
            self.visit(node)
        self._depth -= 1

    def _read_call(self, name: str, node: ast.Call) -> None:
        if name != "marked" and not self._depth:
            self._refuse(node, f"`{name}` at import time, when no language is known yet: use `marked` here")
        if name == "tr" and node.args and _is_shown(node.args[0]):
            return
        first = 1 if name == "plural" else 0
        texts = [_literal(arg) for arg in node.args[first:]]
        if not texts or None in texts or len(texts) > 2 or (name == "plural" and len(texts) != 2):
            self._refuse(node, f"`{name}` needs words as they are, not made at run time")
            return
        given = [str(text) for text in texts]
        one, source, comment = (given[0], given[1], "") if name == "plural" else ("", given[0], "".join(given[1:]))
        self._check_values(name, node, (one, source))
        self._add(node, Words(source, comment, one))

    def _check_values(self, name: str, node: ast.Call, texts: Iterable[str]) -> None:
        """Each place has a value and each value a place, so that a translation can be filled where English can."""
        number = {"n"} if name == "plural" else set[str]()
        values = {keyword.arg for keyword in node.keywords} | number
        try:
            asked = {place for text in texts for place, _ in places_of(text)} | number
        except ValueError as error:
            self._refuse(node, f"`{name}` has a template that cannot be filled: {error}")
            return
        if "" in asked:
            self._refuse(node, f"`{name}` has a place without a name")
        brought_later = name == "marked" and not values  # by `tr`, where the words are shown
        if not brought_later and None not in values and asked != values:
            self._refuse(node, f"`{name}` has other places than values: {', '.join(sorted(asked))}")

    def _read_declaration(self, name: str, node: ast.Call) -> None:
        parts = DECLARED_PARTS.get(name, {})
        for keyword in node.keywords:
            if keyword.arg in DECLARED_KEYWORDS or keyword.arg in parts:
                self._declared(keyword.value)
        for position in parts.values():
            if position < len(node.args):
                self._declared(node.args[position])

    def _declared(self, value: ast.expr) -> None:
        if isinstance(value, ast.JoinedStr):
            self._refuse(value, "words of a declaration are put together: say them whole")
        text = _literal(value)
        if text:
            self._add(value, Words(text))

    def _add(self, node: ast.expr, words: Words) -> None:
        if words.source:
            self.found.words.append(replace(words, places=(Place(self._file, node.lineno),)))

    def _refuse(self, node: ast.expr, why: str) -> None:
        self.found.faults.append(f"{self._file}:{node.lineno}: {why}.")


def _name_of(func: ast.expr) -> str:
    """`tr` of `tr(…)` and of `language.tr(…)`: a widget's own `self.tr` is none of ours."""
    if isinstance(func, ast.Name):
        return func.id
    module = isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id == "language"
    return func.attr if module and isinstance(func, ast.Attribute) else ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _is_shown(node: ast.expr) -> bool:
    """Whether it stands for words that are marked elsewhere: a name, an attribute, an entry, an answer, or a choice."""
    if isinstance(node, ast.IfExp):
        return _is_shown(node.body) and _is_shown(node.orelse)
    if isinstance(node, ast.BoolOp):
        return all(_is_shown(each) for each in node.values)
    if isinstance(node, ast.Call):
        return not (isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join", "replace"))
    return isinstance(node, ast.Name | ast.Attribute | ast.Subscript)


def _each_once(words: Iterable[Words]) -> tuple[list[Words], list[str]]:
    """Sorted by their words, with all their places; and what contradicts each other."""
    merged: dict[tuple[str, str], Words] = {}
    faults: list[str] = []
    for new in words:
        known = merged.setdefault(new.key, replace(new, places=()))
        if known.one != new.one:
            faults.append(f"{new.places[0]}: “{new.source}” has another form for 1 at {known.places[0]}.")
        merged[new.key] = replace(known, places=tuple(sorted({*known.places, *new.places})))
    return [merged[key] for key in sorted(merged, key=lambda key: (key[0].casefold(), key))], faults
