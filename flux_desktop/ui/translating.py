"""The language of the window: its words, Qt's own words, the form of its numbers, and the side where lines begin.

Nothing is loaded for English. Besides the languages there are two to test with, which say every word in a disguise:
`pseudo` (see `ui/pseudo.py`), and `pseudo-rtl`, the same from right to left.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from flux_desktop.core.language import Translate, speak
from flux_desktop.resources import resource

__all__ = ["LANGUAGES", "VARIABLE", "language_for", "use_language"]

LANGUAGES = ("en", "de")
"""Those that the program speaks."""
PSEUDO = ("pseudo", "pseudo-rtl")
VARIABLE = "FLUX_DESKTOP_LANGUAGE"
"""The variable of the environment that decides for one run, whatever the setting says."""
CONTEXT = "flux_desktop"


def use_language(app: QApplication, choice: str, environ: Mapping[str, str] = os.environ) -> str:
    """Speak the language that is asked for from now on, and say which: call it before there is a window.

    `choice` is the setting: one of `LANGUAGES`, or `system` for the first of the system's that the program speaks.
    """
    language = language_for(environ.get(VARIABLE) or choice, QLocale.system().uiLanguages())
    locale = _locale(language)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    _translate_qt(app, language)
    speak(_words(app, language), point=locale.decimalPoint(), comma=locale.groupSeparator())
    QLocale.setDefault(locale)
    right_to_left = language == "pseudo-rtl" or locale.textDirection() is Qt.LayoutDirection.RightToLeft
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    return language


def language_for(choice: str, system: Iterable[str]) -> str:
    """The language that `choice` means on a `system` that asks for these, the best first, e.g. `de-AT`."""
    if choice in (*LANGUAGES, *PSEUDO):
        return choice
    wanted = system if choice == "system" else [choice]
    return next((tag for name in wanted if (tag := name.replace("_", "-").partition("-")[0]) in LANGUAGES), "en")


def _locale(language: str) -> QLocale:
    """The system's own form of the language, such as that of Austria, where it has one."""
    own, system = QLocale("en" if language in PSEUDO else language), QLocale.system()
    return system if system.language() == own.language() and language not in PSEUDO else own


def _translate_qt(app: QApplication, language: str) -> None:
    """Qt's own words: of standard buttons, context menus of text, and keys."""
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language in LANGUAGES[1:] and words.load(f"qtbase_{language}", folder):
        app.installTranslator(words)


def _words(app: QApplication, language: str) -> Translate | None:
    if language in PSEUDO:
        from flux_desktop.ui.pseudo import disguised

        return disguised
    words = QTranslator(app)
    if language == "en" or not words.load(str(resource(f"translations/{CONTEXT}_{language}.qm"))):
        return None
    return lambda text, comment, number: words.translate(CONTEXT, text, comment, number) or ""
