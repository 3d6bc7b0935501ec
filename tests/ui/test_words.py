"""Every word that is seen was given to a translator, and has the room that it needs in a longer language.

The window speaks a language that puts all translated words into brackets: what stands outside of them, nobody could
translate. Prompts, files and providers have names in brackets too, so that they do not count.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QTabWidget, QWidget

from flux_desktop.core.commands import COMMANDS
from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import KeyMissing, OutcomeUnknown, OutOfCredit, OverBudget, Refused
from flux_desktop.core.language import tr
from flux_desktop.ui.translating import use_language
from tests.ui.results import job_in, until
from tests.ui.windows import User
from tests.ui.words import cut_off, said_by, undisguised

NAMES = frozenset(
    {
        "Flux Desktop",
        "FLUX",
        "JPEG",
        "PNG",
        "WebP",
        "TIFF",
        "AVIF",
        "HEIC",
        "PSD",
        "OpenRaster",
        "Photoshop",
        "KB",
        "MB",
    }
)
FOREIGN = re.compile(
    r"manual_|licences|help_list|about_dialog\(QLabel|code_.*_button|recent_\d|qt_|Scroll(Left|Right)Button"
    r"|param_\w+\(\w+\)\.(item|cell|text|acc)|outgoing_fields.*cell\d+,[01]|outgoing_files.*,2|colour_loupe.*desc"
    r"|(erase|replace)_(prompt\(QLabel|subject.*place)"
)
"""Places of whole pages, prompts, facts, names and paths, and of Qt's own words, which are not disguised."""
LEFT_OUT = frozenset(
    (
        *("quit", "close_picture", "cancel", "undo", "redo", "delete"),
        *("full_screen", "toggle_panels", "show_history", "show_sidebar", "show_queue"),
        *("open", "add_reference", "import_tree", "export_tree", "export_layers"),
        *("import_palette", "region_load", "region_save"),
    )
)
"""Commands that take away what is to be looked at, or open a dialog of the system."""


@pytest.fixture(autouse=True)
def pseudo(qapp: QApplication) -> Iterator[None]:
    """Words in disguise, set before the window is made."""
    locale = QLocale()
    use_language(qapp, "pseudo", {})
    yield
    use_language(qapp, "en", {})
    QLocale.setDefault(locale)


def untold(user: User, root: QWidget | None = None) -> str:
    """What nobody could translate in the window or below `root`, a line each, with its place."""
    providers = user.session.queue.providers()
    names = NAMES | {provider.name for provider in providers}
    names |= {name for provider in providers for model in provider.offered() for name in (model.name, model.id)}
    names |= {str(user.folder), "png", "lab-large"}
    names |= {"dragged", *(path.stem for path in user.folder.glob("dragged/*"))}  # what was copied may have been pasted
    found = {
        f"{place}: {words}"
        for place, words in said_by(root or user.window)
        if not FOREIGN.search(place) and undisguised(words, names)
    }
    return "\n".join(sorted(found))


async def settled() -> None:
    """Until what was opened is laid out and has had its turn to be filled."""
    for _ in range(10):
        await asyncio.sleep(0)


async def some_work(user: User) -> None:
    """Results, marks, and jobs in every state."""
    await user.open(user.file("⟦photo⟧.png"))
    await user.use_lab()
    user.window.form.put_prompt("⟦first⟧")
    node = await user.result()
    user.session.marks.rate([node], 3)
    user.session.marks.note(node, "⟦note⟧")
    for error in (Refused(tr("The edit was cancelled.")), OutOfCredit("⟦no money⟧"), KeyMissing("⟦no key⟧")):
        job_in(user.session, JobState.FAILED, error, "⟦prompt⟧")
    job_in(user.session, JobState.UNKNOWN, OutcomeUnknown("⟦lost⟧"), "⟦prompt⟧")
    for state in (JobState.WAITING, JobState.RUNNING, JobState.CANCELLED):
        job_in(user.session, state, None, "⟦prompt⟧")
    user.click_row(node)


async def choose_all(user: User) -> None:
    """Each provider, with its parameters and what is said of its price."""
    for mode in ("mode_generate", "mode_edit"):
        user.click(mode)
        for provider in user.session.queue.providers():
            user.window.chooser.provider_box.choose(provider.id)
            for panel in (user.window.params, user.window.chooser):
                found = untold(user, panel)
                assert not found, f"{provider.id}:\n{found}"


async def open_all(user: User) -> None:
    """Everything that a command opens, each page of it; last what leads to the picture that is edited."""
    for command in sorted(COMMANDS, key=lambda command: command.id == "extend"):
        action = user.action(command.id)
        if command.id not in LEFT_OUT and action.isEnabled() and action.menu() is None:
            action.trigger()
            await settled()
    for tabs in user.window.findChildren(QTabWidget):
        for page in range(tabs.count()):
            tabs.setCurrentIndex(page)
            await settled()


async def open_wishes(user: User) -> None:
    """What asks for words about a region."""
    user.action("region_whole").trigger()
    await until(lambda: user.session.selection.mask is not None)
    for wish in ("erase", "replace"):
        user.action(wish).trigger()
        await settled()


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")  # of menus that are asked for
async def test_every_word_was_given_to_a_translator(user: User) -> None:
    found = untold(user)
    assert not found, f"\n{found}"
    await some_work(user)
    await choose_all(user)
    await open_all(user)
    await open_wishes(user)
    user.session.asked.emit(OverBudget(tr("The edit was cancelled."), asks=True), print)
    await settled()
    found = untold(user)
    assert not found, f"\n{found}"
    dialogs = {dialog.objectName() for dialog in user.window.findChildren(QDialog)}
    assert {"export_dialog", "sheet_dialog", "settings_dialog", "changes_dialog", "recipe_dialog"} <= dialogs
    assert {"templates_dialog", "erase_dialog", "replace_dialog"} <= dialogs
    cut = "\n".join(sorted(cut_off(user.window)))
    assert not cut, f"\n{cut}"


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
async def test_windows_begin_at_the_right(user: User, qapp: QApplication) -> None:
    """In a language that is read from right to left: the menus, the labels beside fields, and every dialog."""
    use_language(qapp, "pseudo-rtl", {})
    await open_all(user)
    window = user.window
    assert {dialog.layoutDirection() for dialog in window.findChildren(QDialog)} == {Qt.LayoutDirection.RightToLeft}
    bar = window.menuBar()
    places = [bar.actionGeometry(action).x() for action in bar.actions()]
    assert places == sorted(places, reverse=True)
    chooser = window.chooser
    label = next(label for label in chooser.findChildren(QLabel) if label.buddy() is chooser.provider_box)
    assert label.mapTo(window, QPoint()).x() > chooser.provider_box.mapTo(window, QPoint()).x()
    assert not (cut := list(cut_off(window))), cut
