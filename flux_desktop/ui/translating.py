"""The language of the window: its words, Qt's own words, the form of its numbers, and the side where lines begin.

It is part of the way to the first paint: nothing is loaded for English, and Qt's namespace, whose names take longer
than all the rest, only where lines begin at the right. Besides the languages there are two to test with, which say
every word in a disguise: `pseudo` (see `ui/pseudo.py`), and `pseudo-rtl`, the same from right to left.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
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
_QT_WORDS = "qt_words"


def use_language(app: QApplication, choice: str, environ: Mapping[str, str] = os.environ) -> str:
    """Speak the language that is asked for from now on, and say which: call it before there is a window.

    `choice` is the setting: one of `LANGUAGES`, or `system` for the first of the system's that the program speaks.
    """
    language = language_for(environ.get(VARIABLE) or choice, QLocale.system().uiLanguages())
    locale = _locale(language)
    QLocale.setDefault(locale)
    speak(_words(language), point=locale.decimalPoint(), comma=locale.groupSeparator())
    _translate_qt(app, language)
    if app.isRightToLeft() != (language == "pseudo-rtl"):
        from PySide6.QtCore import Qt

        left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        app.setLayoutDirection(left if app.isRightToLeft() else right)
    return language


def language_for(choice: str, system: Iterable[str]) -> str:
    """The language that `choice` means on a `system` that asks for these, the best first, e.g. `de-AT`."""
    if choice in PSEUDO:
        return choice
    wanted = system if choice == "system" else [choice]
    return next((tag for name in wanted if (tag := name.replace("_", "-").partition("-")[0]) in LANGUAGES), "en")


def _locale(language: str) -> QLocale:
    """How numbers and dates are written: in the system's own form of the language, if that is its language."""
    own, system = QLocale("en" if language in PSEUDO else language), QLocale.system()
    return system if system.name().partition("_")[0] == language else own


def _translate_qt(app: QApplication, language: str) -> None:
    """Qt's own words: of standard buttons, of menus of text, of keys."""
    if (earlier := app.property(_QT_WORDS)) is not None:
        app.removeTranslator(earlier)
        app.setProperty(_QT_WORDS, None)
    if language == "en" or language in PSEUDO:
        return
    words = QTranslator(app)
    if words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
        app.setProperty(_QT_WORDS, words)


def _words(language: str) -> Translate | None:
    if language in PSEUDO:
        from flux_desktop.ui.pseudo import disguised

        return disguised
    words = QTranslator()
    if language == "en" or not words.load(str(resource(f"translations/{CONTEXT}_{language}.qm"))):
        return None
    return lambda text, comment, number: words.translate(CONTEXT, text, comment, number) or ""
