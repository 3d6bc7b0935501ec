"""Templates and snippets: those of the program, and what the user made of them."""

from __future__ import annotations

import json

import pytest

from flux_desktop.core.prompting import fields_in
from flux_desktop.core.settings import Settings
from flux_desktop.services.templates import BUILT_IN, ERASE, MOST, REPLACE, Template, Templates


def test_the_programs_own_have_places_to_fill_in() -> None:
    for template in BUILT_IN:
        assert bool(fields_in(template.text)) is (template.kind == "template"), template
    assert [field.words for field in fields_in(ERASE)] == ["subject"]
    assert [field.words for field in fields_in(REPLACE)] == ["subject", "replacement"]


def test_what_the_user_writes_is_kept() -> None:
    settings = Settings()
    mine = (
        Template("Snow", "Let it snow on the {subject}."),
        Template("Grün", "Grün wie Gras", "snippet"),
    )
    Templates(settings).own = mine
    assert list(Templates(Settings(settings.values())).own) == list(mine)


def test_what_has_no_name_is_called_by_its_words_and_what_has_no_words_is_none() -> None:
    templates = Templates(Settings())
    templates.own = (Template("  ", "Let it snow on the roof"), Template("Nothing", " \n"))
    assert list(templates.own) == [Template("Let it snow on", "Let it snow on the roof")]


def test_erase_and_replace_can_be_written_anew_and_come_back() -> None:
    settings = Settings()
    templates = Templates(settings)
    assert (templates.erase, templates.replace) == (ERASE, REPLACE)
    templates.erase, templates.replace = "Take the {subject} away.", " Put {replacement} there. "
    assert (templates.erase, templates.replace) == ("Take the {subject} away.", "Put {replacement} there.")
    templates.erase = templates.replace = "  "
    assert (templates.erase, templates.replace) == (ERASE, REPLACE)
    templates.erase = ERASE
    assert settings.values()["template_erase"] == "", "the usual one may get better"


@pytest.mark.parametrize("kept", ["", "{", "3", '["a"]', "[" * 5000, '[["a"], ["a", 3, "template"], ["a", "b", "x"]]'])
def test_damaged_settings_are_no_harm(kept: str) -> None:
    assert Templates(Settings({"prompt_templates": kept})).own == ()


def test_there_is_a_limit() -> None:
    kept = json.dumps([["a", "b", "template"]] * (MOST + 9))
    assert len(Templates(Settings({"prompt_templates": kept})).own) == MOST
