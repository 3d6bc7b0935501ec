"""The settings of a result, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from flux_desktop.core.edit import Recipe
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.params import Value
from flux_desktop.core.price import Cost
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
