"""The next edit as code, to copy or to save with the pictures that it sends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from flux_desktop.core.language import plural, tr
from flux_desktop.services.code import LANGUAGES, Language
from flux_desktop.services.code.saving import in_the_way, no_code
from flux_desktop.ui.dialogs.code_colours import CodeColours
from flux_desktop.ui.messages.learn import LearnButton
from flux_desktop.ui.naming import named
from flux_desktop.ui.parts.controls import Segments, plain_label
from flux_desktop.ui.theme import GAP, MARGIN, ROW, set_tone

if TYPE_CHECKING:
    from flux_desktop.core.errors import FluxError
    from flux_desktop.core.script import Script
    from flux_desktop.services.session import Session

__all__ = ["CodeDialog"]


class CodeDialog(QDialog):
    """Beside the window, not over it. `show_script` fills and opens it."""

    refreshed = Signal()
    """The user wants to see the code for the present prompt and parameters."""
    help_requested = Signal(str)
    """Carries the place in the manual that says more about an error."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "code_dialog", tr("Copy as code"))
        self.setWindowTitle(tr("Copy as code"))
        self.setModal(False)
        self._session = session
        self._script: Script | None = None
        self._folder: Path | None = None
        self.languages = Segments([(known.id, f"code_{known.id}_button", known.name) for known in LANGUAGES])
        self.languages.choose(LANGUAGES[0].id)
        self._about = named(plain_label(tone="quiet", wrap=True), "code_about")
        self.text = named(_CodeView(), "code_text", tr("The code"))
        self._colours = CodeColours(self.text.document())
        self._told = named(plain_label(wrap=True), "code_told")
        self._told.hide()
        self._learn = LearnButton("code_help_button")
        self._learn.help_requested.connect(self.help_requested)
        self._buttons = {
            name: self._button(name, words)
            for name, words in (
                ("replace", tr("Replace")),
                ("refresh", tr("Refresh")),
                ("save", tr("Save with pictures…")),
                ("copy", tr("Copy")),
                ("close", tr("Close")),
            )
        }
        self._lay_out()
        self._connect()
        self.resize(780, 620)

    def show_working(self) -> None:
        """Open at once, while the code is still being worked out."""
        self._fill(None, tr("Working out the code…"))
        self.show()
        self.raise_()

    def show_script(self, script: Script | None, provider: str) -> None:
        """Open with the code of `script`; None where the runs of `provider` have none."""
        self._fill(script, _about(script) if script else " ".join(no_code(provider)))
        self.show()
        self.raise_()

    def show_problem(self, error: FluxError) -> None:
        """Say why there is no code for what is chosen now."""
        self._fill(None, f"{error.title} {error.hint}")
        self._learn.put(error)

    def language(self) -> Language:
        """The one that is chosen."""
        return next(known for known in LANGUAGES if known.id == self.languages.key())

    # Building.

    def _button(self, name: str, words: str) -> QPushButton:
        button = named(QPushButton(words), f"code_{name}_button", words)
        button.setAutoDefault(False)
        button.setMinimumHeight(ROW)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for widget in (self.languages, self._about):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addWidget(self._told)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._learn)
        row.addWidget(self._buttons["replace"])
        row.addStretch(1)
        for name in ("refresh", "save", "copy", "close"):
            row.addWidget(self._buttons[name])
        column.addLayout(row)
        self._buttons["replace"].hide()
        self._buttons["copy"].setProperty("primary", "true")

    def _connect(self) -> None:
        self.languages.chosen.connect(self._write)
        slots = {
            "replace": lambda: self._save(overwrite=True),
            "refresh": self.refreshed.emit,
            "save": self._choose_folder,
            "copy": self._copy,
            "close": self.close,
        }
        for name, slot in slots.items():
            self._buttons[name].clicked.connect(slot)

    # What it shows.

    def _fill(self, script: Script | None, about: str) -> None:
        self._script = script
        self._about.setText(about)
        set_tone(self._about, "quiet" if script else "")
        for name in ("save", "copy"):
            self._buttons[name].setEnabled(script is not None)
        with_files = script is None or bool(script.files)
        self._buttons["save"].setText(tr("Save with pictures…") if with_files else tr("Save…"))
        self._write()

    def _write(self) -> None:
        """Show the script in the language that is chosen."""
        self._say("")
        language = self.language()
        self._colours.choose(language.id)
        self.text.setPlainText(language.write(self._script) if self._script else "")

    def _say(self, words: str, tone: str = "", *, question: bool = False) -> None:
        """A sentence above the buttons; a `question` is answered by *Replace*."""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        set_tone(self._told, tone)
        self._learn.put(None)
        self._buttons["replace"].setVisible(question)

    # What it does.

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._say(tr("Copied."), "success")

    def _choose_folder(self) -> None:
        words = tr("Save the code in")
        dialog = named(QFileDialog(self, words), "code_folder_dialog", words)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.save_in(Path(folder)))
        dialog.open()

    def save_in(self, folder: Path) -> None:
        """Write the code and its pictures into `folder`; ask first where that would replace something."""
        script, language = self._script, self.language()
        if script is not None:
            self._folder = folder
            self._session.in_background(
                lambda: in_the_way(script, language, folder), self._on_looked, self._on_not_saved
            )

    def _on_looked(self, names: list[str]) -> None:
        if names:
            words = plural(
                len(names),
                "{names} exists already in {folder}. Replace it?",
                "{names} exist already in {folder}. Replace them?",
                names=tr(" and ").join(names),
                folder=self._folder,
            )
            self._say(words, "warning", question=True)
        else:
            self._save(overwrite=False)

    def _save(self, *, overwrite: bool) -> None:
        script, folder = self._script, self._folder
        if script is not None and folder is not None:
            self._say("")
            self._session.save_code(
                script, self.language(), folder, self._on_saved, self._on_not_saved, overwrite=overwrite
            )

    def _on_saved(self, written: list[Path]) -> None:
        names = ", ".join(path.name for path in written)
        self._say(tr("Saved in {folder}: {names}.", folder=written[0].parent, names=names), "success")

    def _on_not_saved(self, error: FluxError) -> None:
        self._say(f"{error.title} {error.hint}", "danger")
        self._learn.put(error)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_colours"):
            self._colours.renew()


class _CodeView(QPlainTextEdit):
    """Code to read and to copy from."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )


def _about(script: Script) -> str:
    """Which variable holds the key, and what has to lie beside the code."""
    if script.key:
        key = tr(
            "Your key for {provider} is not in the code: it is read from the environment variable {variable}.",
            provider=script.provider,
            variable=script.key,
        )
    else:
        key = tr("{provider} needs no key.", provider=script.provider)
    if not script.files:
        return key
    files = ", ".join(file.filename for file in script.files)
    beside = tr("Beside the code it needs {files}: “Save with pictures…” puts all in one folder.", files=files)
    return f"{key} {beside}"
