"""The settings of a result, to read and to copy."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from flux_desktop.core.change import Change
from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode, Treatment
from flux_desktop.core.params import Value
from flux_desktop.core.price import Cost
from flux_desktop.core.region import Finish, Patch
from flux_desktop.ui.history.recipe_dialog import RecipeDialog, recipe_lines
from tests.ui.results import button

PARAMS: dict[str, Value] = {"seed": 1, "steps": 28, "guidance": 3.5, "safety": False, "host_option": "x"}
NODE = HistoryNode(
    id="n",
    root="n",
    parent=None,
    asset="0" * 64,
    media_type="image/webp",
    width=1024,
    height=768,
    created=0.0,
    recipe=Recipe("<b>make it blue</b>", "onemin", "flux-2-dev-edit", PARAMS),
    seed=42,
    cost=Cost(0.014, kind="billed"),
    references=("a", "b"),
    note="made smaller",
)


def test_every_field_of_the_recipe_is_there() -> None:
    lines = dict(recipe_lines(NODE, "1min.ai"))
    assert lines["Prompt"] == "<b>make it blue</b>"
    assert lines["Seed"] == "42", "the one that was used"
    assert (lines["Provider"], lines["Model"]) == ("1min.ai", "flux-2-dev-edit")
    assert (lines["Steps"], lines["Guidance"], lines["Safety filter"]) == ("28", "3.5", "off")
    assert lines["host_option"] == "x"
    assert lines["Cost"] == "$0.014"
    assert lines["Result"] == "1024 × 768, image/webp"
    assert lines["Reference images"] == "2"
    assert lines["Note"] == "made smaller"


def test_values_are_plain_text_that_can_be_selected(qtbot: QtBot) -> None:
    dialog = RecipeDialog(NODE, "1min.ai")
    qtbot.addWidget(dialog)
    label = next(label for label in dialog.findChildren(QLabel) if label.text() == "<b>make it blue</b>")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    QTest.mouseClick(button(dialog, "recipe_copy_button"), Qt.MouseButton.LeftButton)
    assert "Seed: 42\nSteps: 28" in QGuiApplication.clipboard().text()
    assert not dialog.isModal()


def test_what_was_sent_and_what_became_of_it_is_there() -> None:
    change = Change(dx=3.0)
    marked = replace(
        NODE, mask="m" * 64, crop=(10, 20, 300, 200), starred=True, rating=4, job="j1", change=change,
        treatment=Treatment("matched", "n0"),
    )  # fmt: skip
    lines = dict(recipe_lines(marked, "1min.ai"))
    assert lines["Mask"] == "a part of the picture only"
    assert lines["Sent"] == "300 × 200 of the picture, from 10, 20"
    assert lines["Rating"] == "4 of 5, starred"
    assert lines["What else changed"] == change.sentence()
    assert (lines["Treatment"], lines["Job"]) == ("colours matched", "j1")
    assert not {"Sent as", "Put back", "Moved by hand"} & set(lines)
    plain = dict(recipe_lines(NODE, "1min.ai"))
    assert not {"Mask", "Sent", "Rating", "What else changed", "Treatment", "Job"} & set(plain)


def test_how_a_part_was_put_back_is_there() -> None:
    finish = Finish(feather=12.0, dx=1.5, dy=-3.0, grain=0.5)
    lines = dict(recipe_lines(replace(NODE, patch=Patch((1184, 880), finish=finish)), "1min.ai"))
    assert lines["Sent as"] == "1184 × 880 pixels"
    assert lines["Put back"] == "feather 12 px, colours matched to 100 %, grain to 50 %, opacity 100 %"
    assert lines["Moved by hand"] == "+1.5 px right, -3.0 px down"


@pytest.mark.parametrize("what", ["all", "all_but_seed", "seed", "prompt", "params"])
def test_each_part_can_be_used_and_nothing_is_by_itself(qtbot: QtBot, what: str) -> None:
    dialog = RecipeDialog(NODE, "1min.ai")
    qtbot.addWidget(dialog)
    told: list[tuple[HistoryNode, str]] = []
    dialog.recalled.connect(lambda node, part: told.append((node, part)))
    assert told == []
    QTest.mouseClick(button(dialog, f"recipe_use_{what}_button"), Qt.MouseButton.LeftButton)
    assert told == [(NODE, what)]


def test_a_seed_that_nobody_knows_cannot_be_used(qtbot: QtBot) -> None:
    dialog = RecipeDialog(replace(NODE, seed=None), "1min.ai")
    qtbot.addWidget(dialog)
    found = dialog.findChild(QPushButton, "recipe_use_seed_button")
    assert found is not None
    assert not found.isEnabled()
