"""Colours for code: comments, strings, words of the language and numbers, in the inks of the theme."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from flux_desktop.ui.theme import in_use

__all__ = ["CodeColours"]

INKS = {"comment": "quiet", "string": "success", "word": "link", "name": "warning", "number": "warning"}
"""What is coloured, and in which role of the theme."""

STRINGS = r'"(?:\\.|[^"\\])*"'
WORDS: Mapping[str, str] = {
    "curl": "for in do done while true case esac if then fi local exit echo printf set",
    "python": "import from def return for in if while break is not or None True False",
    "javascript": "import from const let async await function return new for of if while break true false null",
}
PATTERNS: Mapping[str, str] = {
    "curl": rf"(?P<comment>(?:^|(?<=\s))#.*)|(?P<string>\$?'(?:\\.|[^'\\])*'|{STRINGS})|(?P<name>\$\w+|\$\{{\w+\}})",
    "python": rf'(?P<comment>#.*|"""[^"]*""")|(?P<string>f?{STRINGS})|(?P<name>\b[A-Z]{{2,}}\b)',
    "javascript": rf"(?P<comment>//.*)|(?P<string>{STRINGS}|`[^`]*`)|(?P<name>\bprocess\.env\.\w+)",
}


class CodeColours(QSyntaxHighlighter):
    """Colours a document, line by line; `choose` the language, and `renew` when the theme changes."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._pattern = re.compile("(?!)")
        self._formats: dict[str, QTextCharFormat] = {}
        self._theme = ""

    def choose(self, language: str) -> None:
        """The text that comes next is in `language`."""
        words = "|".join(WORDS[language].split())
        self._pattern = re.compile(rf"{PATTERNS[language]}|(?P<word>(?<![-\w])(?:{words})\b)|(?P<number>\b\d[\d_.]*\b)")

    def renew(self) -> None:
        """Take the inks of the theme that is in use now."""
        if self._theme != in_use().name:
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        self._take_inks()
        for match in self._pattern.finditer(text):
            self.setFormat(match.start(), match.end() - match.start(), self._formats[str(match.lastgroup)])

    def _take_inks(self) -> None:
        theme = in_use()
        if theme.name == self._theme:
            return
        self._theme, inks = theme.name, dict(theme.colours())
        for kind, role in INKS.items():
            self._formats[kind] = QTextCharFormat()
            self._formats[kind].setForeground(QColor(inks[role]))
