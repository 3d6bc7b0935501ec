"""The menus of providers and of their models."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flux_desktop.core.language import marked, tr
from flux_desktop.core.params import Model
from flux_desktop.ui.naming import named, set_note
from flux_desktop.ui.parts.controls import ElidedLabel, QuietComboBox, label_width, plain_label
from flux_desktop.ui.parts.folding import FoldingRow
from flux_desktop.ui.theme import GAP, ROW, TIGHT
from flux_desktop.ui.wording import plain_tip

__all__ = ["ModelChooser", "ProviderModels"]

ProviderModels = tuple[str, str, Sequence[Model]]
"""A provider's id, its name, and its models for one mode."""
OFFLINE = "offline"
MODEL_NOTE = marked("The network that makes the picture")


class ModelChooser(QWidget):
    """Two menus. `model_chosen` tells every other model, whether the user chose it or the menus were filled anew."""

    model_chosen = Signal(object)
    """Carries the `Model`."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "model_chooser", tr("Provider and model"))
        self._models: dict[str, dict[str, Model]] = {}
        self._model: Model | None = None
        self._latest: dict[str, str] = {}
        self.provider_box = named(
            QuietComboBox(), "provider_box", tr("Provider"), tr("The service that makes the picture")
        )
        self.model_box = named(QuietComboBox(), "model_box", tr("Model"), tr(MODEL_NOTE))
        self._note = ElidedLabel("", "quiet", lines=2)
        named(self._note, "model_note")
        self._lay_out()
        self.provider_box.currentIndexChanged.connect(self._provider_changed)
        self.model_box.currentIndexChanged.connect(self._model_changed)

    def set_models(self, providers: Sequence[ProviderModels], without_key: Collection[str] = ()) -> None:
        """Fill the menus with the models of one mode. What is chosen stays, or at least its provider, where it can."""
        wanted = (self._model.provider, self._model.id) if self._model else ("", "")
        self._models = {id: {model.id: model for model in models} for id, _, models in providers if models}
        blocked = self.provider_box.blockSignals(True)
        self.provider_box.clear()
        for id, name, _ in providers:
            if id in self._models:
                self.provider_box.addItem(_provider_words(id, name, id in without_key), id)
        self.provider_box.choose(wanted[0])
        self.provider_box.blockSignals(blocked)
        self._fill_models(wanted[1])

    def choose(self, provider: str, model: str = "") -> bool:
        """Choose a model, or with "" the provider's first; False where the menus have no such thing."""
        if provider not in self._models or (model and model not in self._models[provider]):
            return False
        self._latest[provider] = model or next(iter(self._models[provider]))
        if self.provider_box.currentData() != provider:
            self.provider_box.choose(provider)
        else:
            self.model_box.choose(self._latest[provider])
        return True

    def model(self) -> Model | None:
        """The model that is chosen; None while the menus are empty."""
        return self._model

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, TIGHT, TIGHT + ROW + TIGHT, TIGHT)  # in line with the parameters below
        column.setSpacing(TIGHT)
        for words, box in ((tr("Provider"), self.provider_box), (tr("Model"), self.model_box)):
            label = plain_label(words)
            label.setBuddy(box)
            column.addWidget(FoldingRow(label, box, TIGHT, width=label_width(self)))
        column.addWidget(self._note)

    def _provider_changed(self) -> None:
        self._fill_models(self._latest.get(str(self.provider_box.currentData()), ""))

    def _fill_models(self, wanted: str) -> None:
        models = self._models.get(str(self.provider_box.currentData()), {})
        blocked = self.model_box.blockSignals(True)
        self.model_box.clear()
        for index, model in enumerate(models.values()):
            self.model_box.addItem(model.name, model.id)
            self.model_box.setItemData(index, plain_tip(_about(model)), 3)  # 3: the tooltip of an entry
        self.model_box.choose(wanted)
        self.model_box.blockSignals(blocked)
        self._model_changed()

    def _model_changed(self) -> None:
        provider = str(self.provider_box.currentData())
        model = self._models.get(provider, {}).get(str(self.model_box.currentData()))
        note = _about(model) if model else ""
        self._note.set_words(note)
        set_note(self.model_box, note or tr(MODEL_NOTE))
        if model is not None:
            self._latest[provider] = model.id
        if model is not None and model != self._model:
            self._model = model
            self.model_chosen.emit(model)


def _about(model: Model) -> str:
    """What it costs, and what should be known of it."""
    return " · ".join(tr(part) for part in (model.price, model.note) if part)


def _provider_words(id: str, name: str, without_key: bool) -> str:
    if id == OFFLINE:
        return tr("Offline (no AI)")
    return tr("{name} (no key)", name=name) if without_key else name
