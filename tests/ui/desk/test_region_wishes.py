"""Erase and replace what a region holds, in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from flux_desktop.services.templates import Templates
from flux_desktop.ui.desk.region_wishes import IN_THE_MIDDLE
from flux_desktop.ui.dialogs.wish import filled
from tests.services.test_regions import disc, photograph
from tests.ui.results import until
from tests.ui.windows import User


async def selected(user: User) -> None:
    """A picture is open, and a part of it is selected."""
    await user.ready()
    source, _ = user.session.pictures.open_bytes(photograph(), "photo.png")
    user.session.edit_further(source)
    await until(lambda: user.shown() == source.id)
    assert not user.action("erase").isEnabled()
    user.session.selection.set_mask(disc(), "a disc")
    await until(lambda: user.action("erase").isEnabled())


async def test_erase_runs_its_template(user: User) -> None:
    await selected(user)
    user.prompt("my own words")
    user.action("erase").trigger()
    user.find(QLineEdit, "erase_subject").setText("lamp post")
    user.click("erase_run_button")
    await until(lambda: len(user.lab.requests) == 1)
    assert user.lab.requests[0].recipe.prompt.startswith("Remove the lamp post.")
    assert user.lab.requests[0].mask is not None
    assert user.window.prompt.text() == "my own words"


async def test_what_is_not_named_is_what_lies_in_the_middle(user: User) -> None:
    await selected(user)
    user.action("erase").trigger()
    assert IN_THE_MIDDLE in user.find(QLabel, "erase_prompt").text()
    user.key(Qt.Key.Key_Return, at=user.find(QLineEdit, "erase_subject"))
    await until(lambda: len(user.lab.requests) == 1)
    assert IN_THE_MIDDLE in user.lab.requests[0].recipe.prompt


async def test_replace_wants_to_know_by_what(user: User) -> None:
    await selected(user)
    user.action("replace").trigger()
    run = user.find(QPushButton, "replace_run_button")
    assert not run.isEnabled()
    assert "take its place" in run.accessibleDescription()
    user.find(QLineEdit, "replace_replacement").setText("a red bicycle")
    user.click("replace_run_button")
    await until(lambda: len(user.lab.requests) == 1)
    assert "with a red bicycle" in user.lab.requests[0].recipe.prompt


async def test_the_template_is_the_users(user: User) -> None:
    await selected(user)
    Templates(user.session.settings).erase = "Take out {subject}!"
    user.action("erase").trigger()
    user.find(QLineEdit, "erase_subject").setText("it")
    assert user.find(QLabel, "erase_prompt").text() == "Take out it!"


@pytest.mark.parametrize(
    ("template", "words", "expected"),
    [
        ("Remove the {subject}.", {"subject": "cat"}, "Remove the cat."),
        ("{subject} and {subject}", {"subject": "a"}, "a and a"),
        ("no place at all", {"subject": "a"}, "no place at all"),
        ("Remove the {subject}.", {"subject": "the cat"}, "Remove the cat."),
        ("Remove the {subject}.", {"subject": "My cat"}, "Remove My cat."),
        ("Remove the {subject}.", {"subject": "theatre"}, "Remove the theatre."),
        ("Remove the {subject}.", {"subject": ""}, "Remove the {subject}."),
        ("bathe {subject}", {"subject": "the cat"}, "bathe the cat"),
        ("{subject} {replacement}", {"subject": "a", "replacement": ""}, "a {replacement}"),
        ("{subject} {replacement}", {"subject": "{replacement}", "replacement": "b"}, "{replacement} b"),
    ],
)
def test_places_are_filled(template: str, words: dict[str, str], expected: str) -> None:
    assert filled(template, words) == expected
