"""What an exported file carries beside its pixels: the recipe or not, and what is kept of the original's own notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout

from flux_desktop.core.history import HistoryNode
from flux_desktop.core.language import marked, tr
from flux_desktop.services.provenance import Marks
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import plain_label
from flux_desktop.ui.theme import MARGIN

if TYPE_CHECKING:
    from flux_desktop.imaging.camera import Camera
    from flux_desktop.services.session import Session

__all__ = ["ExportMarks"]

TELLS = marked("Prompt, model and seed travel in the file.")
SAFE = marked("No prompt, model or seed; only whether AI made the picture.")
SAFE_NOTE = marked("Whether AI made the picture is marked in every file: image platforms and the law expect it.")
ORIGINAL = marked("This is an original: it has no recipe.")
NO_ORIGINAL = marked("The picture was generated: there is no original.")
SAYS_NOTHING = marked("The original does not say it.")


class ExportMarks(QObject):
    """Rows of check boxes for `marks`. `changed` tells that the user chose something else."""

    changed = Signal()

    def __init__(self, form: QFormLayout, parent: QObject) -> None:
        super().__init__(parent)
        words = tr("Client-safe: without the recipe")
        self.client_safe = named(QCheckBox(words), "export_client_safe", tr("Client-safe"))
        self.date = named(QCheckBox(tr("Date taken")), "export_date", tr("Keep the date taken"))
        self.copyright = named(QCheckBox(tr("Copyright")), "export_copyright", tr("Keep the copyright"))
        self.author = named(QCheckBox(tr("Author")), "export_author", tr("Keep the author"))
        self.place = named(QCheckBox(tr("Place (GPS)")), "export_place", tr("Keep the place"))
        self._kept = (self.date, self.copyright, self.author, self.place)
        self._told = named(plain_label(tone="quiet"), "export_told")
        set_note(self.client_safe, tr(SAFE_NOTE))
        self._known: tuple[str, Camera | None] = ("", None)
        """The original that was looked at last, by its asset, and what it says."""
        self._node: HistoryNode | None = None
        self._lay_out(form)
        for box in (self.client_safe, *self._kept):
            box.toggled.connect(self._on_toggled)
        self._on_toggled()

    @property
    def marks(self) -> Marks:
        """What is chosen, also of what this original does not say."""
        return Marks(
            recipe=not self.client_safe.isChecked(),
            date=self.date.isChecked(),
            copyright=self.copyright.isChecked(),
            author=self.author.isChecked(),
            place=self.place.isChecked(),
        )

    def show_for(self, session: Session, node: HistoryNode) -> None:
        """Show what was chosen last, and find out in the background what there is to keep."""
        self._node = node
        self._show(Marks.chosen(session.settings))
        root = session.library.node(node.root)
        if root is None or not root.is_original:
            self._offer(None)
        elif self.knows(root):
            self._offer(self._known[1])
        else:
            self.look_at(session, root)

    def knows(self, original: HistoryNode) -> bool:
        """Whether it was found out what `original` says."""
        return self._known[0] == original.asset

    def look_at(self, session: Session, original: HistoryNode) -> None:
        """Find out in the background what an original says, perhaps before anybody wants to know."""

        def tell(camera: Camera) -> None:
            self._known = original.asset, camera
            if self._node is not None and self._node.root == original.id:
                self._offer(camera)

        if not self.knows(original):
            session.in_background(lambda: session.exporter.camera(original), tell)

    def _lay_out(self, form: QFormLayout) -> None:
        kept = QHBoxLayout()
        kept.setSpacing(MARGIN)
        for box in self._kept:
            kept.addWidget(box)
        kept.addStretch()
        form.addRow(tr("Recipe"), self.client_safe)
        form.addRow("", self._told)
        form.addRow(tr("Keep", "of what the original says"), kept)

    def _show(self, marks: Marks) -> None:
        self.client_safe.setChecked(not marks.recipe)
        self.date.setChecked(marks.date)
        self.copyright.setChecked(marks.copyright)
        self.author.setChecked(marks.author)
        self.place.setChecked(marks.place)
        self._tell()

    def _offer(self, camera: Camera | None) -> None:
        """Enable what the original says, and show it; None where there is no original."""
        words = ["", "", "", ""]
        if camera is not None:
            place = tr("The original says where it was taken.") if camera.place else ""
            words = [camera.taken, camera.copyright, ", ".join(camera.authors), place]
        for box, said in zip(self._kept, words, strict=True):
            box.setEnabled(bool(said))
            set_note(box, said or tr(SAYS_NOTHING if camera is not None else NO_ORIGINAL))

    def _on_toggled(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        original = self._node is not None and self._node.is_original
        self.client_safe.setEnabled(not original)
        self._told.setText(tr(ORIGINAL if original else SAFE if self.client_safe.isChecked() else TELLS))
