"""The recipe of the next edit: what prompt box, menus, sidebar and run bar say together, and where it goes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, QTimer, Signal

from flux_desktop.core.language import marked, tr
from flux_desktop.ui.focusing import give_focus
from flux_desktop.ui.prompt.price_tag import PriceTag

if TYPE_CHECKING:
    from flux_desktop.core.edit import Recipe
    from flux_desktop.core.params import Model, Value
    from flux_desktop.services.session import Recall, Session
    from flux_desktop.ui.params.model_chooser import ModelChooser
    from flux_desktop.ui.params.panel import ParamPanel
    from flux_desktop.ui.prompt.box import PromptBox
    from flux_desktop.ui.prompt.mode_bar import ModeBar
    from flux_desktop.ui.prompt.run_bar import RunBar

__all__ = ["EditForm"]

STARTING = marked("One moment: the program is still starting.")
NO_PROMPT = marked("Write what should change.")
NO_WORDS = marked("Write what the picture should show.")
SAVE_AFTER_MS = 500
EARLIER_PROMPTS = 200
MODEL_SETTING = {"edit": "model", "generate": "generate_model"}


class EditForm(QObject):
    """Joins the panels that the user fills in. They own what they show; this asks them once, when an edit is run.

    `model_changed` tells of another model or mode, `told` carries a sentence for the user.
    """

    told = Signal(str)
    model_changed = Signal()

    def __init__(
        self, prompt: PromptBox, chooser: ModelChooser, params: ParamPanel, modes: ModeBar, bar: RunBar
    ) -> None:
        super().__init__(bar)
        self._prompt, self._chooser, self._params, self._modes, self._bar = prompt, chooser, params, modes, bar
        self._session: Session | None = None
        self._with_key: dict[str, bool] = {}
        self._earlier: list[str] = []
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_AFTER_MS)
        self._saving.timeout.connect(self._save_params)
        self._expected: Iterator[None] = iter(())
        self._expecting = QTimer(self)
        self._expecting.timeout.connect(self._expect_further)
        self._price = PriceTag(bar)
        bar.set_blocked(tr(STARTING))
        self._on_mode(modes.mode())

    def attach(self, session: Session) -> None:
        """Fill the menus and bring back what stood here when the program ended."""
        for _ in self.attaching(session):
            pass

    def attaching(self, session: Session) -> Iterator[None]:
        """`attach` with pauses, in which the window can react."""
        self._session = session
        self._price.attach(session)
        settings = session.settings
        self._chooser.model_chosen.connect(self._on_model)
        self._params.set_values(_values(settings.text("draft_params")))
        self._list_models()
        yield
        if (model := self._chooser.model()) is not None:
            yield from self._params.prepare(model)
        self._take_chosen()
        yield
        if not self._prompt.text():
            self._prompt.set_text(settings.text("draft_prompt"))
        self._earlier = session.library.recent_prompts(EARLIER_PROMPTS)
        self._prompt.set_history(self._earlier)
        self._connect(session)
        self._refresh()

    def recipe(self) -> Recipe | None:
        """All of the next edit but its pixels; None while there is no model to choose."""
        from flux_desktop.core.edit import Recipe

        self._modes.settle()  # another mode has other models
        model = self._chooser.model()
        if model is None:
            return None
        return Recipe(self._prompt.text(), model.provider, model.id, self._params.values())

    @property
    def generates(self) -> bool:
        """Whether the words alone will make the picture."""
        return self._modes.mode() == "generate"

    def edit_model(self) -> Model | None:
        """The model that would edit a picture, also while words alone make one."""
        if self._session is None or not self.generates:
            return self._chooser.model()
        settings = self._session.settings
        own = [model for model in self._session.models("edit") if model.provider == settings.text("provider")]
        return next((model for model in own if model.id == settings.text("model")), own[0] if own else None)

    def run_first(self) -> None:
        """Queue the edit before those that wait."""
        self.run(first=True)

    def run(self, *, first: bool = False) -> None:
        """Queue the edit, or say why it can't be; what is typed stays."""
        recipe = self.recipe()
        if self._session is None or recipe is None:
            return
        if not self._with_key.get(recipe.provider, True):
            self._bar.add_key_requested.emit()
        elif problem := self._problem():
            self.told.emit(problem)
        else:
            self._session.submit(recipe, self.generates, first=first)

    def run_words(self, words: str) -> None:
        """Queue an edit of the open picture by these words; what is typed stays, unless the edit can't be."""
        self._modes.set_mode("edit")
        recipe = self.recipe()
        if self._session is None or recipe is None:
            return
        if not self._with_key.get(recipe.provider, True):
            self._prompt.set_text(words)
            self._bar.add_key_requested.emit()
        elif problem := self._params.problem():
            self.told.emit(problem)
        else:
            self._session.submit(replace(recipe, prompt=words), generate=False)

    def use_model(self, model: Model) -> None:
        """Choose `model` as the menus do; one that edits waits for a picture where none is open."""
        self._choose(model.provider, model.id)

    def put_prompt(self, words: str) -> None:
        """Put an example into the prompt box, where it can be changed before it is run."""
        self._prompt.set_text(words)
        give_focus(self._prompt)

    def recall(self, recipe: Recipe, what: Recall) -> None:
        """Take over all of `recipe`, or a part; what the models of today cannot take is left out.

        The seed is a part of its own: `params` are the other ones.
        """
        seedless = dict(recipe.with_seed(None).params)
        if what in ("all", "all_but_seed"):
            self._choose(recipe.provider, recipe.model)
            self._params.reset()
        if what in ("all", "all_but_seed", "params"):
            self._params.set_values(dict(recipe.params) if what == "all" else seedless)
        if what == "seed" and recipe.seed is not None:
            self._params.set_values({"seed": recipe.seed})
        if what in ("all", "all_but_seed", "prompt"):
            self._prompt.set_text(recipe.prompt)

    def keep_draft(self) -> Callable[[], None]:
        """What puts back everything that stands in the panels now: for the undo of a recall."""
        model, words, params = self._chooser.model(), self._prompt.text(), self._params.chosen()

        def put_back() -> None:
            if model is not None and model != self._chooser.model():
                self._choose(model.provider, model.id)
            self._params.reset()
            self._params.set_values(params)
            self._prompt.set_text(words)

        return put_back

    def save(self) -> None:
        """Keep what is typed for the next start: the window closes."""
        if self._session is not None:
            self._session.settings.set("draft_prompt", self._prompt.text())
            self._save_params()

    # Private.

    def _connect(self, session: Session) -> None:
        settings = session.settings
        session.opening.connect(lambda name: self._expect_picture() if name else None)
        self._modes.mode_changed.connect(self._on_mode)
        self._params.values_changed.connect(self._refresh)
        self._params.values_changed.connect(self._saving.start)
        self._prompt.textChanged.connect(self._refresh)
        self._prompt.draft_changed.connect(lambda words: settings.set("draft_prompt", words))
        self._prompt.submitted.connect(self.run)
        self._bar.run_requested.connect(self._prompt.submit)
        session.recalled.connect(self.recall)
        session.keep_draft = self.keep_draft
        session.source_changed.connect(lambda node: self._on_source())
        session.references_changed.connect(lambda nodes: self._refresh())
        session.keys.changed.connect(self._on_key)
        session.catalogues.changed.connect(self._renew)
        settings.changed.connect(self._on_setting)
        session.queue.job_added.connect(lambda job: self._remember(job.record.recipe.prompt))

    def _on_source(self) -> None:
        if not self._modes.expects_source:  # else all is told anew with the mode that comes
            self._refresh()

    def _expect_picture(self) -> None:
        """Make the rows of the model that will edit it, as long as the picture is being read."""
        model = self.edit_model()
        if self.generates and model is not None:
            self._expected = self._params.prepare(model)
            self._expecting.start()

    def _expect_further(self) -> None:
        if self.generates:
            for _ in self._expected:
                return  # the next one in another turn of the loop
        self._expecting.stop()

    def _remember(self, prompt: str) -> None:
        words = prompt.strip()
        self._earlier = [words, *(old for old in self._earlier if old != words)][:EARLIER_PROMPTS]
        self._prompt.set_history(self._earlier)

    def _on_key(self, name: str) -> None:
        """A key is set or deleted; further secrets of a provider do not decide whether it can be used."""
        assert self._session is not None, "attached first"
        if any(provider.id == name for provider in self._session.queue.providers()):
            self._ask_for_key(name)

    def _on_setting(self, name: str) -> None:
        """Another address or option of a provider may need a key where the one before needed none."""
        provider, dot, _ = name.partition(".")
        if dot:
            self._with_key.pop(provider, None)
            self._renew()

    def _renew(self, provider: str = "") -> None:
        """A provider has other models now, or other parameters for the same ones."""
        del provider
        self._fill_menus()
        self._refresh()

    def _ask_for_key(self, provider: str) -> None:
        assert self._session is not None, "attached first"

        def told(has: bool) -> None:
            if self._with_key.get(provider) != has:
                self._with_key[provider] = has
                self._fill_menus()
                self._refresh()

        self._session.run(self._session.keys.has(provider), told)

    def _fill_menus(self) -> None:
        self._list_models()
        self._take_chosen()

    def _list_models(self) -> None:
        """The providers and models of the mode; what was last chosen for it is chosen again."""
        assert self._session is not None, "attached first"
        mode, settings = self._modes.mode(), self._session.settings
        every = [
            (provider.id, provider.name, [model for model in provider.offered() if model.mode == mode])
            for provider in self._session.queue.providers()
        ]
        without = [id for id, _, _ in every if not self._with_key.get(id, self._session.keys.known(id))]
        wanted, model = settings.text("provider"), settings.text(MODEL_SETTING[mode])
        with QSignalBlocker(self._chooser):  # what the program chooses is no choice of the user
            self._chooser.set_models(every, without)
            if not self._chooser.choose(wanted, model):
                self._chooser.choose(wanted)

    def _take_chosen(self) -> None:
        if (chosen := self._chooser.model()) is not None:
            self._take(chosen)
        else:
            self.model_changed.emit()

    def _choose(self, provider: str, model: str) -> None:
        """Choose a model of either mode; with a picture open, an edit's brings the mode along."""
        assert self._session is not None, "attached first"
        modes = ("edit", "generate")
        known = [
            one for mode in modes for one in self._session.models(mode) if (one.provider, one.id) == (provider, model)
        ]
        for one in known:
            self._modes.set_mode(one.mode)
        if self._chooser.choose(provider, model):
            return
        if known and known[-1].mode == "edit" and self.generates:
            self._wait_for_picture(known[-1])
        else:
            self.told.emit(tr("{model} can't be used now; the rest of its settings was taken over.", model=model))

    def _wait_for_picture(self, model: Model) -> None:
        """No picture is open that `model` could change: it is chosen as soon as there is one."""
        assert self._session is not None, "attached first"
        self._session.settings.set("provider", model.provider)
        self._session.settings.set(MODEL_SETTING["edit"], model.id)
        self._fill_menus()
        self.told.emit(tr("{model} changes a picture: open one to go on.", model=model.name))

    def _on_model(self, model: Model) -> None:
        assert self._session is not None, "attached first"
        self._session.settings.set("provider", model.provider)
        self._session.settings.set(MODEL_SETTING[model.mode], model.id)
        self._take(model)
        self._refresh()

    def _take(self, model: Model) -> None:
        """Go on with `model`; whether its provider has a key is asked when it is first chosen.

        Not before: the keychain may have to be unlocked, and that is no question for the start of the program.
        """
        self._params.set_model(model)
        assert self._session is not None, "attached first"
        if model.provider not in self._with_key:
            self._with_key[model.provider] = self._session.keys.known(model.provider)
            self._ask_for_key(model.provider)
        self.model_changed.emit()

    def _on_mode(self, mode: str) -> None:
        self._prompt.set_mode(mode)
        self._bar.set_mode(mode)
        if self._session is not None:
            self._fill_menus()
            self._refresh()

    def _problem(self) -> str:
        """Why nothing can be run now; "" when it can."""
        if self._session is None:
            return tr(STARTING)
        if not self._prompt.text().strip():
            return tr(NO_WORDS) if self.generates else tr(NO_PROMPT)
        return self._params.problem()

    def _refresh(self) -> None:
        """Let the run bar say what a run would do, and cost, now."""
        recipe, model = self.recipe(), self._chooser.model()
        if self._session is None or recipe is None or model is None:
            return
        count = recipe.params.get("count", 1)
        has_key = self._with_key.get(recipe.provider, True)
        self._bar.set_count(count if isinstance(count, int) else 1)
        self._bar.set_has_key(has_key)
        self._bar.set_blocked("" if not has_key else self._problem())
        self._price.show(recipe, self.generates, model, is_valid=not self._params.problem(), has_key=has_key)

    def _save_params(self) -> None:
        if self._session is not None:
            self._session.settings.set("draft_params", json.dumps(self._params.chosen()))


def _values(text: str) -> dict[str, Value]:
    """The parameters kept in a setting; none of a damaged one."""
    try:
        kept = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    return {name: value for name, value in kept.items() if isinstance(value, str | int | float | bool)}
