"""The menus of providers and models: found by their ids, they keep what was chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from flux_desktop.core.params import Model
from flux_desktop.ui.params.model_chooser import ModelChooser, ProviderModels
from flux_desktop.ui.parts.controls import ElidedLabel
from tests.ui.panels import BASE, DEV, KLEIN

OFFLINE = Model("vocabulary", "Vocabulary", "offline", "edit", ())
MENUS: list[ProviderModels] = [
    ("offline", "Offline", (OFFLINE,)),
    ("eachlabs", "eachlabs", (BASE, KLEIN)),
    ("fal", "fal", (DEV,)),
]


@pytest.fixture
def chooser(qtbot: QtBot) -> ModelChooser:
    chooser = ModelChooser()
    qtbot.addWidget(chooser)
    return chooser


def heard_by(chooser: ModelChooser) -> list[Model]:
    heard: list[Model] = []
    chooser.model_chosen.connect(heard.append)
    return heard


def test_it_is_empty_before_it_is_filled(chooser: ModelChooser) -> None:
    assert chooser.model() is None
    assert chooser.provider_box.count() == 0


def test_the_first_provider_is_chosen_at_first(chooser: ModelChooser) -> None:
    heard = heard_by(chooser)
    chooser.set_models(MENUS)
    assert chooser.model() == OFFLINE
    assert heard == [OFFLINE]


def test_entries_are_found_by_their_ids(chooser: ModelChooser) -> None:
    chooser.set_models(MENUS)
    heard = heard_by(chooser)
    chooser.provider_box.setCurrentIndex(chooser.provider_box.findData("eachlabs"))
    chooser.model_box.setCurrentIndex(chooser.model_box.findData(KLEIN.id))
    assert heard == [BASE, KLEIN]


def test_offline_is_labelled_and_a_missing_key_is_told(chooser: ModelChooser) -> None:
    chooser.set_models(MENUS, {"fal"})
    texts = [chooser.provider_box.itemText(row) for row in range(3)]
    assert texts == ["Offline (no AI)", "eachlabs", "fal (no key)"]
    assert chooser.choose("fal")
    assert chooser.model() == DEV


def test_choosing_by_name_and_by_provider(chooser: ModelChooser) -> None:
    chooser.set_models(MENUS)
    assert chooser.choose("eachlabs", KLEIN.id)
    assert chooser.model() == KLEIN
    assert not chooser.choose("eachlabs", "no-such-model")
    assert not chooser.choose("nobody")
    assert chooser.model() == KLEIN


def test_a_provider_remembers_its_model(chooser: ModelChooser) -> None:
    chooser.set_models(MENUS)
    chooser.choose("eachlabs", KLEIN.id)
    chooser.choose("fal", DEV.id)
    chooser.provider_box.setCurrentIndex(chooser.provider_box.findData("eachlabs"))
    assert chooser.model() == KLEIN


def test_what_is_chosen_stays_when_the_menus_are_filled_anew(chooser: ModelChooser) -> None:
    chooser.set_models(MENUS)
    chooser.choose("eachlabs", KLEIN.id)
    heard = heard_by(chooser)
    chooser.set_models(MENUS, {"fal"})
    assert (chooser.model(), heard) == (KLEIN, [])


def test_the_provider_stays_when_its_models_change_with_the_mode(chooser: ModelChooser) -> None:
    chooser.set_models(MENUS)
    chooser.choose("eachlabs", KLEIN.id)
    maker = replace(BASE, id="flux-2-klein-4b", mode="generate")
    chooser.set_models([("offline", "Offline", (OFFLINE,)), ("eachlabs", "eachlabs", (maker,))])
    assert chooser.model() == maker
    chooser.set_models(MENUS)
    assert chooser.model() == BASE


def test_a_provider_without_models_of_the_mode_is_left_out(chooser: ModelChooser) -> None:
    chooser.set_models([*MENUS, ("bfl", "Black Forest Labs", ())])
    assert chooser.provider_box.findData("bfl") == -1


def test_price_and_note_are_shown(chooser: ModelChooser) -> None:
    chooser.set_models(MENUS)
    chooser.choose("eachlabs", BASE.id)
    note = chooser.findChild(ElidedLabel, "model_note")
    assert note is not None
    assert note.words() == "$0.014 a picture · Apache-2.0 weights"
    assert "Apache-2.0" in chooser.model_box.toolTip()
    tip = chooser.model_box.itemData(chooser.model_box.findData(BASE.id), Qt.ItemDataRole.ToolTipRole)
    assert "$0.014 a picture · Apache-2.0 weights" in tip, "the menu tells it of each entry"


def test_words_of_a_published_list_are_plain_text(chooser: ModelChooser) -> None:
    chooser.set_models([("fal", "fal", (replace(DEV, note="<img src=x>"),))])
    assert "<img" not in chooser.model_box.itemData(0, Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in chooser.model_box.toolTip()
