"""What helps to write a prompt: pictures and colours to point at, templates and snippets, and quiet hints."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from flux_desktop.core.language import tr
from flux_desktop.services.templates import Template, Templates
from flux_desktop.ui.desk.colour import ColourDesk
from flux_desktop.ui.focusing import give_focus
from flux_desktop.ui.menus import above
from flux_desktop.ui.wording import named_node

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton

    from flux_desktop.services.session import Session
    from flux_desktop.ui.desk.edit_inputs import EditInputs
    from flux_desktop.ui.desk.window_dialogs import Dialogs
    from flux_desktop.ui.main_window import MainWindow
    from flux_desktop.ui.prompt.completion import Completion, Offered

__all__ = ["PromptDesk"]

SOON_MS = 400
"""How long nothing has to be typed before a hint comes or goes."""


class PromptDesk(QObject):
    """Connects the prompt box and the line below it with `session`; `told` carries a sentence for the user.

    What is seldom used is made when it is first wanted.
    """

    told = Signal(str)

    def __init__(self, window: MainWindow, session: Session, dialogs: Dialogs, inputs: EditInputs) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._dialogs = dialogs
        self._inputs = inputs
        self.templates = Templates(session.settings)
        self.colours = ColourDesk(window, session)
        self._completion: Completion | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._connect()

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            **self.colours.commands(),
            "templates": self.edit_templates,
            "use_reference": self._use_reference,
        }

    # Templates.

    def edit_templates(self) -> None:
        """Show the user's own templates and snippets, and the prompts of Erase and Replace."""
        from flux_desktop.ui.dialogs.templates import TemplatesDialog

        self._dialogs.watched(TemplatesDialog(self.templates, self._window)).open()

    def put(self, template: Template) -> None:
        """Put a template in place of the prompt, or a snippet in at the cursor."""
        prompt = self._window.prompt
        if template.kind == "snippet":
            prompt.put_in(template.text)
        else:
            prompt.put_template(template.text)
        give_focus(prompt)

    # Private.

    def _connect(self) -> None:
        window, session, tools = self._window, self._session, self._window.prompt_tools
        tools.templates_button.clicked.connect(lambda: self._open_templates(tools.templates_button))
        tools.hint_dismissed.connect(self._dismiss)
        window.history.reference_requested.connect(lambda node: self._inputs.use([node]))
        self._inputs.crop_opened.connect(self.colours.follow_crop)
        self.colours.told.connect(self.told)
        window.prompt.textChanged.connect(self._on_text)
        self._soon.timeout.connect(self._show_hint)
        session.source_changed.connect(lambda node: self._soon.start())
        session.references_changed.connect(lambda nodes: self._soon.start())
        window.modes.mode_changed.connect(lambda mode: self._soon.start())
        session.settings.changed.connect(lambda name: self._soon.start() if name in ("hints", "model") else None)

    def _on_text(self) -> None:
        self._soon.start()
        if self._completion is None:
            from flux_desktop.ui.prompt.completion import Completion

            self._completion = Completion(self._window.prompt, self._offered)
            self._completion.look()

    def _offered(self) -> list[Offered]:
        """The pictures that are sent now, in the order of their numbers."""
        from flux_desktop.ui.prompt.completion import Offered

        source = self._session.source
        if source is None or self._window.form.generates:
            return []
        strip = self._window.references
        sent = self._session.references[: self._references_taken()]
        references = [Offered(named_node(node), strip.picture(node.id)) for node in sent]
        return [Offered(named_node(source), self._window.modes.chip.picture()), *references]

    def _references_taken(self) -> int:
        model = self._window.form.edit_model()
        return model.references if model is not None else 0

    def _show_hint(self) -> None:
        from flux_desktop.core.prompting import Situation, hint_for

        settings, tools, model = self._session.settings, self._window.prompt_tools, self._window.chooser.model()
        is_flux = model is not None and model.provider != "offline"
        situation = Situation(not self._window.form.generates, len(self._offered()), is_flux)
        hint = hint_for(self._window.prompt.text(), situation, self._dismissed()) if settings.get("hints") else None
        tools.show_hint(hint.id if hint else "", tr(hint.words) if hint else "")

    def _dismissed(self) -> list[str]:
        try:
            kept = json.loads(self._session.settings.text("prompt_hints_dismissed"))
        except (ValueError, RecursionError):
            return []
        return [id for id in kept if isinstance(id, str)] if isinstance(kept, list) else []

    def _dismiss(self, id: str) -> None:
        self._session.settings.set("prompt_hints_dismissed", json.dumps([*self._dismissed(), id]))
        self._show_hint()
        give_focus(self._window.prompt)

    def _open_templates(self, button: QToolButton) -> None:
        from flux_desktop.ui.prompt.template_menu import template_menu

        menu = template_menu(self.templates, self.put, self.edit_templates, button)
        menu.popup(above(button, menu))

    def _use_reference(self) -> None:
        history, current = self._window.history, self._session.current
        if history.list.hasFocus():
            self._inputs.use(history.chosen())
        elif current is not None:
            self._inputs.use([current])
