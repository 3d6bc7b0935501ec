"""The scenes of the gallery: what is done in the window before a picture of it is taken.

A scene is a coroutine that uses the window like a person and gives what is to be in the picture: the window, a panel,
a dialog, a menu. To add one, write it, and put it into `SCENES` at the end.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMenu, QTabWidget, QToolButton, QWidget

from flux_desktop.core.edit import JobState
from flux_desktop.core.errors import KeyRefused, NotAPicture, OutcomeUnknown, OutOfCredit, Unreachable
from flux_desktop.core.history import HistoryNode
from flux_desktop.core.menus import MENUS
from flux_desktop.resources import resource
from tests.ui.results import job_in, until
from tests.ui.windows import CONTROL, User

__all__ = ["SCENES", "Scene", "dialog_on_top", "pause", "result", "sample", "settled"]

Scene = Callable[[User], Awaitable[QWidget]]
SWAP = "make the purple #0066cc"
PATIENCE = 60.0
"""Seconds."""
LONG = "Replace the sky by a sunset with a few high clouds; keep the buildings, the framing and the light as they are"


# What several scenes begin with.


async def sample(user: User) -> None:
    user.session.open_file(resource("sample.jpg"))
    await until(lambda: user.session.source is not None, PATIENCE)
    await settled(user)


async def _edited(user: User, *prompts: str) -> None:
    await sample(user)
    for prompt in prompts or ("warmer, film grain", SWAP):
        user.session.show(await result(user, prompt))
        await settled(user)


async def result(user: User, prompt: str) -> HistoryNode:
    """Run `prompt` and wait for the picture, on a slow computer, too."""
    job = await user.run(prompt)
    await until(lambda: job.state.ended and job.nodes, PATIENCE)
    return job.nodes[0]


async def settled(user: User) -> None:
    await until(lambda: user.session.current is not None and user.shown() == user.session.current.id, PATIENCE)


async def pause(seconds: float = 0.3) -> None:
    """So that thumbnails and differences come, which are worked out beside the window."""
    await asyncio.sleep(seconds)


def dialog_on_top() -> QDialog:
    """The dialog that was opened last."""
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    assert shown, "no dialog is open"
    return shown[-1]


# The window.


async def empty(user: User) -> QWidget:
    await pause()
    return user.window


async def picture(user: User) -> QWidget:
    await sample(user)
    return user.window


async def worked(user: User) -> QWidget:
    await _edited(user)
    user.prompt(LONG)
    await pause()
    return user.window


def comparing(mode: str) -> Scene:
    async def scene(user: User) -> QWidget:
        await _edited(user)
        user.click({"side_by_side": "compare_side"}.get(mode, f"compare_{mode}"))
        await pause(0.8 if mode == "difference" else 0.3)
        return user.window

    return scene


async def generating(user: User) -> QWidget:
    for prompt in ("sunset gradient", "blue marble", "palette of five warm colours", "bokeh lights"):
        await result(user, prompt)
    await pause()
    return user.window


async def help_open(user: User) -> QWidget:
    await sample(user)
    user.click("help_button")
    await pause()
    return user.window


async def panels_off(user: User) -> QWidget:
    await _edited(user)
    user.click_canvas()
    user.key(Qt.Key.Key_Tab)
    await pause()
    return user.window


async def tabbed(user: User) -> QWidget:
    await _edited(user)
    assert user.window.docks is not None
    own = user.window.docks.all
    user.window.tabifyDockWidget(own["parameters"], own["queue"])
    await pause()
    return user.window


async def bottom(user: User) -> QWidget:
    await _edited(user)
    assert user.window.docks is not None
    user.window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, user.window.docks.all["history"])
    await pause()
    return user.window


# Running, and what may come of it.


async def running(user: User) -> QWidget:
    await sample(user)
    await user.use_lab()
    user.lab.gate.clear()
    await user.run("make the sky blue")
    await user.run(LONG)
    await pause()
    return user.window


def failing(*errors: Exception) -> Scene:
    async def scene(user: User) -> QWidget:
        await sample(user)
        await user.use_lab()
        for error in errors:
            user.lab.errors = [error]  # type: ignore[list-item]
            job = await user.run("make the sky blue")
            await until(lambda job=job: job.state.ended, PATIENCE)  # type: ignore[misc]
        await pause()
        return user.window

    return scene


async def queue_states(user: User) -> QWidget:
    await sample(user)
    for state in JobState:
        error = {
            JobState.FAILED: OutOfCredit("Laboratory: the balance is $0.00."),
            JobState.UNKNOWN: OutcomeUnknown("The connection was lost."),
        }.get(state)
        job_in(user.session, state, error, f"{state}: make the sky blue")
    assert user.window.docks is not None
    user.window.docks.all["queue"].setFloating(True)
    user.window.docks.all["queue"].resize(360, 760)
    await pause()
    return user.window.docks.all["queue"]


# The message bar.


async def message_info(user: User) -> QWidget:
    await sample(user)
    user.window.messages.show_info("The picture was copied.")
    await pause()
    return user.window


async def message_result(user: User) -> QWidget:
    await _edited(user)
    user.window.messages.show_result_ready(next(iter(user.session.queue.jobs.values())).nodes[0])
    await pause()
    return user.window


async def message_error(user: User) -> QWidget:
    await sample(user)
    user.session.failed.emit(NotAPicture("holiday.txt is not a picture."))
    await pause()
    return user.window


# The history.


def listed(view: str) -> Scene:
    async def scene(user: User) -> QWidget:
        await _edited(user, "warmer, film grain", "watercolour", "black and white", SWAP)
        user.click(f"history_{view}_button")
        await pause(0.6)
        return user.window

    return scene


async def filtered(user: User) -> QWidget:
    await _edited(user)
    user.key(Qt.Key.Key_F, CONTROL)
    user.write("grain")
    user.click("history_filter_button")
    await pause(0.6)
    return user.window


async def selected(user: User) -> QWidget:
    await _edited(user, "warmer, film grain", "watercolour", "black and white")
    user.window.history.list.setFocus()
    user.key(Qt.Key.Key_A, CONTROL)
    await pause()
    return user.window


async def trash(user: User) -> QWidget:
    await _edited(user, "warmer, film grain", "watercolour")
    user.window.history.list.setFocus()
    user.key(Qt.Key.Key_Delete)
    user.action("show_trash").trigger()
    await pause()
    return user.window


# The parameters and references.


def parameters(provider: str, model: str) -> Scene:
    async def scene(user: User) -> QWidget:
        await sample(user)
        user.window.chooser.choose(provider, model)
        user.click("param_missing_button")
        await pause()
        return user.window.side

    return scene


async def parameter_wrong(user: User) -> QWidget:
    await sample(user)
    await user.use_lab()
    user.window.params.set_values({"steps": 40, "seed": 1234})
    user.window.findChild(QWidget, "param_size").setFocus()  # type: ignore[union-attr]
    user.write("large")
    await pause()
    return user.window


async def references(user: User) -> QWidget:
    await sample(user)
    await user.use_lab()
    for name in ("jacket.png", "lamp.png", "chair.png", "too-many.png"):
        user.session.add_reference_file(user.file(name))
        await pause(0.2)
    await pause()
    return user.window


async def model_menu(user: User) -> QWidget:
    await sample(user)
    user.window.chooser.provider_box.showPopup()
    await pause()
    return _popup(user.window.chooser.provider_box)


def _popup(box: QComboBox) -> QWidget:
    return box.view().window()


# Menus.


def menu(name: str) -> Scene:
    async def scene(user: User) -> QWidget:
        await _edited(user)
        opened = user.window.menus[name]
        await user.aside(lambda: opened.popup(user.window.mapToGlobal(QPoint(40, 40))))
        await pause()
        return opened

    return scene


async def dock_menu(user: User) -> QWidget:
    made = user.window.createPopupMenu()
    assert isinstance(made, QMenu)
    await user.aside(lambda: made.popup(user.window.mapToGlobal(QPoint(40, 40))))
    return made


# Dialogs.


def by_command(command: str, *, edited: bool = True, wait: float = 0.8) -> Scene:
    """The dialog that a command opens."""

    async def scene(user: User) -> QWidget:
        await (_edited(user) if edited else sample(user))
        user.prompt(SWAP)
        await user.aside(user.action(command).trigger)
        await pause(wait)
        return dialog_on_top()

    return scene


def settings(page: int) -> Scene:
    async def scene(user: User) -> QWidget:
        await sample(user)
        user.desk.dialogs.open_settings()
        await pause()
        dialog = dialog_on_top()
        pages = dialog.findChild(QTabWidget)
        assert pages is not None
        pages.setCurrentIndex(page)
        await pause(0.6)
        return dialog

    return scene


async def focus_button(user: User) -> QWidget:
    """Where the keyboard is, on several kinds of controls at once: the run bar's button, as an example."""
    await sample(user)
    user.prompt(SWAP)
    user.window.run_bar.run_button.setFocus(Qt.FocusReason.TabFocusReason)
    await pause()
    return user.window


