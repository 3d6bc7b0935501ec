"""The recipe of the next edit: what is filled in, what the run bar says of it, and what survives a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from flux_desktop.core.edit import Recipe
from flux_desktop.core.params import Param, Value
from flux_desktop.services.assembly import Program
from flux_desktop.services.recipes import complete
from flux_desktop.ui.edit_form import NO_PROMPT, NO_WORDS, STARTING
from flux_desktop.ui.main_window import MainWindow
from tests.store.keychains import Locked
from tests.ui.results import until
from tests.ui.windows import ALT, CONTROL, User, restarted
from tests.ui.workshop import put_workshop


def run_words(user: User) -> str:
    return user.window.run_bar.run_button.text()


def extreme(param: Param, which: int) -> Value | None:
    """The default of a parameter, its lowest or its highest value."""
    if which == 0:
        return param.default
    if param.kind == "text":
        return {"size": "1024x768", "aspect_ratio": "16:9"}.get(param.name, "some words")
    ends: tuple[Value | None, ...] = (param.minimum, param.maximum)
    if param.kind in ("choice", "switch"):
        ends = (param.choices[0], param.choices[-1]) if param.choices else (False, True)
    end = ends[which - 1]
    return int(end) if param.kind == "integer" and end is not None else end


def price(user: User) -> str:
    return user.window.run_bar.price_label.words()


def chosen(user: User) -> tuple[str, str]:
    chooser = user.window.chooser
    return chooser.provider_box.currentData(), chooser.model_box.currentData()


async def test_before_the_program_is_there_nothing_can_be_run(session: object) -> None:
    window = MainWindow()
    window.fill()
    assert not window.run_bar.run_button.isEnabled()
    assert STARTING in window.run_bar.run_button.accessibleDescription()
    assert window.form.recipe() is None
    window.form.run()
    assert window.messages.text() == ""
    window.deleteLater()


async def test_the_button_says_what_it_will_do(user: User) -> None:
    assert run_words(user) == "Generate"
    await user.open(user.file("photo.png"))
    assert run_words(user) == "Edit picture"
    await user.use_lab()
    user.window.params.set_values({"count": 3})
    assert run_words(user) == "Edit as 3 variants"
    user.click("mode_generate")
    assert run_words(user) == "Generate"
    user.click("mode_edit")
    assert run_words(user) == "Edit as 3 variants"
    user.key(Qt.Key.Key_W, CONTROL)
    assert run_words(user) == "Generate"
    assert not user.find(QAbstractButton, "mode_edit").isEnabled()


async def test_the_price_is_told_before_it_is_paid(user: User) -> None:
    await user.open(user.file("photo.png"))
    assert price(user) == "free"
    await user.use_lab()
    assert price(user) == "about $0.02"
    user.window.params.set_values({"count": 4})
    assert price(user) == "about $0.08"
    await user.use_lab("lab-alone")
    assert price(user) == "by the second (price not published)"


async def test_without_words_nothing_is_run_and_it_says_why(user: User) -> None:
    for why in (NO_WORDS, NO_PROMPT):
        user.prompt(" ")
        assert not user.window.run_bar.run_button.isEnabled()
        assert why in user.window.run_bar.run_button.accessibleDescription()
        user.key(Qt.Key.Key_Return, CONTROL)
        assert user.jobs() == []
        assert user.message().endswith(why)
        user.write("sepia")
        assert user.window.run_bar.run_button.isEnabled()
        await user.open(user.file("photo.png"))


async def test_a_value_that_does_not_fit_blocks_with_the_reason(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.use_lab()
    user.prompt("make it blue")
    field = user.find(QLineEdit, "param_size")
    field.setFocus()
    user.write("large")
    problem = user.window.params.problem()
    assert problem
    assert problem in user.window.run_bar.run_button.accessibleDescription()
    user.key(Qt.Key.Key_Return, CONTROL)
    assert user.jobs() == []
    assert user.message() == problem
    field.setFocus()
    user.key(Qt.Key.Key_A, CONTROL)
    user.write("640x480")
    job = await user.run()
    assert job.record.recipe.params["size"] == "640x480"


async def test_a_provider_without_a_key_leads_to_the_keys(user: User) -> None:
    await user.open(user.file("photo.png"))
    user.window.chooser.provider_box.choose("onemin")
    await until(lambda: run_words(user) == "Add a key…")
    assert user.window.chooser.provider_box.currentText().endswith("(no key)")
    user.prompt("make it blue")
    user.key(Qt.Key.Key_Return, CONTROL)
    assert user.jobs() == []
    assert user.sees("keys_page")
    user.session.run(user.session.keys.set("onemin", "k-1", "session"))
    await until(lambda: run_words(user) == "Edit picture")
    assert user.window.prompt.text() == "make it blue"
    assert chosen(user)[0] == "onemin"


@pytest.fixture
def locked_keychain() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(Locked())
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("locked_keychain")
async def test_a_locked_keychain_is_no_matter_until_a_provider_needs_it(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.result("black and white")
    assert user.message() == ""
    user.window.chooser.provider_box.choose("onemin")
    await until(lambda: "keychain is locked" in user.message())


async def test_a_value_survives_a_model_that_cannot_take_it(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.use_lab()
    user.window.params.set_values({"steps": 40, "guidance": 7.0, "seed": 5})
    await user.use_lab("lab-small")
    values = user.window.params.values()
    assert values == {"steps": 4, "seed": 5, "count": 1}, "40 steps and guidance do not fit, and are not sent"
    user.prompt("make it blue")
    job = await user.run()
    assert dict(job.record.recipe.params) == values
    await user.use_lab()
    assert user.window.params.values()["steps"] == 40
    assert user.window.params.values()["guidance"] == 7.0


async def test_each_mode_has_its_own_model(user: User) -> None:
    await user.open(user.file("photo.png"))
    await user.use_lab("lab-small")
    user.click("mode_generate")
    assert chosen(user) == ("lab", "lab-make")
    editing = user.window.form.edit_model()
    assert editing is not None
    assert editing.id == "lab-small"
    user.click("mode_edit")
    assert chosen(user) == ("lab", "lab-small")
    assert user.session.settings.text("model") == "lab-small"


async def test_drafts_survive_a_restart(user: User, tmp_path: Path) -> None:
    await user.open(user.file("photo.png"))
    await user.use_lab("lab-small")
    user.window.params.set_values({"steps": 7, "seed": 1234, "guidance": 3.0})
    user.prompt("half a sentence")
    async with restarted(user, tmp_path) as again:
        assert again.window.prompt.text() == "half a sentence"
        assert chosen(again) == ("lab", "lab-make"), "no picture is open yet"
        await again.open(user.file("photo.png"))
        assert chosen(again) == ("lab", "lab-small")
        assert again.window.params.values() == {"steps": 7, "seed": 1234, "count": 1}
        await again.use_lab("lab-large")
        assert again.window.params.values()["guidance"] == 3.0


async def test_a_draft_is_kept_while_it_is_written(user: User) -> None:
    """Not only when the window closes: the power may go."""
    user.prompt("half a sen")
    user.window.params.set_values({"quality": 61})
    await until(lambda: user.session.settings.text("draft_prompt") == "half a sen")
    await until(lambda: "61" in user.session.settings.text("draft_params"))


@pytest.mark.parametrize("kept", ["{", '{"steps": [1], "quality": "high", "seed": 7}'])
async def test_a_damaged_draft_is_passed_over(user: User, tmp_path: Path, kept: str) -> None:
    user.window.form.save()
    user.session.settings.set("draft_params", kept)
    user.window.form.save = lambda: None  # type: ignore[method-assign]  # the damage is what the next start finds
    async with restarted(user, tmp_path) as again:
        values = again.window.params.values()
        assert values["quality"] == 90
        assert values.get("seed") == (7 if "seed" in kept else None)


async def test_what_is_typed_while_the_program_starts_stays(user: User, tmp_path: Path) -> None:
    user.session.settings.set("draft_prompt", "of yesterday")
    window = MainWindow()
    window.fill()
    window.prompt.set_text("of today")
    window.attach(user.session, tmp_path)
    assert window.prompt.text() == "of today"
    window.deleteLater()


async def test_earlier_prompts_come_back_by_key_also_after_a_restart(user: User, tmp_path: Path) -> None:
    await user.open(user.file("photo.png"))
    for words in ("sepia", "invert", "sepia"):
        await user.result(words)
    user.prompt("a draft")
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        user.key(key, ALT)
        seen.append(user.window.prompt.text())
    assert seen == ["sepia", "invert", "invert", "sepia", "a draft"]
    async with restarted(user, tmp_path) as again:
        again.key(Qt.Key.Key_Up, ALT)
        assert again.window.prompt.text() == "sepia"


async def test_a_recipe_whose_model_is_gone_gives_what_it_can(user: User) -> None:
    await user.open(user.file("photo.png"))
    before = chosen(user)
    user.session.recalled.emit(Recipe("old words", "gone", "gone-1", {"quality": 55, "magic": 3}), "all")
    assert chosen(user) == before
    assert user.window.prompt.text() == "old words"
    assert user.window.params.values()["quality"] == 55
    assert "magic" not in user.window.params.values()
    assert user.message() == "gone-1 can't be used now; the rest of its settings was taken over."


async def test_an_example_can_be_changed_before_it_is_run(user: User) -> None:
    user.window.canvas.setFocus()
    user.window.form.put_prompt("sunset gradient")
    assert user.focus() is user.window.prompt
    user.write(" in blue")
    assert user.window.prompt.text() == "sunset gradient in blue"
    assert user.jobs() == []
    assert user.find(QLineEdit, "param_seed").text() == ""


# Many providers.


async def test_what_has_no_key_is_marked_before_the_keychain_is_asked(user: User) -> None:
    box = user.window.chooser.provider_box
    assert box.itemText(box.findData("onemin")) == "1min.ai (no key)"
    user.session.settings.set("kept_keys", "onemin")
    user.click("mode_generate")
    assert box.itemText(box.findData("onemin")) == "1min.ai (no key)", "menus are filled when they have to be"
    await user.open(user.file("photo.png"))
    assert box.itemText(box.findData("onemin")) == "1min.ai"


async def test_every_provider_without_a_key_leads_to_its_own_page(user: User) -> None:
    await user.open(user.file("photo.png"))
    needing = [one for one in user.session.queue.providers() if one.needs_key and one.id != "lab"]
    assert needing
    for provider in needing:
        if not user.window.chooser.choose(provider.id):
            continue  # it edits no pictures
        await until(lambda: run_words(user) == "Add a key…")
        user.click("run_button")
        page = user.find(QWidget, f"provider_page_{provider.id}")
        await until(page.isVisible)
        assert user.sees(f"key_field_{provider.id}")
        user.click("settings_close_button")
    assert user.jobs() == []


async def test_a_secret_of_a_provider_does_not_decide_whether_it_can_be_used(user: User) -> None:
    await user.open(user.file("photo.png"))
    user.window.chooser.choose("onemin")
    await until(lambda: run_words(user) == "Add a key…")
    await user.session.keys.set("onemin_bucket", "a-secret", "session")
    assert run_words(user) == "Add a key…"
    await user.session.keys.set("onemin", "a-key", "session")
    await until(lambda: run_words(user) == "Edit picture")


async def test_another_list_of_models_fills_the_menus_anew(program: Program, user: User) -> None:
    workshop = put_workshop(program)
    await user.open(user.file("photo.png"))
    box = user.window.chooser.model_box
    user.window.chooser.choose("lab")
    await user.session.catalogues.refresh("workshop")
    assert chosen(user)[0] == "lab", "what is chosen stays"
    assert user.window.chooser.choose("workshop", "two")
    workshop.answer = {"models": ["two", "four"]}
    await user.session.catalogues.refresh("workshop")
    assert [box.itemData(index) for index in range(box.count())] == ["two", "four"]
    assert chosen(user) == ("workshop", "two")


async def test_a_server_of_ones_own_may_need_no_key_where_the_public_one_does(user: User) -> None:
    await user.open(user.file("photo.png"))
    user.window.chooser.choose("openai")
    await until(lambda: run_words(user) == "Add a key…")
    user.session.settings.set("openai.base_url", "http://127.0.0.1:9/v1")
    await until(lambda: run_words(user) == "Edit picture")
    assert chosen(user)[0] == "openai"
    user.session.settings.set("openai.base_url", "")
    await until(lambda: run_words(user) == "Add a key…")


async def test_what_every_model_was_sent_comes_back_into_the_sidebar(user: User) -> None:
    """Models with the same parameters are one to the sidebar. Each is set to its default, or to one of its limits."""
    await user.open(user.file("photo.png"))
    every = [model for mode in ("edit", "generate") for model in user.session.models(mode)]
    user.window.hide()  # sixty sidebars need not be painted
    for model in {(model.mode, model.params): model for model in every}.values():
        values = {param.name: extreme(param, which % 3) for which, param in enumerate(model.params, len(model.id))}
        sent = complete(Recipe(f"words for {model.id}", model.provider, model.id).with_params(**values), model)
        user.session.recalled.emit(sent, "all")
        assert chosen(user) == (model.provider, model.id)
        assert user.window.form.generates is (model.mode == "generate")
        assert user.window.form.recipe() == sent
        assert user.window.params.problem() == ""


async def test_a_part_of_a_recipe_touches_nothing_else(user: User) -> None:
    await user.open(user.file("photo.png"))
    user.prompt("my words")
    form = user.window.form
    before = form.recipe()
    assert before is not None
    other = Recipe("old words", before.provider, before.model, {"quality": 55, "seed": 7})
    user.session.recalled.emit(other, "params")
    assert form.recipe() == before.with_params(quality=55)
    user.session.recalled.emit(other, "seed")
    assert form.recipe() == before.with_params(quality=55, seed=7)
    user.session.recalled.emit(other, "prompt")
    assert user.window.prompt.text() == "old words"


async def test_what_stood_in_the_panels_comes_back_with_an_undo(user: User) -> None:
    await user.open(user.file("photo.png"))
    node = await user.result("black and white")
    await user.use_lab()
    user.prompt("my words")
    user.window.params.set_values({"count": 3, "size": "640x480"})
    before = user.window.form.recipe()
    undo = user.session.undo
    user.session.recall(node, "all")
    recalled = user.window.form.recipe()
    assert recalled == node.used_recipe
    undo.undo()
    await undo.settle()
    assert user.window.form.recipe() == before
    undo.redo()
    await undo.settle()
    assert user.window.form.recipe() == recalled
