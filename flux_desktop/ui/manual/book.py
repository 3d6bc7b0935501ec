"""The pages of the manual in one language, read when they are first wanted, with what the program knows filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from flux_desktop.core.commands import command_named
from flux_desktop.core.help import PAGES
from flux_desktop.core.keymap import Keymap
from flux_desktop.core.language import tr
from flux_desktop.core.settings import DECLARATIONS
from flux_desktop.resources import resource
from flux_desktop.ui.keymap import shown
from flux_desktop.ui.manual.lists import LISTS
from flux_desktop.ui.manual.markdown import Block, blocks_of, html_of, plain
from flux_desktop.ui.wording import native

__all__ = ["ENGLISH", "Book", "Section", "file_of", "languages", "picture"]

ENGLISH = "en"
_LIST = re.compile(r"\{list:(\w+)\}")
_LABELS = {param.name: param.label for param in DECLARATIONS}


@dataclass(frozen=True)
class Section:
    """What stands under one heading of a page, `text` without markup.

    The first of `anchors` is its own, "" for what stands above the first heading; the others are those inside it.
    """

    page: str
    anchors: tuple[str, ...]
    title: str
    text: str

    @property
    def place(self) -> str:
        return f"{self.page}#{self.anchors[0]}" if self.anchors[0] else self.page

    def holds(self, words: list[str]) -> bool:
        """Whether all of `words`, in lower case, stand in it."""
        text = f"{self.title} {self.text}".casefold()
        return all(word in text for word in words)


def languages() -> list[str]:
    """The languages that there is a manual in, by their two letters."""
    return sorted(folder.name for folder in resource("manual").iterdir() if re.fullmatch("[a-z]{2}", folder.name))


def file_of(page: str, language: str) -> Path:
    """The file of `page`, the English one where there is none in `language`."""
    own = resource("manual") / language / f"{page}.md"
    return own if language in languages() and own.is_file() else resource("manual") / ENGLISH / f"{page}.md"


def picture(name: str) -> Path:
    """The file of a picture of the manual; an installer may leave it out."""
    return resource("screenshots") / name


class Book:
    """All pages in `language`. Keys are those of `keymap` at the time when a page is asked for."""

    def __init__(self, language: str, keymap: Keymap) -> None:
        self._language = language
        self._keymap = keymap
        self._blocks: dict[str, list[Block]] = {}

    def html(self, page: str) -> str:
        """The page `page` with its title; KeyError where there is none of that id."""
        title = f"<h1>{tr(PAGES[page])}</h1>"
        return f"{title}\n{html_of(self._read(page), self.fill)}"

    def sections(self, page: str) -> list[Section]:
        """The page in parts, in their order; the first one is what stands above all headings."""
        parts: list[list[Block]] = [[Block("h2", (tr(PAGES[page]),))]]
        for block in self._read(page):
            if block.kind == "h2":
                parts.append([block])
            else:
                parts[-1].append(block)
        return [self._section(page, part) for part in parts]

    def fill(self, kind: str, name: str) -> str:
        """What `{kind:name}` stands for; KeyError for what there is not.

        `key` is the key of a command that counts now, or where there is none its menu; `keys` all of them; `command` is
        where it stands in the menus, `label` its words; `setting` a setting's label; `page` a title; `words` are any
        others of the program, with their comment behind a bar. All are in the language in use.
        """
        if kind == "words":
            words, _, comment = name.partition("|")
            return tr(words, comment).replace("&", "")
        return self._known()[kind](name)

    def _section(self, page: str, part: list[Block]) -> Section:
        anchors = tuple(block.anchor for block in part if block.kind in ("h2", "h3"))
        title, *lines = (plain(line, self.fill) for block in part for line in block.lines)
        return Section(page, anchors, title, " ".join(lines))

    def _known(self) -> Mapping[str, Callable[[str], str]]:
        return {
            "key": lambda name: shown(self._keymap, name) or _in_menus(name),
            "keys": lambda name: tr(" or ", "between two keys").join(map(native, self._keymap.live_keys(name))),
            "command": _in_menus,
            "label": lambda name: command_named(name).label,
            "setting": lambda name: tr(_LABELS[name]),
            "page": lambda name: tr(PAGES[name]),
        }

    def _read(self, page: str) -> list[Block]:
        if page not in self._blocks:
            blocks = blocks_of(file_of(page, self._language).read_text("utf-8"))
            self._blocks[page] = [block for block in blocks if block.kind != "img" or picture(block.anchor).is_file()]
        return [made for block in self._blocks[page] for made in self._made(block)]

    def _made(self, block: Block) -> Iterable[Block]:
        """`block`, or where it stands for a list that the program writes, the parts of that."""
        found = _LIST.fullmatch(block.lines[0])
        return LISTS[found[1]](self._keymap) if found else [block]


def _in_menus(id: str) -> str:
    """`File › Export`, or where a command is in no menu its words."""
    command = command_named(id)
    return f"{tr(command.menu).replace('&', '')} › {command.label}" if command.menu else command.label
