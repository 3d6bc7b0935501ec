"""What other programs read stays what it is in every language: JSON, CSV and code; so does what is kept."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from flux_desktop.core.change import Change
from flux_desktop.core.job import Spending
from flux_desktop.core.language import speak, tr
from flux_desktop.core.params import Param
from flux_desktop.core.price import Cost
from flux_desktop.core.settings import DECLARATIONS
from flux_desktop.providers.registry import find_providers
from flux_desktop.services.code import LANGUAGES
from flux_desktop.services.spending import as_csv
from tests.services.code.rig import script_of

LINES = [Spending("job", 0, "lab", "lab-large", Cost(1234.5678, kind="billed"), 1.7e9)]


def models() -> str:
    """What `models --json` tells."""
    return json.dumps([model.to_json() for cls in find_providers().values() for model in cls.models()])


def params() -> str:
    return json.dumps([Param.to_json(param) for param in DECLARATIONS])


def ledger() -> str:
    return as_csv(LINES)


def change() -> str:
    return json.dumps(Change(dx=1.5, delta_e=2.25, lab=(1.5, 0.0, 2.5), moved=0.125).to_json())


def cost() -> str:
    return json.dumps(Cost(1234.5678).to_json())


def code() -> str:
    return "".join(language.write(script_of("https://lab.invalid")) for language in LANGUAGES)


@pytest.mark.parametrize("make", [models, params, ledger, change, cost, code])
def test_what_programs_read_has_no_language(make: Callable[[], str]) -> None:
    english = make()
    speak(lambda text, comment, number: f"⟦{text}⟧", point=",", comma=".")
    try:
        assert tr("Seed") == "⟦Seed⟧"
        assert make() == english
    finally:
        speak(None)
