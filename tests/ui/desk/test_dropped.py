"""What a drag or the clipboard brings is recognised, whatever program it comes from."""

from __future__ import annotations

import base64
import time

import pytest
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QColor

from flux_desktop.ui.desk.dropped import Dropped, may_carry, payload_of
from tests.ui.offers import bitmap, files, page, raw, words
from tests.ui.panels import thumbnail

PNG = thumbnail()


def test_files_are_taken_before_the_icon_that_comes_with_them() -> None:
    mime = files("/pictures/one.jpg", "/pictures/zwei & drei.png")
    mime.setData("image/png", QByteArray(PNG))
    payload = payload_of(mime)
    assert payload is not None
    assert payload.paths == ["/pictures/one.jpg", "/pictures/zwei & drei.png"]
    assert payload.image_bytes == b""


@pytest.mark.parametrize("kind", ["image/png", "image/jpeg", "image/webp", "image/tiff", "image/bmp", "image/avif"])
def test_encoded_bytes_are_taken_as_they_are(kind: str) -> None:
    mime = raw(kind, b"bytes of a picture")
    assert may_carry(mime)
    payload = payload_of(mime)
    assert payload is not None
    assert payload.image_bytes == b"bytes of a picture"


def test_lossless_bytes_are_preferred() -> None:
    mime = raw("image/jpeg", b"jpeg")
    mime.setData("image/png", QByteArray(b"png"))
    payload = payload_of(mime)
    assert payload is not None
    assert payload.image_bytes == b"png"


def test_an_empty_offer_is_passed_over() -> None:
    mime = raw("image/png", b"")
    mime.setData("image/jpeg", QByteArray(b"jpeg"))
    payload = payload_of(mime)
    assert payload is not None
    assert payload.image_bytes == b"jpeg"


def test_a_bitmap_comes_as_an_image() -> None:
    assert may_carry(bitmap())
    payload = payload_of(bitmap())
    assert payload is not None
    assert payload.image is not None
    assert payload.image.pixelColor(1, 1) == QColor("#0066cc")


def test_an_address_of_the_web_is_kept_as_it_was() -> None:
    payload = payload_of(page("", "https://example.invalid/a%20b.jpg?size=2&x=%26"))
    assert payload is not None
    assert payload.urls == ["https://example.invalid/a%20b.jpg?size=2&x=%26"]


@pytest.mark.parametrize("url", ["ftp://example.invalid/a.jpg", "javascript:alert(1)", "mailto:a@example.invalid"])
def test_other_addresses_are_none(url: str) -> None:
    assert payload_of(page("", url)) is None


SOURCE = "https://example.invalid/p.jpg"


@pytest.mark.parametrize(
    "text",
    [
        f'<img src="{SOURCE}">',
        f"<IMG SRC='{SOURCE}' alt=x>",
        f"<img src={SOURCE}>",
        f'<meta charset="utf-8"><a href="https://example.invalid/page"><img\n  alt="" src = "{SOURCE}" width=3></a>',
        f'<img alt="2 > 1, <b>, src=wrong" src="{SOURCE}">',
        f'<img data-src="https://example.invalid/lazy.gif" src="{SOURCE}">',
        f'<img srcset="https://example.invalid/2x.jpg 2x" src="{SOURCE}">',
        f'<p>words</p><image src="no"><img src=" {SOURCE} "><img src="https://example.invalid/second.jpg">',
    ],
)
def test_the_picture_is_preferred_to_the_link_around_it(text: str) -> None:
    payload = payload_of(page(text, "https://example.invalid/page"))
    assert payload is not None
    assert payload.urls == [SOURCE, "https://example.invalid/page"]


def test_the_address_in_a_page_is_unescaped() -> None:
    payload = payload_of(page('<img src="https://example.invalid/p?a=1&amp;b=2">'))
    assert payload is not None
    assert payload.urls == ["https://example.invalid/p?a=1&b=2"]


@pytest.mark.parametrize(
    "address",
    [
        "data:image/png;base64," + base64.b64encode(PNG).decode(),
        "data:image/png;charset=utf-8;base64," + base64.b64encode(PNG).decode().replace("+", "%2B").replace("/", "%2F"),
        "DATA:image/png;BASE64," + "\n".join(base64.encodebytes(PNG).decode().split()),
    ],
    ids=["plain", "escaped", "wrapped"],
)
def test_a_picture_inside_its_address_is_taken_from_it(address: str) -> None:
    payload = payload_of(page(f'<img src="{address}">', "https://example.invalid/page"))
    assert payload is not None
    assert payload.image_bytes == PNG


def test_a_dragged_address_may_hold_the_picture() -> None:
    payload = payload_of(page("", "data:image/png;base64," + base64.b64encode(PNG).decode()))
    assert payload is not None
    assert payload.image_bytes == PNG


@pytest.mark.parametrize("address", ["data:image/png;base64,%%%", "data:image/png,words", "data:text/html;base64,AAAA"])
def test_what_is_broken_inside_an_address_is_no_picture(address: str) -> None:
    payload = payload_of(page(f'<img src="{address}">', "https://example.invalid/page"))
    assert payload is not None
    assert payload.image_bytes == b""
    assert payload.urls == ["https://example.invalid/page"]


def test_words_are_no_picture() -> None:
    assert not may_carry(words())
    assert payload_of(words()) is None
    assert payload_of(page("<p>no picture</p>")) is None
    assert payload_of(QMimeData()) is None


@pytest.mark.parametrize(
    "piece", ["<img ", '<img "', "<img '", "<img a='", "<img ''", "<img src ", "<img src=<", "<img a\"'b'", "<img src="]
)
def test_a_hostile_page_costs_no_more_time_than_another(piece: str) -> None:
    """Quadratic time would be minutes here."""
    mime = page(piece * (300_000 // len(piece)))
    start = time.perf_counter()
    payload_of(mime)
    assert time.perf_counter() - start < 5


def test_what_came_in_is_not_spelt_out() -> None:
    assert "secret" not in repr(Dropped(image_bytes=b"secret"))
