"""What helps to write a prompt: pictures and colours to point at, templates, hints, and what became of a colour."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from flux_desktop.core.language import plural, tr
from flux_desktop.services.colour_report import ColourReports, sentence
from flux_desktop.services.palettes import Palettes
from flux_desktop.services.templates import Template, Templates
from flux_desktop.ui.focusing import give_focus
from flux_desktop.ui.wording import named_node

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu, QToolButton, QWidget

    from flux_desktop.core.history import HistoryNode
    from flux_desktop.imaging.colour_reached import Reached
    from flux_desktop.imaging.palettes import Palette
    from flux_desktop.services.session import Session
    from flux_desktop.ui.colours.chips import PaletteChips
    from flux_desktop.ui.colours.eyedropper import Eyedropper, Look
    from flux_desktop.ui.colours.screen import ScreenPicker
    from flux_desktop.ui.edit_inputs import EditInputs
    from flux_desktop.ui.main_window import MainWindow
    from flux_desktop.ui.prompt.completion import Completion, Offered
    from flux_desktop.ui.references.crop_dialog import CropDialog
    from flux_desktop.ui.window_dialogs import Dialogs

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
        self.palettes = Palettes(session.library.path.parent / "palettes", session.undo)
        self.reports = ColourReports(session)
        self._completion: Completion | None = None
        self._chips: PaletteChips | None = None
        self._eyedropper: Eyedropper | None = None
        self._screen: ScreenPicker | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._connect()

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "eyedropper": self.toggle_eyedropper,
            "pick_screen": self.pick_screen,
            "import_palette": self.ask_palette,
            "templates": self.edit_templates,
            "use_reference": self._use_reference,
        }

    # Colours.

    def toggle_eyedropper(self) -> None:
        """Take the eyedropper in hand over the canvas, or put it away."""
        canvas = self._window.canvas
        if self._eyedropper is None:
            from flux_desktop.ui.canvas.under import pixels_around

            self._eyedropper = self._made_eyedropper(canvas, partial(pixels_around, canvas))
            self._eyedropper.ended.connect(lambda: self._window.prompt_tools.eyedropper_button.setChecked(False))
        if self._eyedropper.is_out or not canvas.has_picture:
            self._eyedropper.end()
            self._window.prompt_tools.eyedropper_button.setChecked(False)
            return
        give_focus(canvas)
        self._eyedropper.begin(self._side())
        self._window.prompt_tools.eyedropper_button.setChecked(True)

    def pick_screen(self) -> None:
        """Pick a colour from anywhere on the screen."""
        if self._screen is None:
            from flux_desktop.ui.colours.screen import ScreenPicker

            self._screen = ScreenPicker(self._window)
            self._screen.picked.connect(self._on_picked)
            self._screen.told.connect(self.told)
            self._screen.side_chosen.connect(self._keep_side)
        self._screen.begin(self._side())

    def ask_palette(self) -> None:
        """Let the user choose a palette of another program: its colours become chips of this picture."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QFileDialog

        kinds = (tr("Palettes (*.ase *.gpl *.ASE *.GPL)"), tr("All files (*)"))
        dialog = QFileDialog(self._window, tr("Import a palette"), "", ";;".join(kinds))
        dialog.setObjectName("palette_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.import_palette(Path(name)))
        dialog.open()

    def import_palette(self, path: Path) -> None:
        """Read the palette at `path`; `told` says how many colours came of it."""
        from flux_desktop.services.palettes import read_file

        self._session.in_background(lambda: read_file(path), partial(self._take_palette, path.name))

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
        tools.eyedropper_button.clicked.connect(self.toggle_eyedropper)
        tools.templates_button.clicked.connect(lambda: self._open_templates(tools.templates_button))
        tools.hint_dismissed.connect(self._dismiss)
        window.history.reference_requested.connect(lambda node: self._inputs.use([node]))
        self._inputs.crop_opened.connect(self._on_crop_opened)
        window.prompt.textChanged.connect(self._on_text)
        self._soon.timeout.connect(self._show_hint)
        session.source_changed.connect(self._on_source)
        session.references_changed.connect(lambda nodes: self._soon.start())
        session.settings.changed.connect(lambda name: self._soon.start() if name in ("hints", "model") else None)
        self.palettes.changed.connect(self._show_chips)
        self.palettes.failed.connect(session.failed.emit)
        self.reports.found.connect(self._tell_reached)
        self._on_source(session.source)

    def _on_text(self) -> None:
        self._soon.start()
        if self._completion is None:
            from flux_desktop.ui.prompt.completion import Completion

            self._completion = Completion(self._window.prompt, self._offered)

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

    # Colours, private.

    def _on_source(self, node: HistoryNode | None) -> None:
        self.palettes.show(node.root if node is not None else "")
        self._show_chips()
        self._soon.start()

    def _show_chips(self) -> None:
        swatches = self.palettes.swatches
        if self._chips is None and (swatches or self._session.source is not None):
            from flux_desktop.ui import icons
            from flux_desktop.ui.colours.chips import PaletteChips

            self._chips = PaletteChips()
            self._chips.chosen.connect(self._put_colour)
            self._chips.removed.connect(self.palettes.remove)
            self._chips.rename_wanted.connect(self._ask_name)
            self._chips.menu_wanted.connect(self._open_colours)
            self._window.prompt_tools.put_chips(self._chips)
            icons.redress(self._chips)
        if self._chips is not None:
            self._chips.set_swatches(swatches)

    def _made_eyedropper(self, place: QWidget, look: Look) -> Eyedropper:
        from flux_desktop.ui.colours.eyedropper import Eyedropper

        eyedropper = Eyedropper(place, look)
        eyedropper.picked.connect(self._on_picked)
        eyedropper.side_chosen.connect(self._keep_side)
        return eyedropper

    def _on_picked(self, colour: str) -> None:
        from flux_desktop.imaging.colour_words import written
        from flux_desktop.imaging.palettes import Swatch

        self.palettes.add(Swatch(colour))
        self._put_colour(written(colour))

    def _put_colour(self, words: str) -> None:
        self._window.prompt.put_in(words)
        if self._eyedropper is None or not self._eyedropper.is_out:
            give_focus(self._window.prompt)

    def _on_crop_opened(self, dialog: CropDialog) -> None:
        """Let the eyedropper be used on a reference that is seen large."""
        eyedropper = self._made_eyedropper(dialog.view, dialog.view.pixels_around)
        eyedropper.ended.connect(lambda: dialog.pick_button.setChecked(False))
        dialog.pick_toggled.connect(lambda on: eyedropper.begin(self._side()) if on else eyedropper.end())
        dialog.finished.connect(lambda result: eyedropper.end())

    def _side(self) -> int:
        return int(self._session.settings.text("eyedropper_side"))

    def _keep_side(self, side: int) -> None:
        self._session.settings.set("eyedropper_side", str(side))

    def _ask_name(self, colour: str) -> None:
        from flux_desktop.ui.colours.menu import ask_name

        known = next((one for one in self.palettes.swatches if one.colour == colour), None)
        if known is not None:
            ask_name(self._window, known, partial(self.palettes.rename, colour))

    def _take_palette(self, name: str, palette: Palette) -> None:
        count = self.palettes.add_all(palette)
        if count:
            words = plural(
                count, "{n} colour of {name} is a chip now.", "{n} colours of {name} are chips now.", name=name
            )
        else:
            words = tr("All colours of {name} are chips already.", name=name)
        self.told.emit(words)

    def _open_colours(self, button: QToolButton) -> None:
        from flux_desktop.ui.colours.menu import ColoursMenu

        menu = ColoursMenu(self.palettes.swatches, self._side(), button)
        menu.chosen.connect(self._put_colour)
        menu.side_chosen.connect(self._keep_side)
        menu.command_given.connect(lambda command: self.commands()[command]())
        menu.clear_wanted.connect(self.palettes.clear)
        menu.popup(_above(button, menu))

    def _open_templates(self, button: QToolButton) -> None:
        from flux_desktop.ui.prompt.template_menu import template_menu

        menu = template_menu(self.templates, self.put, self.edit_templates, button)
        menu.popup(_above(button, menu))

    def _use_reference(self) -> None:
        history, current = self._window.history, self._session.current
        if history.list.hasFocus():
            self._inputs.use(history.chosen())
        elif current is not None:
            self._inputs.use([current])

    def _tell_reached(self, node: HistoryNode, reached: tuple[Reached, ...]) -> None:
        """Say it of the picture that is looked at; of others it is found where their changes are told."""
        if self._session.current is not None and self._session.current.id == node.id:
            self.told.emit(sentence(reached))


def _above(button: QWidget, menu: QMenu) -> QPoint:
    """Where `menu` opens: above its button, which lies low in the window."""
    from PySide6.QtCore import QPoint

    return button.mapToGlobal(QPoint(0, -menu.sizeHint().height()))
