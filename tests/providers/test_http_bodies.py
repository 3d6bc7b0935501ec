"""Bodies in pieces say their length truly and read back as what went in."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.providers.http.bodies import BASE64_PIECE, Base64, Body, decode_base64, json_body, raw_body


def whole(body: Body) -> bytes:
    return b"".join(body.make())


@given(st.binary(max_size=200), st.text(max_size=20), st.binary(max_size=200))
def test_json_with_pictures_inside(first: bytes, words: str, second: bytes) -> None:
    body = json_body({"a": [Base64(first)], "words": words, "b": Base64(second, "data:image/png;base64,")})
    expected = {
        "a": [base64.b64encode(first).decode()],
        "words": words,
        "b": "data:image/png;base64," + base64.b64encode(second).decode(),
    }
    assert json.loads(whole(body)) == expected
    assert len(whole(body)) == body.length
    assert whole(body) == whole(body), "a second try sends the same"


@pytest.mark.parametrize("size", [0, 1, BASE64_PIECE - 1, BASE64_PIECE, BASE64_PIECE + 1, 3 * BASE64_PIECE + 2])
def test_base64_there_and_back_across_pieces(size: int) -> None:
    data = bytes(range(251)) * (size // 251 + 1)
    data = data[:size]
    text = b"".join(Base64(data).pieces()).decode()
    assert text == base64.b64encode(data).decode()
    assert decode_base64(text) == data
    assert decode_base64(f"data:image/png;base64,{text}") == data


@pytest.mark.parametrize("text", ["no base64!", "abc", "data:nothing"])
def test_what_is_no_base64_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode_base64(text)


async def test_a_body_comes_in_pieces() -> None:
    pieces = [piece async for piece in raw_body(bytes(1_000_000), "image/png")]
    assert max(map(len, pieces)) <= 64 * 1024
    assert sum(map(len, pieces)) == 1_000_000


def test_what_is_not_json_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        json_body({"a": object()})
