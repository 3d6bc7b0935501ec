"""The window at work: it connects the panels with the session, and the commands with what they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer

from flux_desktop.core.commands import COMMANDS
from flux_desktop.core.edit import JobState
from flux_desktop.core.keymap import Keymap
from flux_desktop.core.language import tr
from flux_desktop.core.menus import RESULT, VIEW
from flux_desktop.ui.desk.detail import DetailDesk
from flux_desktop.ui.desk.drop_zones import DropZones
from flux_desktop.ui.desk.edit_inputs import EditInputs
from flux_desktop.ui.desk.extend import ExtendDesk
from flux_desktop.ui.desk.finish import FinishDesk
from flux_desktop.ui.desk.hints import Hints
from flux_desktop.ui.desk.history import HistoryDesk
from flux_desktop.ui.desk.picture_in import PictureIn
from flux_desktop.ui.desk.picture_out import PictureOut
from flux_desktop.ui.desk.prompt import PromptDesk
from flux_desktop.ui.desk.recipe_in import RecipeIn
from flux_desktop.ui.desk.region import RegionDesk
from flux_desktop.ui.desk.region_wishes import RegionWishes
from flux_desktop.ui.desk.tree_files import TreeFiles
from flux_desktop.ui.desk.view_extras import ViewExtras
from flux_desktop.ui.desk.viewer import Viewer
from flux_desktop.ui.desk.window_dialogs import Dialogs
from flux_desktop.ui.docks import CanvasTab
from flux_desktop.ui.focusing import give_focus
from flux_desktop.ui.keymap import shown
from flux_desktop.ui.messages.ways import ways_of
from flux_desktop.ui.palette.desk import PaletteDesk
from flux_desktop.ui.panel_ring import PanelRing
from flux_desktop.ui.parts.empty_state import EmptyState
from flux_desktop.ui.shortcuts import add_letters, fill_menus
from flux_desktop.ui.wording import named_node

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from flux_desktop.core.commands import Need
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.params import Model
    from flux_desktop.services.job import Job
    from flux_desktop.services.session import Session
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["Desk"]

DOCKS = {"show_history": "history", "show_sidebar": "parameters", "show_queue": "queue"}
"""The commands that show and hide a dock."""


class Desk(QObject):
    """Everything between the panels of `window` and `session`; no panel knows another one."""

    def __init__(self, window: MainWindow, session: Session, drag_folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._drag_folder = drag_folder
        assert window.docks is not None, "filled first"
        self.docks = window.docks
        self._told: dict[str, FluxError] = {}
        self._refused: FluxError | None = None
        self._arrived: dict[str, HistoryNode] = {}

    def begin(self) -> Iterator[None]:
        """Put all together, with a pause after each part that takes some milliseconds.

        The window can react meanwhile, but nothing may be done by the user: not all is heard of yet.
        """
        yield from self._make_parts()
        self._commands = self._list_commands()
        self.actions = yield from fill_menus(self._window, self._window.menus, self.keymap, self.act)
        yield from self._give_keys()
        yield from self._attach_panels()
        self._connect_panels()
        self._connect_session()
        self.history.follow(self.actions)
        self.hints = Hints(self._window, self._session, self.keymap)
        self.viewer.completed.connect(self.hints.on_picture)
        yield
        self._finish_menus()

    def act(self, command: str) -> None:
        """Carry out a command of the menus or a key."""
        self.hints.done()
        self._commands[command]()
        self.hints.on_command(command)

    # Putting together.

    def _make_parts(self) -> Iterator[None]:
        window, session = self._window, self._session
        CanvasTab(window.canvas).pressed.connect(self.docks.toggle_all)
        self.zones = DropZones(window)
        self.viewer = Viewer(window.canvas, window.compare_bar, self)
        self.extras = ViewExtras(window.canvas, session)
        self.inputs = EditInputs(session, window.modes, window.references, self.zones)
        self.trees = TreeFiles(session, window)
        self.recipes = RecipeIn(session, window.chooser.model, window)
        yield
        self.pictures_in = PictureIn(session, window.canvas, self.zones, window, recipes=self.recipes, trees=self.trees)
        self.pictures_out = PictureOut(session, window.canvas, self._drag_folder, window)
        self.keymap = Keymap(session.settings)
        self.dialogs = Dialogs(window, session, self.keymap)
        self.history = HistoryDesk(window, session, self.viewer, self.dialogs, out=self.pictures_out, trees=self.trees)
        self.prompting = PromptDesk(window, session, self.dialogs, self.inputs)
        yield
        self.region = RegionDesk(window, session, self.keymap)
        yield
        self.finish = FinishDesk(window.canvas, window.messages, session, self.region.tools)
        self.extend = ExtendDesk(window, session, self.region.tools)
        self.finish.begun.connect(self.extend.end)  # one strip at a time
        self.extend.begun.connect(self.finish.end)
        self.wishes = RegionWishes(window, session, self.dialogs, self.prompting.edit_templates)
        self.detail = DetailDesk(window.canvas, window.messages, session)
        self.panels = PanelRing(window)
        self.palette = PaletteDesk(window, session, self)
        yield

    def _give_keys(self) -> Iterator[None]:
        for place in (self._window.canvas, self._window.tool_bar):
            add_letters(place, "canvas", self.keymap, self.act)
            yield
        self._window.canvas.set_keymap(self.keymap)
        self._name_keys()
        self.keymap.changed.connect(self._name_keys)
        yield

    def _attach_panels(self) -> Iterator[None]:
        window, session = self._window, self._session
        self.viewer.attach(session)
        yield
        yield from window.history.attaching(session, self._drag_folder, self.keymap)
        yield
        add_letters(window.history.list, "history", self.keymap, self.act)
        yield
        window.queue.attach(session)
        window.form.model_changed.connect(self._on_model)
        yield from window.form.attaching(session)
        yield
        window.messages.make_ahead()

    def _connect_panels(self) -> None:
        window = self._window
        history, bar = window.history, window.run_bar
        history.copy_requested.connect(self.pictures_out.copy)
        history.peek.connect(window.canvas.set_peek)
        bar.cancel_requested.connect(self._cancel)
        bar.add_key_requested.connect(self.dialogs.open_keys)
        bar.outgoing_requested.connect(self.dialogs.show_outgoing)
        window.foot.code_requested.connect(self.dialogs.show_code)
        bar.help_toggled.connect(self._show_help)
        window.queue.keys_requested.connect(self.dialogs.open_keys)
        window.queue.money_requested.connect(self.dialogs.open_money)
        window.queue.other_requested.connect(self._use_instead)
        window.queue.manual_requested.connect(self.dialogs.show_manual)
        window.queue.help_requested.connect(lambda: bar.help_button.setChecked(True))
        self.viewer.completed.connect(window.modes.settle)  # who sees the picture may do something with it
        for chosen in (window.canvas.sample_requested, window.canvas.recent_requested):
            chosen.connect(lambda *path: window.prompt.setFocus())  # its button goes, and one says now what to change
        window.references.add_requested.connect(self.pictures_in.ask_reference)
        window.messages.show_requested.connect(self._session.show)
        window.messages.action_requested.connect(self._take_step)
        window.messages.other_requested.connect(self._use_other)
        window.messages.help_requested.connect(self.dialogs.show_manual)
        self.recipes.offered.connect(window.messages.show_offer)
        window.references.paste_requested.connect(self.pictures_in.paste_reference)
        tellers = (self.pictures_in, self.pictures_out, self.recipes, self.trees, self.inputs, self.prompting)
        for source in (*tellers, window.form):
            source.told.connect(window.messages.show_info)

    def _connect_session(self) -> None:
        session, messages = self._session, self._window.messages
        session.notified.connect(messages.show_info)
        session.failed.connect(self._refuse)
        session.asked.connect(self.dialogs.ask_budget)
        session.opening.connect(self._on_opening)
        session.source_changed.connect(lambda node: self._title())
        session.current_changed.connect(self._on_current)
        session.comparison_changed.connect(lambda partner: self._enable())
        session.selection.changed.connect(self._enable)
        session.node_added.connect(self._on_result)
        session.queue.job_added.connect(self._on_new_job)
        session.queue.job_changed.connect(self._on_job)
        session.queue.job_removed.connect(lambda job: self._withdraw(job.id))

    def _finish_menus(self) -> None:
        recent = cast("QMenu", self.actions["open_recent"].menu())
        self.actions["manual"].setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)  # it helps in dialogs, too
        recent.aboutToShow.connect(lambda: self.pictures_in.fill_recent(recent))
        self._window.menus[VIEW].aboutToShow.connect(self._check)
        self._window.menus[RESULT].aboutToShow.connect(self._enable)
        self.docks.changed.connect(self._check)
        self._window.dock_actions = [self.actions[name] for name in (*DOCKS, "toggle_panels", "reset_layout")]
        self._check()
        self._enable()

    def _name_keys(self) -> None:
        """The empty canvas names the keys that lead to all others."""
        for empty in self._window.canvas.findChildren(EmptyState):
            empty.set_keys(shown(self.keymap, "palette"), shown(self.keymap, "keys_help"))

    def _check(self) -> None:
        """Tick what is the case: the window manager, too, may end the full screen."""
        window, actions = self._window, self.actions
        for name, dock in DOCKS.items():
            actions[name].setChecked(self.docks.all[dock].is_open)
        actions["full_screen"].setChecked(window.isFullScreen())
        self.extras.tick(actions)

    def _list_commands(self) -> dict[str, Callable[[], object]]:
        window, canvas, session = self._window, self._window.canvas, self._session
        return {
            "open": self.pictures_in.ask,
            "close_picture": session.close_picture,
            "export": lambda: self.pictures_out.export(session.current),
            "settings": self.dialogs.open_settings,
            "keys": self.dialogs.open_keys,
            "spending": self.dialogs.show_spending,
            "quit": window.close,
            "copy": lambda: self.pictures_out.copy(session.current),
            "paste": self.pictures_in.paste,
            "paste_reference": self.pictures_in.paste_reference,
            "add_reference": self.pictures_in.ask_reference,
            "run": window.prompt.submit,
            "run_first": window.form.run_first,
            "cancel": self._cancel,
            "prompt": lambda: give_focus(window.prompt),
            "outgoing": self.dialogs.show_outgoing,
            "code": self.dialogs.show_code,
            "zoom_in": canvas.zoom_in,
            "zoom_out": canvas.zoom_out,
            "fit": canvas.fit,
            "actual": lambda: canvas.zoom_to(1.0),
            "double": lambda: canvas.zoom_to(2.0),
            "toggle_zoom": canvas.toggle_zoom,
            "rotate_left": partial(canvas.turn, -1),
            "rotate_right": partial(canvas.turn, 1),
            **self.viewer.commands(),
            **self.extras.commands(),
            **{name: partial(self.docks.toggle, dock) for name, dock in DOCKS.items()},
            "toggle_panels": self.docks.toggle_all,
            "reset_layout": self.docks.reset,
            "next_panel": self.panels.next,
            "previous_panel": self.panels.previous,
            "full_screen": self._full_screen,
            "palette": self.palette.toggle,
            "help": window.run_bar.help_button.toggle,
            "keys_help": self.dialogs.show_keys,
            "manual": self.dialogs.show_manual_here,
            "about": self.dialogs.show_about,
            **self.history.commands(),
            **self.region.commands(),
            **self.prompting.commands(),
            **self.finish.commands(),
            **self.extend.commands(),
            **self.wishes.commands(),
            **self.detail.commands(),
        }

    # What the session tells.

    def _on_model(self) -> None:
        model = self._window.chooser.model()
        self.inputs.set_model(model)
        editing = self._window.form.edit_model()
        self.pictures_in.set_references_taken(editing.references if editing is not None else 0)
        if editing is not None:
            self._session.fit_region(editing)
        self.dialogs.renew_help()

    def _on_result(self, node: HistoryNode) -> None:
        # Whether the result goes to the canvas is decided when all have heard of it.
        self._arrived[node.id] = node
        QTimer.singleShot(0, self, self._tell_results)

    def _on_current(self, node: HistoryNode | None) -> None:
        if node is not None:
            self._arrived.pop(node.id, None)
        self._enable()

    def _tell_results(self) -> None:
        """Tell of the results that came in and that the canvas did not show."""
        for node in self._arrived.values():
            self._window.messages.show_result_ready(node)
        self._arrived.clear()

    def _on_new_job(self, job: Job) -> None:
        for id in list(self._told):
            self._withdraw(id)  # the user went on; the queue still tells it
        self._on_job(job)

    def _withdraw(self, id: str) -> None:
        if (error := self._told.pop(id, None)) is not None:
            self._window.messages.withdraw(error)

    def _on_job(self, job: Job) -> None:
        jobs = self._session.queue.jobs.values()
        running = any(not one.state.ended for one in jobs)
        self._window.run_bar.set_running(running)
        self.actions["cancel"].setEnabled(running)
        if job.state not in (JobState.FAILED, JobState.UNKNOWN):
            self._withdraw(job.id)
        elif job.error is not None and job.id not in self._told:
            self._told[job.id] = job.error
            retry, ways = job.state is JobState.FAILED, ways_of(self._session, job)
            self._window.messages.show_error(job.error, retry=retry, ways=ways)

    def _refuse(self, error: FluxError) -> None:
        self._refused = error
        self._window.messages.show_error(error)

    def _on_opening(self, name: str) -> None:
        if name and self._refused is not None:
            self._window.messages.withdraw(self._refused)  # the user went on
            self._refused = None

    def _title(self) -> None:
        source = self._session.source
        self._window.setWindowTitle(
            tr("{picture} – Flux Desktop", picture=named_node(source)) if source else "Flux Desktop"
        )

    def _enable(self) -> None:
        """Commands can be chosen only while what they need is there."""
        there = self._there()
        for command in COMMANDS:
            if command.needs:
                self.actions[command.id].setEnabled(command.needs in there)

    def _there(self) -> set[Need]:
        """What of all that a command may need is there now."""
        session = self._session
        current = session.current
        found: dict[Need, bool] = {
            "picture": current is not None,
            "result": self.history.chosen_result() is not None,
            "edited": current is not None and current.parent is not None,
            "part": session.finishing.can(current),
            "reduced": current is not None and session.changes.larger_before(current) is not None,
            "region": self.region.has_region,
            "pair": current is not None and session.other_side(current) is not None,
            "edit": any(not job.state.ended for job in session.queue.jobs.values()),
            "done": session.undo.can_undo,
            "undone": session.undo.can_redo,
        }
        return {need for need, there in found.items() if there}

    # What the user does.

    def _cancel(self) -> None:
        """End the newest edit that is on its way."""
        running = [job for job in self._session.queue.jobs.values() if not job.state.ended]
        if running:
            self._session.queue.cancel(running[-1].id)

    def _take_step(self, action: str, error: FluxError) -> None:
        """The button of `error`: what to do next."""
        job = self._job_of(error)
        if action == "open_keys":
            self.dialogs.open_keys(job.record.recipe.provider if job is not None else "")
        elif action == "open_money":
            self.dialogs.open_money()
        elif action == "open_help":
            self._window.run_bar.help_button.setChecked(True)
        elif action == "retry" and job is not None:
            self._session.retry(job.id)

    def _use_other(self, model: Model, error: FluxError) -> None:
        if (job := self._job_of(error)) is not None:
            self._use_instead(job, model)

    def _use_instead(self, job: Job, model: Model) -> None:
        """Go on with another provider: the panels then hold what failed, and nothing is sent."""
        self._session.use_instead(job, model)
        give_focus(self._window.prompt)

    def _job_of(self, error: FluxError) -> Job | None:
        """The job whose failure the message bar tells as `error`."""
        id = next((id for id, told in self._told.items() if told is error), "")
        return self._session.queue.jobs.get(id)

    def _show_help(self, wanted: bool) -> None:
        if wanted:
            self.docks.all["parameters"].bring()  # its place is there
        self.dialogs.show_help(wanted)

    def _full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
