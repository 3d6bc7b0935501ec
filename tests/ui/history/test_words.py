"""What a node is in words."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from flux_desktop.core.history import Treatment, TreatmentKind
from flux_desktop.ui.history.words import badge_of, marks_of
from tests.ui.history.test_recipe_dialog import NODE


@pytest.mark.parametrize("kind", get_args(TreatmentKind))
def test_everything_that_the_program_did_has_words(kind: TreatmentKind) -> None:
    treated = replace(NODE, treatment=Treatment(kind, "n"))
    assert badge_of(treated)
    assert badge_of(treated) in marks_of(treated)
