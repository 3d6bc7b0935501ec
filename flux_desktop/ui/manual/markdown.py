"""From the Markdown of the manual to the HTML that Qt's text shows.

What our own pages use and no more: headings with an anchor (`## Title {#anchor}`), paragraphs, lists, tables, fenced
code, pictures, links, **bold**, *italic* and `code`. Beyond that, words in braces stand for what the program knows:
`{key:run}` is filled in by the reader, so that a page never names a key or a menu that is another by now.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

__all__ = ["Block", "Fill", "blocks_of", "html_of", "plain"]

Fill = Callable[[str, str], str]
"""From a kind and a name, as in `{key:run}`, to plain text."""

_HEADING = re.compile(r"(#{2,3}) (.+?) \{#([\w-]+)\}")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([\w/.-]+)\)")
_BULLET = re.compile(r"(?:-|\d+\.) ")
_INLINE = re.compile(
    r"\{(?P<kind>\w+):(?P<name>[^{}]+)\}"
    r"|`(?P<code>[^`]+)`"
    r"|\*\*(?P<bold>.+?)\*\*"
    r"|\*(?P<italic>.+?)\*"
    r"|\[(?P<words>[^\]]+)\]\((?P<target>[^)\s]+)\)"
)


@dataclass(frozen=True)
class Block:
    """A part of a page: `kind` is h2, h3, p, ul, ol, table, pre or img.

    `lines` are its entries (of a list), rows (of a table), lines (of code), or its text alone. `anchor` belongs to a
    heading; a picture has its file's name there and says in words what it shows.
    """

    kind: str
    lines: tuple[str, ...]
    anchor: str = ""


def blocks_of(text: str) -> list[Block]:
    """The parts of a page. ValueError for a heading without an anchor: it could not be linked to."""
    blocks: list[Block] = []
    for part in _parts(text):
        blocks.extend(_block(part))
    return blocks


def html_of(blocks: list[Block], fill: Fill) -> str:
    """HTML for Qt's rich text. Everything but our own markup is escaped."""
    return "\n".join(_html(block, fill) for block in blocks)


def plain(text: str, fill: Fill) -> str:
    """A line without its markup, as it is read and searched."""

    def shown(found: re.Match[str]) -> str:
        if found["kind"]:
            return fill(found["kind"], found["name"])
        inner = found["bold"] or found["italic"] or found["words"]
        return plain(inner, fill) if inner else found["code"]

    return _INLINE.sub(shown, text)


def _parts(text: str) -> Iterator[list[str]]:
    """Lines that belong together: those between empty ones, but code is one part whatever it contains."""
    part: list[str] = []
    for line in text.splitlines():
        in_code = bool(part) and part[0].startswith("```")
        if in_code or line.strip():
            part.append(line)
        if part and (line == "```" if in_code else not line.strip()):
            yield part
            part = []
    if part:
        yield part


def _block(part: list[str]) -> Iterator[Block]:
    first = part[0]
    if first.startswith("```"):
        yield Block("pre", tuple(line for line in part[1:] if line != "```"))
    elif first.startswith("#"):
        heading = _HEADING.fullmatch(first)
        if heading is None:
            raise ValueError(f"This heading has no anchor: {first}")
        yield Block(f"h{len(heading[1])}", (heading[2],), heading[3])
        if part[1:]:
            yield from _block(part[1:])
    elif picture := _PICTURE.fullmatch(" ".join(part)):
        yield Block("img", (picture[1],), picture[2])
    elif first.startswith("|"):
        yield Block("table", tuple(line for line in part if not line.startswith("| ---")))
    elif _BULLET.match(first):
        yield Block("ul" if first.startswith("-") else "ol", tuple(_entries(part)))
    else:
        yield Block("p", (" ".join(line.strip() for line in part),))


def _entries(part: list[str]) -> list[str]:
    entries: list[str] = []
    for line in part:
        if found := _BULLET.match(line):
            entries.append(line[found.end() :])
        else:
            entries[-1] += f" {line.strip()}"
    return entries


def _html(block: Block, fill: Fill) -> str:
    kind = block.kind
    if kind in ("h2", "h3"):
        return f'<{kind}><a name="{block.anchor}"></a>{_inline(block.lines[0], fill)}</{kind}>'
    if kind == "pre":
        return f"<pre>{escape(chr(10).join(block.lines))}</pre>"
    if kind == "img":
        return f'<p><img src="{block.anchor}" alt="{escape(plain(block.lines[0], fill))}"></p>'
    if kind == "table":
        return _table(block.lines, fill)
    if kind == "p":
        return f"<p>{_inline(block.lines[0], fill)}</p>"
    entries = "".join(f"<li>{_inline(entry, fill)}</li>" for entry in block.lines)
    return f"<{kind}>{entries}</{kind}>"


def _table(rows: tuple[str, ...], fill: Fill) -> str:
    """The first row is the heading."""
    lines = []
    for number, row in enumerate(rows):
        cell = "td" if number else "th"
        cells = (words.strip() for words in row.strip().strip("|").split("|"))
        lines.append("<tr>" + "".join(f"<{cell}>{_inline(words, fill)}</{cell}>" for words in cells) + "</tr>")
    return f'<table cellspacing="0" cellpadding="5">{"".join(lines)}</table>'


def _inline(text: str, fill: Fill) -> str:
    parts, end = [], 0
    for found in _INLINE.finditer(text):
        parts += [escape(text[end : found.start()]), _marked(found, fill)]
        end = found.end()
    return "".join([*parts, escape(text[end:])])


def _marked(found: re.Match[str], fill: Fill) -> str:
    if kind := found["kind"]:
        return f'<span class="{kind}">{escape(fill(kind, found["name"]))}</span>'
    if found["code"]:
        return f"<code>{escape(found['code'])}</code>"
    if found["bold"]:
        return f"<b>{_inline(found['bold'], fill)}</b>"
    if found["italic"]:
        return f"<i>{_inline(found['italic'], fill)}</i>"
    return f'<a href="{escape(found["target"])}">{_inline(found["words"], fill)}</a>'