async def pointed(user: User) -> QWidget:
    """A control under the mouse."""
    await sample(user)
    user.find(QToolButton, "zoom_in").setDown(True)
    await pause()
    return user.window


SCENES: Mapping[str, Scene] = {
    "empty": empty,
    "picture": picture,
    "worked": worked,
    **{f"compare-{mode}": comparing(mode) for mode in ("split", "side_by_side", "onion", "blink", "difference")},
    "generate": generating,
    "help": help_open,
    "panels-off": panels_off,
    "panels-tabbed": tabbed,
    "panels-bottom": bottom,
    "running": running,
    "failed": failing(Unreachable("The host can't be reached."), KeyRefused("The key was refused.")),
    "unknown": failing(OutcomeUnknown("The connection was lost.")),
    "queue-states": queue_states,
    "message-info": message_info,
    "message-result": message_result,
    "message-error": message_error,
    **{f"history-{view}": listed(view) for view in ("list", "grid", "tree")},
    "history-filter": filtered,
    "history-selection": selected,
    "history-trash": trash,
    "params-eachlabs": parameters("eachlabs", "flux-2-klein-4b-base-edit"),
    "params-bfl": parameters("bfl", ""),
    "params-wrong": parameter_wrong,
    "references": references,
    "provider-menu": model_menu,
    "focus": focus_button,
    "pressed": pointed,
    **{f"menu-{words.replace('&', '').lower()}": menu(words) for words in MENUS},
    "menu-dock": dock_menu,
    **{
        name: by_command(name)
        for name in ("export", "sheet", "spending", "outgoing", "code", "changes", "keys_help", "about", "note", "vary")
    },
    **{name: by_command(name) for name in ("palette", "manual", "show_settings")},
    **{f"settings-{page}": settings(page) for page in range(5)},
}
"""By the name of the picture. Each is played in a new window, on an empty library."""
