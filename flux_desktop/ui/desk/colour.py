"""Colours for the prompt: picked from a picture or the screen, kept as chips, and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from flux_desktop.core.language import plural, tr
from flux_desktop.services.colour_report import ColourReports, sentence
from flux_desktop.services.palettes import Palettes, folder_beside
from flux_desktop.ui.focusing import give_focus
from flux_desktop.ui.menus import above

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton, QWidget

    from flux_desktop.core.history import HistoryNode
    from flux_desktop.imaging.colour_reached import Reached
    from flux_desktop.imaging.palettes import Palette
    from flux_desktop.services.session import Session
    from flux_desktop.ui.colours.chips import PaletteChips
    from flux_desktop.ui.colours.eyedropper import Eyedropper, Look
    from flux_desktop.ui.colours.screen import ScreenPicker
    from flux_desktop.ui.main_window import MainWindow
    from flux_desktop.ui.references.crop_dialog import CropDialog

__all__ = ["ColourDesk"]

MENU_GOES_MS = 150
"""Until the menu that this was chosen in is not seen on the screen any more."""


class ColourDesk(QObject):
    """Connects eyedropper and chips with `session` and the prompt box; `told` carries a sentence for the user.

    What is seldom used is made when it is first wanted.
    """

    told = Signal(str)

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self.palettes = Palettes(folder_beside(session.library.path), session.undo)
        session.library_changed.connect(self.palettes.read_again)
        self.reports = ColourReports(session)
        self._chips: PaletteChips | None = None
        self._eyedropper: Eyedropper | None = None
        self._screen: ScreenPicker | None = None
        self._is_converted = False
        self._connect()

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "eyedropper": self.toggle_eyedropper,
            "pick_screen": self.pick_screen,
            "import_palette": self.ask_palette,
        }

    def toggle_eyedropper(self) -> None:
        """Take the eyedropper in hand over the canvas, or put it away."""
        canvas = self._window.canvas
        if self._eyedropper is None:
            from flux_desktop.ui.canvas.under import pixels_around

            self._eyedropper = self._made_eyedropper(canvas, partial(pixels_around, canvas))
            self._eyedropper.picked.connect(self._on_canvas)
            self._eyedropper.moved.connect(canvas.extras.look_at)
            self._eyedropper.ended.connect(lambda: None if canvas.underMouse() else canvas.extras.look_at(None))
            self._eyedropper.ended.connect(lambda: self._window.prompt_tools.eyedropper_button.setChecked(False))
        if self._eyedropper.is_out or not canvas.has_picture:
            self._eyedropper.end()
            self._window.prompt_tools.eyedropper_button.setChecked(False)
            return
        give_focus(canvas)
        self._look_for_profile()
        self._eyedropper.begin(self._side())
        self._window.prompt_tools.eyedropper_button.setChecked(True)

    def pick_screen(self) -> None:
        """Pick a colour from anywhere on the screen."""
        if self._screen is None:
            from flux_desktop.ui.colours.screen import ScreenPicker

            self._screen = ScreenPicker(self._window, self._session.in_background)
            self._screen.picked.connect(self._on_picked)
            self._screen.told.connect(self.told)
            self._screen.side_chosen.connect(self._keep_side)
        QTimer.singleShot(MENU_GOES_MS, self._screen, partial(self._screen.begin, self._side()))

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

    def follow_crop(self, dialog: CropDialog) -> None:
        """Let the eyedropper be used on a reference that is seen large."""
        eyedropper = self._made_eyedropper(dialog.view, dialog.view.pixels_around)
        eyedropper.picked.connect(self._keep_and_put)
        eyedropper.ended.connect(lambda: dialog.pick_button.setChecked(False))
        dialog.pick_toggled.connect(lambda on: eyedropper.begin(self._side()) if on else eyedropper.end())
        dialog.finished.connect(lambda result: eyedropper.end())

    # Private.

    def _connect(self) -> None:
        session, tools = self._session, self._window.prompt_tools
        tools.eyedropper_button.clicked.connect(self.toggle_eyedropper)
        session.source_changed.connect(self._on_source)
        self.palettes.changed.connect(self._show_chips)
        self.palettes.failed.connect(session.failed.emit)
        self.reports.found.connect(self._tell_reached)
        self._on_source(session.source)

    def _on_source(self, node: HistoryNode | None) -> None:
        self.palettes.show(node.root if node is not None else "")
        self._show_chips()

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
        eyedropper.side_chosen.connect(self._keep_side)
        return eyedropper

    def _look_for_profile(self) -> None:
        """Find out whether the canvas has the colours of a display, which are not those of the picture."""
        from flux_desktop.ui.canvas.display_colour import profile_of_display, screen_number

        settings, screen = self._session.settings, screen_number(self._window.canvas)
        self._session.in_background(lambda: bool(profile_of_display(settings, screen)), self._set_converted)

    def _set_converted(self, converted: bool) -> None:
        self._is_converted = converted

    def _on_canvas(self, colour: str) -> None:
        """Take the colour that was seen, or where the display has others that of the picture itself."""
        from flux_desktop.ui.canvas.under import place_under
        from flux_desktop.ui.colours.sampling import mean_of

        eyedropper, session = self._eyedropper, self._session
        place = place_under(self._window.canvas, eyedropper.point) if eyedropper and self._is_converted else None
        node = session.library.node(place.id) if place is not None else None
        if place is None or node is None or eyedropper is None:
            self._on_picked(colour)
            return
        x, y, side = place.x, place.y, eyedropper.side
        session.in_background(
            lambda: mean_of(session.pictures.image(node), x, y, side), lambda exact: self._on_picked(exact or colour)
        )

    def _on_picked(self, colour: str) -> None:
        """A colour of canvas or screen: one goes on writing, unless more are to be picked."""
        self._keep_and_put(colour)
        if self._eyedropper is None or not self._eyedropper.is_out:
            give_focus(self._window.prompt)

    def _keep_and_put(self, colour: str) -> None:
        from flux_desktop.imaging.colour_words import written
        from flux_desktop.imaging.palettes import Swatch

        self.palettes.add(Swatch(colour))
        self._window.prompt.put_in(written(colour))

    def _put_colour(self, words: str) -> None:
        """A chip was chosen."""
        self._window.prompt.put_in(words)
        give_focus(self._window.prompt)

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
        menu.popup(above(button, menu))

    def _tell_reached(self, node: HistoryNode, reached: tuple[Reached, ...]) -> None:
        """Say it of the picture that is looked at; of others it is found where their changes are told."""
        if self._session.current is not None and self._session.current.id == node.id:
            self.told.emit(sentence(reached))
