"""XMP packets: properties of a picture as XML that other programs read as well.

Written by hand, because a packet is little more than escaped text. Read by expat alone and not by a library that
builds a tree: a packet from a file may be nested as deep as its bytes allow. A DOCTYPE is refused, so there are no
entities that could grow or point at files.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

__all__ = ["EXTENSION", "LONGEST", "NAMESPACES", "Properties", "packet", "properties", "sum_of"]

Properties = Mapping[str, tuple[str, ...]]
"""Values by the property's name with its usual prefix, e.g. `dc:creator`; one value but for lists."""

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "dc": "http://purl.org/dc/elements/1.1/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "xmpNote": "http://ns.adobe.com/xmp/note/",
        "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
        "flux": "urn:flux-desktop:recipe:1#",
    }
)
EXTENSION = "xmpNote:HasExtendedXMP"
"""In the packet of a JPEG: the sum of a longer packet that goes on where this one ends."""

LONGEST = 2 * 2**20
"""Bytes of a packet that is read: a recipe at its longest, in the longest way to write it."""

_DEEPEST = 32
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_ROOT, _DESCRIPTION, _ITEM, _RESOURCE = (f"{_RDF} {name}" for name in ("RDF", "Description", "li", "resource"))
_LISTS = {"dc:creator": "Seq", "dc:rights": "Alt"}
_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def packet(values: Properties) -> bytes:
    """A packet with these properties, in UTF-8. Characters that XML cannot hold become U+FFFD."""
    used = {name.partition(":")[0] for name in values}
    spaces = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in NAMESPACES if prefix in used)
    text = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n<rdf:RDF xmlns:rdf="{_RDF}">\n<rdf:Description rdf:about=""{spaces}>\n'
        + "".join(f"<{name}>{_value(name, value)}</{name}>\n" for name, value in values.items())
        + '</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>'
    )
    return text.encode()


def properties(data: bytes) -> Properties:
    """The properties of the packet `data` in the namespaces that are known here; {} if it is none or too long."""
    if not 0 < len(data) <= LONGEST:
        return {}
    reader = _Reader()
    try:
        reader.read(data.strip(b"\0").decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, expat.ExpatError):
        return {}
    return reader.found


def sum_of(packet: bytes) -> str:
    """The name by which a short packet points at this longer one."""
    return hashlib.md5(packet, usedforsecurity=False).hexdigest().upper()


def _value(name: str, values: tuple[str, ...]) -> str:
    kind = _LISTS.get(name)
    if kind is None:
        return _text(values[0])
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    items = "".join(f"<rdf:li{language}>{_text(value)}</rdf:li>" for value in values)
    return f"<rdf:{kind}>{items}</rdf:{kind}>"


def _text(value: str) -> str:
    return html.escape(_NOT_XML.sub("\ufffd", value), quote=False).replace("\r", "&#13;")


class _Reader:
    """Follows the elements of one packet and keeps what stands directly in a description.

    A property is an element, an attribute of its description, or a list of items; `found` has the first of each name.
    """

    def __init__(self) -> None:
        self.found: dict[str, tuple[str, ...]] = {}
        self._path: list[str] = []
        self._text: list[str] = []
        self._items: list[str] = []

    def read(self, text: str) -> None:
        """ValueError or ExpatError where this is no packet."""
        parser: XMLParserType = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        parser.Parse(text.encode(), True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise ValueError("nested too deep")
        self._text.clear()
        if self._path[-2:] == [_ROOT, _DESCRIPTION]:
            for attribute, value in attributes.items():
                self._keep(attribute, (value,))
        elif self._depth() == 1:
            self._items.clear()
            if _RESOURCE in attributes:
                self._keep(name, (attributes[_RESOURCE],))

    def _end(self, name: str) -> None:
        depth = self._depth()
        if depth == 3 and name == _ITEM:
            self._items.append("".join(self._text))
        elif depth == 1:
            self._keep(name, tuple(self._items) or ("".join(self._text),))
        self._text.clear()
        self._path.pop()

    def _depth(self) -> int:
        """How far below a description the parser is: 1 in a property, 3 in an item of its list; 0 elsewhere."""
        try:
            at = self._path.index(_ROOT)
        except ValueError:
            return 0
        return len(self._path) - at - 2 if self._path[at + 1 : at + 2] == [_DESCRIPTION] else 0

    def _keep(self, name: str, values: tuple[str, ...]) -> None:
        uri, _, local = name.rpartition(" ")
        if uri in _PREFIXES:
            self.found.setdefault(f"{_PREFIXES[uri]}:{local}", values)


def _refuse(*declaration: object) -> None:
    raise ValueError("a packet has no DOCTYPE")
