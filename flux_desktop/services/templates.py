"""Prompts with places to fill in, and pieces to put into one: those that come with the program, and the user's own."""

from __future__ import annotations

import json
from typing import Literal, NamedTuple

from flux_desktop.core.language import marked
from flux_desktop.core.settings import Settings

__all__ = ["BUILT_IN", "ERASE", "REPLACE", "Kind", "Template", "Templates"]

Kind = Literal["template", "snippet"]

ERASE = "Remove the {subject}. Fill its place with what is around it. Keep everything else as it is."
REPLACE = "Replace the {subject} with {replacement}. Keep light, perspective and everything else as they are."
MOST = 200
"""Templates of the user's own."""
LONGEST = 4000
"""Characters of one."""
LONGEST_NAME = 80


class Template(NamedTuple):
    """A prompt with places like `{subject}`, or a snippet: a piece that is put in at the cursor. `name` is for menus.

    The text goes to models: it is English whatever the window speaks, unless its owner writes it otherwise.
    """

    name: str
    text: str
    kind: Kind = "template"


BUILT_IN: tuple[Template, ...] = (
    Template(marked("Change a colour"), "Make the {subject} #0066CC. Keep everything else as it is."),
    Template(
        marked("Change the background"),
        "Replace the background with {background}. Keep the {subject}, its edges and the light on it as they are.",
    ),
    Template(marked("Change the light"), "Light the scene with {light}. Keep all objects and the framing as they are."),
    Template(
        marked("Change the material"), "Make the {subject} of {material}. Keep its shape and everything else as it is."
    ),
    Template(
        marked("Change a text"),
        'Replace the text on the {subject} with "{words}" in the same lettering. Keep everything else as it is.',
    ),
    Template(
        marked("Use a reference"),
        "Dress the {subject} of image 1 in the {garment} of image 2. Keep face, pose and background as they are.",
    ),
    Template(marked("Keep the rest"), "Keep everything else as it is.", "snippet"),
    Template(marked("Keep the framing"), "Keep the framing and the perspective.", "snippet"),
    Template(marked("Keep faces"), "Keep faces, hair and poses as they are.", "snippet"),
    Template(marked("Same light"), "Match the light, the shadows and the grain of the picture.", "snippet"),
)


class Templates:
    """What `settings` hold of them. Of damaged settings what can be read counts."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def own(self) -> tuple[Template, ...]:
        """Those of the user, in their order."""
        try:
            kept = json.loads(self._settings.text("prompt_templates"))
        except (ValueError, RecursionError):
            return ()
        found = (_template(one) for one in kept) if isinstance(kept, list) else ()
        return tuple(template for template in found if template is not None)[:MOST]

    @own.setter
    def own(self, templates: tuple[Template, ...]) -> None:
        """Nameless ones are called by their first words, and what has no words is left out."""
        kept = [[_named(one), one.text.strip()[:LONGEST], one.kind] for one in templates if one.text.strip()]
        self._settings.set("prompt_templates", json.dumps(kept[:MOST], ensure_ascii=False))

    @property
    def erase(self) -> str:
        """The prompt that takes a thing out of a region, with `{subject}`."""
        return self._settings.text("template_erase").strip() or ERASE

    @erase.setter
    def erase(self, text: str) -> None:
        """Without words: the one that comes with the program."""
        self._settings.set("template_erase", _unless(ERASE, text))

    @property
    def replace(self) -> str:
        """The prompt that puts another thing into a region, with `{subject}` and `{replacement}`."""
        return self._settings.text("template_replace").strip() or REPLACE

    @replace.setter
    def replace(self, text: str) -> None:
        self._settings.set("template_replace", _unless(REPLACE, text))


def _unless(usual: str, text: str) -> str:
    """ "" for the usual text, so that a better one of a later version counts."""
    text = text.strip()[:LONGEST]
    return "" if text == usual else text


def _named(template: Template) -> str:
    name = " ".join(template.name.split()) or " ".join(template.text.split()[:4])
    return name[:LONGEST_NAME]


def _template(kept: object) -> Template | None:
    match kept:
        case [str(name), str(text), "template" | "snippet" as kind] if text.strip():
            return Template(name[:LONGEST_NAME], text[:LONGEST], kind)
    return None
