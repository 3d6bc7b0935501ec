"""XMP packets: what is written comes back, other programs' ways to write it are read, hostile ones are not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.imaging import xmp
from tests.imaging.origins import FULL, WORDS

NAMES = ["xmp:CreatorTool", "Iptc4xmpExt:DigitalSourceType", "flux:recipe"]
XML = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"), min_size=1)
LISTS = st.lists(XML, min_size=1, max_size=4).map(tuple)


def packet(body: str, *, attributes: str = "", head: str = "") -> bytes:
    """A packet as another program may write it."""
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in xmp.NAMESPACES.items())
    rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    return f"{head}<rdf:RDF {rdf}><rdf:Description{spaces} {attributes}>{body}</rdf:Description></rdf:RDF>".encode()


@given(st.dictionaries(st.sampled_from(NAMES), XML.map(lambda text: (text,))), LISTS, XML)
def test_it_comes_back_as_it_was(values: dict[str, tuple[str, ...]], names: tuple[str, ...], notice: str) -> None:
    given = {**values, "dc:creator": names, "dc:rights": (notice,)}
    assert xmp.properties(xmp.packet(given)) == given


def test_lines_and_tabs_come_back() -> None:
    given = {"xmp:CreatorTool": ("a\r\nb\rc\nd\te ",)}
    assert xmp.properties(xmp.packet(given)) == given


def test_what_xml_cannot_hold_is_replaced() -> None:
    (found,) = xmp.properties(xmp.packet({"xmp:CreatorTool": (WORDS,)}))["xmp:CreatorTool"]
    assert found == re.sub("[\0\x1b\ufffe]", "\ufffd", WORDS)


def test_a_recipe_loses_nothing() -> None:
    text = FULL.to_text()
    assert xmp.properties(xmp.packet({"flux:recipe": (text,)})) == {"flux:recipe": (text,)}


def test_the_ways_of_other_programs() -> None:
    """Adobe's write plain properties as attributes and addresses as resources."""
    body = '<Iptc4xmpExt:DigitalSourceType rdf:resource="http://a/b"/><dc:creator><rdf:Bag><rdf:li>A</rdf:li></rdf:Bag></dc:creator>'
    found = xmp.properties(packet(body, attributes='xmp:CreatorTool="x &amp; y"'))
    assert found["xmp:CreatorTool"] == ("x & y",)
    assert found["Iptc4xmpExt:DigitalSourceType"] == ("http://a/b",)
    assert found["dc:creator"] == ("A",)


def test_another_prefix_is_the_same_namespace() -> None:
    body = f'<f:recipe xmlns:f="{xmp.NAMESPACES["flux"]}">x</f:recipe><g:recipe xmlns:g="urn:other">y</g:recipe>'
    assert xmp.properties(packet(body)) == {"flux:recipe": ("x",)}


def test_only_what_stands_in_a_description_counts() -> None:
    body = "<xmp:Rating><rdf:Description><flux:recipe>inner</flux:recipe></rdf:Description></xmp:Rating>"
    assert "flux:recipe" not in xmp.properties(packet(body))


BOMB = "<!DOCTYPE b [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "empty": b"",
    "no XML": b"\x89PNG",
    "cut short": xmp.packet({"xmp:CreatorTool": ("x",)})[:-60],
    "not UTF-8": packet("<flux:recipe>\xff</flux:recipe>").replace("\xff".encode(), b"\xff"),
    "entities": packet("<flux:recipe>&i;</flux:recipe>", head=BOMB + "]>"),
    "a file": packet("<flux:recipe>&i;</flux:recipe>", head="<!DOCTYPE b [<!ENTITY i SYSTEM 'file:///etc/passwd'>]>"),
    "a harmless DOCTYPE": packet("<flux:recipe>x</flux:recipe>", head="<!DOCTYPE rdf>"),
    "an unknown entity": packet("<flux:recipe>&nbsp;</flux:recipe>"),
    "nested": packet("<a>" * 100_000),
    "nested and closed": packet("<a>" * 10_000 + "</a>" * 10_000),
    "too long": packet(f"<flux:recipe>{'x' * xmp.LONGEST}</flux:recipe>"),
    "UTF-16": packet("<flux:recipe>x</flux:recipe>").decode().encode("utf-16"),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_packets_hold_nothing(data: bytes) -> None:
    assert "flux:recipe" not in xmp.properties(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_in_peace(data: bytes) -> None:
    xmp.properties(data)
