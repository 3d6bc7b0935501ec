"""The words of the program: collected whole, merged without loss, checked, compiled, and handed to translators."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import translations
from translations_checks import faults_of, faults_of_menus
from translations_ts import Message, load, merged, written
from translations_words import Words, collected, read

ROOT = Path(__file__).parents[2]
GERMAN = (
    Message("Open", "verb", "", ("a.py",), ("Öffnen",), ""),
    Message("{n} results", "", "{n} result", ("a.py", "b.py"), ("{n} Ergebnis", "{n} Ergebnisse"), ""),
    Message("<b>R & D</b>", "", "", ("b.py",), ("",), "unfinished"),
)


def found_in(code: str) -> list[tuple[str, str, str]]:
    """Source, comment and the form for 1 of all words in `code`, which has no faults."""
    found = read(code, "a.py")
    assert found.faults == []
    return [(words.source, words.comment, words.one) for words in found.words]


def test_words_are_read_where_they_are_said() -> None:
    code = '''
def f(n, thing):
    """No words for people."""
    log.warning("none")
    tr("Open " "it")
    tr("Open", "verb")
    tr(thing.label)
    self.tr("a widget's own")
    return plural(n, "{n} result of {all}", "{n} results of {all}", all=3) + language.tr("At {place}.", place=1)
'''
    assert found_in(code) == [
        ("Open it", "", ""),
        ("Open", "verb", ""),
        ("{n} results of {all}", "", "{n} result of {all}"),
        ("At {place}.", "", ""),
    ]


def test_words_are_read_where_they_are_declared() -> None:
    code = """
TABLE = {"a": marked("First"), "b": marked("Second", "ordinal")}
COMMANDS = (Command("open", "&Open…", ("Ctrl+O",), "icon", "&File"), Command("x", words="&Close"))
STEPS = integer("steps", 1, 2, 3, label="Steps", help="More is slower." , field="num_steps")
class Error(Base):
    default_hint = "Try again."
    about: ClassVar[str] = "An error."
    kind = "input"
