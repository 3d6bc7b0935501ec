"""The language of the window: which one is chosen, and that words, Qt's own words, numbers and direction follow it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from flux_desktop.core.commands import COMMANDS
from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import figures, marked, plural, tr
from flux_desktop.ui.canvas.compare_bar import CompareBar
from flux_desktop.ui.canvas.tuning_strip import TuningStrip
from flux_desktop.ui.prompt.run_bar import RunBar
from flux_desktop.ui.pseudo import disguised
from flux_desktop.ui.translating import VARIABLE, language_for, use_language


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which speaks English again after the test."""
    locale = QLocale()
    yield qapp
    use_language(qapp, "en", {})
    QLocale.setDefault(locale)


@pytest.mark.parametrize(
    ("choice", "system", "language"),
    [
        ("system", ["de-Latn-AT", "en"], "de"),
        ("system", ["fr-FR", "de-DE", "en-GB"], "de"),
        ("system", ["fr_FR", "en_GB"], "en"),
        ("system", ["C"], "en"),
        ("system", [], "en"),
        ("de", ["en"], "de"),
        ("en", ["de"], "en"),
        ("de_CH", ["en"], "de"),
        ("tlh", ["de"], "en"),
        ("pseudo-rtl", ["de"], "pseudo-rtl"),
    ],
)
def test_the_language_is_one_that_the_program_speaks(choice: str, system: list[str], language: str) -> None:
    assert language_for(choice, system) == language


def test_the_first_paint_does_not_wait_for_it() -> None:
    """Qt's namespace takes longer than all else."""
    code = (
        "import sys, PySide6.QtCore as core\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from flux_desktop.ui.translating import use_language\n"
        "app = QApplication(['x', '-platform', 'offscreen'])\n"
        "use_language(app, 'de', {})\n"
        "sys.exit('Qt' in vars(core) or 'flux_desktop.ui.pseudo' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_english_needs_no_translation(app: QApplication) -> None:
    assert use_language(app, "en", {}) == "en"
    assert (tr("&Open…"), plural(2, "{n} result", "{n} results"), figures("1,234.5")) == (
        "&Open…", "2 results", "1,234.5",
    )  # fmt: skip


def test_german_is_spoken_by_qt_and_in_numbers_too(app: QApplication) -> None:
    use_language(app, "de", {})
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert (figures("1,234.5"), QLocale().toString(1.5)) == ("1.234,5", "1,5")
    assert app.layoutDirection() is Qt.LayoutDirection.LeftToRight
    use_language(app, "en", {})
    assert (QCoreApplication.translate("QPlatformTheme", "Cancel"), figures("1,234.5")) == ("Cancel", "1,234.5")


def test_german_words_are_those_of_the_translation(app: QApplication) -> None:
    use_language(app, "de", {})
    assert (tr("&File"), tr("Edit", "verb"), tr(marked("Seed"))) == ("&Datei", "Bearbeiten", "Seed")
    assert [plural(n, "{n} result", "{n} results") for n in (0, 1, 2)] == ["0 Ergebnisse", "1 Ergebnis", "2 Ergebnisse"]
    told = InvalidParameter(tr("There is no provider “{name}”.", name="x"))
    assert (told.title, told.hint) != ("There is no provider “x”.", InvalidParameter.default_hint)
    assert "„x“" in told.title
    english = [command.words for command in COMMANDS if tr(command.words) == command.words]
    assert english == ["&100 %", "&200 %", "&Navigator", "&Hand", "&Ellipse", "&Lasso"], "those are German, too"


def test_german_is_written_beside_the_pictures_too(app: QApplication, qtbot: QtBot) -> None:
    use_language(app, "de", {})
    host = QWidget()
    qtbot.addWidget(host)
    parts = CompareBar(), TuningStrip(host), RunBar()
    for part in parts:
        part.setParent(host)
    menu = host.findChild(QMenu, "zoom_menu")
    assert menu is not None
    keys = [text.partition("\t")[2] for text in (action.text() for action in menu.actions())]
    assert keys == ["Strg+0", "", "Strg+1", "Strg+2", ""]
    rate = host.findChild(QLabel, "tuning_rate_value")
    assert rate is not None
    assert rate.text().partition(" ")[0] == "1,0"
    assert "Strg+" in parts[2].run_button.toolTip()


def test_keys_are_understood_in_every_language(app: QApplication) -> None:
    use_language(app, "de", {})
    keys = QKeySequence("Ctrl+Shift+PgDown")
    assert keys.toString() == "Ctrl+Shift+PgDown"
    assert keys.toString(QKeySequence.SequenceFormat.NativeText).startswith("Strg+Umschalt+")


def test_the_environment_decides_for_one_run(app: QApplication) -> None:
    assert use_language(app, "en", {VARIABLE: "de"}) == "de"
    assert use_language(app, "de", {VARIABLE: ""}) == "de"


def test_a_pseudo_language_says_all_in_disguise(app: QApplication) -> None:
    use_language(app, "pseudo", {})
    assert tr("Open", "verb") == "⟦Öpëñ~⟧"
    assert tr(marked("{name} is gone.", name="a.png")) == "⟦a.png ïš göñë.~~~~~⟧"
    assert plural(1, "{n} result", "{n} results").startswith("⟦1 rëšült")


def test_a_disguise_leaves_what_no_translator_may_change() -> None:
    words = "&Open <b>{name}</b> &amp; %Y, `flux-desktop`, https://example.invalid/a"
    said = disguised(words)
    for kept in ("&O", "<b>", "{name}", "</b>", "&amp;", "%Y", "`flux-desktop`", "https://example.invalid/a"):
        assert kept in said
    assert said.startswith("⟦")
    assert re.search(r"~{20,}⟧$", said)
    assert [disguised(words) for words in ("", "100 %", "{width} × {height}")] == ["", "100 %", "{width} × {height}"]


def test_from_right_to_left_all_windows_begin_at_the_right(app: QApplication) -> None:
    use_language(app, "pseudo-rtl", {})
    assert QWidget().layoutDirection() is Qt.LayoutDirection.RightToLeft
    use_language(app, "en", {})
    assert QWidget().layoutDirection() is Qt.LayoutDirection.LeftToRight
