"""The menu of templates and snippets: those of the program, and the user's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from flux_desktop.core.language import tr
from flux_desktop.services.templates import BUILT_IN, Template
from flux_desktop.ui.naming import named

if TYPE_CHECKING:
    from flux_desktop.services.templates import Templates

__all__ = ["template_menu"]


def template_menu(
    templates: Templates, choose: Callable[[Template], object], edit: Callable[[], object], parent: QWidget
) -> QMenu:
    """A menu that hands what is chosen to `choose`; its last entry is for those of the user."""
    menu = named(QMenu(parent), "templates_menu", tr("Templates and snippets"))
    every = (*BUILT_IN, *templates.own)
    _add(menu, tr("Templates"), [one for one in every if one.kind == "template"], choose)
    _add(menu, tr("Snippets"), [one for one in every if one.kind == "snippet"], choose)
    menu.addSeparator()
    menu.addAction(tr("Edit templates…")).triggered.connect(lambda checked=False: edit())
    menu.setToolTipsVisible(True)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add(menu: QMenu, title: str, templates: Sequence[Template], choose: Callable[[Template], object]) -> None:
    heading = menu.addAction(title)
    heading.setEnabled(False)
    for template in templates:
        entry = menu.addAction(tr(template.name).replace("&", "&&"))
        entry.setToolTip(template.text.replace("<", "‹"))
        entry.triggered.connect(lambda checked=False, template=template: choose(template))
    menu.addSeparator()
