"""The pages of the manual: the same in every language, and nothing in them that there is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import flux_desktop
from flux_desktop.core.errors import FluxError
from flux_desktop.core.help import PAGES, PLACES
from flux_desktop.core.keymap import Keymap
from flux_desktop.core.settings import Settings
from flux_desktop.resources import resource
from flux_desktop.ui.manual.book import ENGLISH, Book, file_of, languages
from flux_desktop.ui.manual.markdown import blocks_of

pytestmark = pytest.mark.qt

LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
WORDS = re.compile(r"\{words:([^{}|]+)\|?([^{}]*)\}")
FILLED = re.compile(r"\{(\w+:[^{}]+)\}")
SOURCE = "\n".join(file.read_text("utf-8") for file in Path(flux_desktop.__file__).parent.rglob("*.py"))

each_page = pytest.mark.parametrize("page", PAGES)
each_language = pytest.mark.parametrize("language", languages())


def text_of(page: str, language: str) -> str:
    return (resource("manual") / language / f"{page}.md").read_text("utf-8")


def anchors_of(page: str, language: str) -> list[str]:
    return [block.anchor for block in blocks_of(text_of(page, language)) if block.kind in ("h2", "h3")]


def exists(place: str, language: str) -> bool:
    page, _, anchor = place.partition("#")
    return page in PAGES and (not anchor or anchor in anchors_of(page, language))


def errors(tree: type[FluxError] = FluxError) -> Iterator[type[FluxError]]:
    yield tree
    for child in tree.__subclasses__():
        yield from errors(child)


def test_there_is_a_manual_in_english_and_german() -> None:
    assert languages() == ["de", "en"]


@each_language
def test_every_page_is_there_and_no_other(language: str) -> None:
    files = {file.name for file in (resource("manual") / language).iterdir()}
    assert files == {f"{page}.md" for page in PAGES}


@each_page
@each_language
def test_headings_have_the_same_anchors_in_every_language(page: str, language: str) -> None:
    anchors = anchors_of(page, language)
    assert anchors == anchors_of(page, ENGLISH)
    assert len(set(anchors)) == len(anchors)


@each_page
@each_language
def test_links_lead_somewhere(page: str, language: str) -> None:
    for target in LINK.findall(text_of(page, language)):
        if target.startswith("#"):
            assert target[1:] in anchors_of(page, language), target
        elif ".md" in target:
            assert exists(target.replace(".md", "", 1), language), target
        else:
            assert resource(f"screenshots/{target}").is_file() or target.startswith("https://"), target


@each_page
@each_language
def test_what_a_page_names_exists(page: str, language: str) -> None:
    """Commands, settings and pages; words stand somewhere in the program as they are written here."""
    book = Book(language, Keymap(Settings()))
    assert f"<h1>{PAGES[page]}</h1>" in book.html(page)
    for words, comment in WORDS.findall(text_of(page, language)):
        assert (f'"{words}", "{comment}"' if comment else f'"{words}"') in SOURCE, words


@each_page
def test_every_language_names_the_same(page: str) -> None:
    named = [sorted(set(FILLED.findall(text_of(page, language)))) for language in languages()]
    assert named[0] == named[-1]


@each_language
def test_every_error_has_a_place_in_the_manual(language: str) -> None:
    for error in errors():
        assert exists(error.help, language), error.__name__


@each_language
def test_every_part_of_the_window_has_a_place_and_is_there(language: str) -> None:
    for part, place in PLACES.items():
        assert exists(place, language), place
        assert f'"{part}"' in SOURCE, part


def test_a_language_without_a_manual_reads_the_english_one() -> None:
    assert file_of("start", "xx") == file_of("start", ENGLISH)
    assert file_of("start", "../en") == file_of("start", ENGLISH)
    assert file_of("start", "de") != file_of("start", ENGLISH)
