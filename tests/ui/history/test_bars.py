from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from flux_desktop.ui.history.bars import narrow_button

pytestmark = pytest.mark.qt


@pytest.mark.parametrize(
    ("words", "tip", "name"),
    [
        ("Seed", "Use this seed (S)", "Use this seed"),
        ("Export…", "Export this picture", "Export this picture"),
        ("Vary", "Run the same recipe again (V)", "Vary"),
        ("Cancel", "Leave everything as it is", "Cancel"),
    ],
)
def test_the_name_of_a_button_holds_its_words(qtbot: QtBot, words: str, tip: str, name: str) -> None:
    button = narrow_button("some_button", words, tip)
    qtbot.addWidget(button)
    assert button.accessibleName() == name
    assert button.accessibleDescription() == tip