"""
    assert {source for source, *_ in found_in(code)} == {
        "First", "Second", "&Open…", "&File", "&Close", "Steps", "More is slower.", "Try again.", "An error.",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("def f(): tr(f'{x} left')", "needs words as they are"),
        ("def f(): tr('a' + x)", "needs words as they are"),
        ("def f(): tr('a {}'.format(x))", "needs words as they are"),
        ("def f(): tr('a' if x else 'b')", "needs words as they are"),
        ("def f(): plural(n, one, 'many')", "needs words as they are"),
        ("X = marked(name)", "needs words as they are"),
        ("X = tr('Words')", "import time"),
        ("class A:\n    x = plural(2, 'a', 'b')", "import time"),
        ("def f(x=tr('Words')): pass", "import time"),
        ("def f(): tr('{n} left')", "other places than values: n"),
        ("def f(): tr('all left', n=1)", "other places than values"),
        ("X = marked('{} left')", "a place without a name"),
        ("def f(): tr('{n left', n=1)", "cannot be filled"),
        ("X = number('a', help=f'{x} left')", "put together"),
    ],
)
def test_what_cannot_be_translated_is_refused_by_file_and_line(code: str, says: str) -> None:
    [fault] = read(f"\n{code}", "a.py").faults
    assert fault.startswith(("a.py:2: ", "a.py:3: "))
    assert says in fault


def test_words_that_are_said_twice_are_translated_once(tmp_path: Path) -> None:
    package = tmp_path / "flux_desktop"
    (package / "cli").mkdir(parents=True)
    (package / "cli" / "a.py").write_text("def f(): tr('English')")
    (package / "b.py").write_text("def f(): tr('Zoom'); tr('Apply')")
    (package / "c.py").write_text("def f():\n    tr('Apply'); plural(n, 'a page', 'pages'); plural(n, 'one', 'pages')")
    found = collected(tmp_path)
    assert [(words.source, [str(place) for place in words.places]) for words in found.words] == [
        ("Apply", ["flux_desktop/b.py:1", "flux_desktop/c.py:2"]),
        ("pages", ["flux_desktop/c.py:2"]),
        ("Zoom", ["flux_desktop/b.py:1"]),
    ]
    assert len(found.faults) == 1
    assert "another form for 1" in found.faults[0]


def test_a_file_of_translations_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "a.ts"
    file.write_text(written(GERMAN, "de"), "utf-8")
    assert load(file) == list(GERMAN)
    assert load(tmp_path / "none.ts") == []


def test_translations_outlive_a_change_of_the_source() -> None:
    words = [
        Words("Open", "verb"),
        Words("{n} results", one="{n} outcome"),
        Words("Choose a place for it."),
    ]
    known = [
        *GERMAN,
        Message("Choose the place for it.", forms=("Ort wählen.",), state=""),
        Message("Gone", forms=("Weg",)),
    ]
    opened, results, place, gone = merged(words, known, "de")
    assert (opened.forms, opened.state) == (("Öffnen",), "")
    assert (results.one, results.forms) == ("{n} outcome", ("{n} Ergebnis", "{n} Ergebnisse"))
    assert (place.forms, place.state, place.old) == (("Ort wählen.",), "unfinished", "Choose the place for it.")
    assert (gone.source, gone.state) == ("Gone", "vanished")
    [back, *_] = merged([Words("Gone")], [gone], "de")
    assert (back.forms, back.state) == (("Weg",), "")


def german(source: str, *forms: str, one: str = "") -> Message:
    return Message(source, one=one, forms=forms, state="")


@pytest.mark.parametrize(
    ("message", "says"),
    [
        (Message("Open"), "not translated yet"),
        (german("At {place}", "Bei {ort}"), "other places"),
        (german("At {place}", "Bei {place"), "other places"),
        (german("{n} results of {all}", "{n} Ergebnis", "{n} Ergebnisse", one="{n} result of {all}"), "other places"),
        (german("&Open", "Öffnen"), "underlined letters"),
        (german("Open…", "Öffnen"), "ends with another"),
        (german("Size:", "Größe"), "ends with another"),
        (german(" and", "und"), "ends with another"),
        (german("<b>Open</b>", "<b>Öffnen"), "other tags"),
        (german("a\nb", "a b"), "as many lines"),
    ],
)
def test_a_translation_that_does_not_fit_is_told(message: Message, says: str) -> None:
    faults = faults_of([message])
    assert faults
    assert all(says in fault for fault in faults)


def test_a_translation_that_fits_is_not_told() -> None:
    fits = [
        german("{n} results", "Ein Ergebnis", "{n} Ergebnisse", one="{n} result"),
        german("R && D &amp; &Open…", "R && D &amp; &Öffnen…"),
        Message("Gone", state="vanished"),
    ]
    assert faults_of(fits) == []


def test_letters_of_a_menu_are_its_own() -> None:
    menus = [("bar", "&File"), ("&File", "&Open"), ("&File", "Cl&ose"), ("&Edit", "&Open"), ("&Edit", "Undo")]
    assert faults_of_menus(menus, lambda words: words) == [
        "&File: “&Open” and “Cl&ose” share “o”.",
        "&Edit: “Undo” has no underlined letter.",
    ]


def test_translators_get_their_part_and_give_it_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    words = collected(ROOT).words
    whole = translations.missing(words, "de")
    parts = [translations.missing(words, "de", part) for part in ("1/3", "2/3", "3/3")]
    assert len(whole) == len(words)
    assert [entry for part in parts for entry in part] == whole
    plural = next(entry for entry in whole if "plural" in entry)
    simple = next(entry for entry in whole if "plural" not in entry and "comment" not in entry)
    translations.fill(words, "de", {str(plural["id"]): ["eins", "viele"], str(simple["id"]): "einfach"})
    filled = {message.source: message.forms for message in load(tmp_path / "flux_desktop_de.ts") if not message.comment}
    assert (filled[str(plural["source"])], filled[str(simple["source"])]) == (("eins", "viele"), ("einfach",))
    assert len(translations.missing(words, "de")) == len(words) - 2
    with pytest.raises(SystemExit, match="2 forms"):
        translations.fill(words, "de", {str(plural["id"]): "eins"})
    with pytest.raises(SystemExit, match="these ids: nobody"):
        translations.fill(words, "de", {"nobody": "x"})


@pytest.mark.qt
def test_what_is_compiled_speaks(tmp_path: Path) -> None:
    from PySide6.QtCore import QTranslator

    (tmp_path / "a.qm").write_bytes(translations.compiled(written(GERMAN, "de")))
    translator = QTranslator()
    assert translator.load(str(tmp_path / "a.qm"))
    assert translator.translate("flux_desktop", "Open", "verb") == "Öffnen"
    assert translator.translate("flux_desktop", "{n} results", "", 1) == "{n} Ergebnis"
    assert translator.translate("flux_desktop", "{n} results", "", 2) == "{n} Ergebnisse"
    assert not translator.translate("flux_desktop", "<b>R & D</b>", "")


def test_json_of_the_missing_words_is_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert translations.main(["--missing", "de", "--part", "1/1000"]) == 0
    assert isinstance(json.loads(capsys.readouterr().out), list)


@pytest.mark.qt
def test_the_translations_of_the_project_are_fresh_and_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert translations.main(["--check"]) == 0, capsys.readouterr().err
