"""Reasons out of every error body that hosts send, always as one line of plain text."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.errors import FluxError, KeyRefused, RateLimited, Refused, Rejected
from flux_desktop.providers.http.answers import Answer, is_moderation, plain, reason, redact

BODIES = [
    ({"error": {"message": "Invalid size", "type": "invalid_request", "code": "X"}}, "Invalid size"),
    ({"error": "payment required"}, "payment required"),
    ({"status": 402, "error": "payment required", "details": "add funds"}, "payment required: add funds"),
    ({"status": "error", "message": "bad input", "details": "image 2 is missing"}, "bad input: image 2 is missing"),
    ({"detail": "Not enough credits."}, "Not enough credits"),
    (
        {"detail": [{"loc": ["body", "image_urls"], "msg": "field required", "type": "missing"}]},
        "image_urls: field required",
    ),
    (
        {"detail": [{"loc": ["body", "a"], "msg": "too big"}, {"loc": ["body", "b"], "msg": "too small"}]},
        "a: too big; b: too small",
    ),
    (
        {"type": "about:blank", "title": "Insufficient credit", "detail": "You have no credit left.", "status": 402},
        "You have no credit left",
    ),
    ({"title": "Input validation failed", "status": 422}, "Input validation failed"),
    ({"detail": "Request timed out", "error_type": "request_timeout"}, "Request timed out"),
    ({"error": "server_error", "message": "out of memory on device"}, "out of memory on device"),
    ({"error": "rate_limit_exceeded"}, "rate_limit_exceeded"),
    (
        {"statusCode": 400, "message": ["seed must be a number", "steps too high"], "error": "Bad Request"},
        "seed must be a number; steps too high",
    ),
    ({"statusCode": 401, "message": "Unauthorized"}, ""),
    ({"error": {"code": 3, "message": {"en": "deep"}}}, ""),
    ([{"message": "in a list"}], "in a list"),
    ("only text", "only text"),
    ({}, ""),
]


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_a_reason_is_found_in_every_shape(body: object, expected: str) -> None:
    assert reason(json.dumps(body).encode()) == expected


@pytest.mark.parametrize(
    ("body", "media_type", "expected"),
    [
        (
            b"<!DOCTYPE html><html><head><title>502 Bad\n Gateway</title></head><body>nginx</body>",
            "",
            "502 Bad Gateway",
        ),
        (b"<html><body><script>var x=1</script><h1>Sorry &amp; bye</h1></body></html>", "text/html", "Sorry & bye"),
        (b"<body>just <b>text</b></body>", "text/html", "just text"),
        (b"upstream connect error", "text/plain", "upstream connect error"),
        (b"", "", ""),
        (b"\x00\x1b[31mred\x1b[0m\r\nnext", "", "[31mred[0m next"),
        ("\u202etxt.exe".encode(), "", "txt.exe"),
    ],
)
def test_a_reason_is_found_in_pages_and_text(body: bytes, media_type: str, expected: str) -> None:
    assert reason(body, media_type) == expected


@pytest.mark.parametrize("unit", ["word ", "{", "<p>", '{"error":', "é"])
def test_200_kb_give_one_short_line(unit: str) -> None:
    body = (unit * (200_000 // len(unit))).encode()
    error = Answer("Host", 500, {}, body).failure()
    assert len(error.title) <= 300
    assert len(error.detail) <= 2000


@given(st.binary(max_size=2000), st.sampled_from(["", "text/html", "application/json"]))
def test_any_bytes_give_one_line_of_plain_text(body: bytes, media_type: str) -> None:
    line = reason(body, media_type)
    assert len(line) <= 200
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in line)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["error", "message", "detail", "msg", "loc", "title", "x"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


@given(JSON, st.sampled_from([400, 401, 402, 403, 404, 418, 422, 429, 500, 599]))
def test_any_json_gives_a_sentence_and_a_hint(data: object, status: int) -> None:
    error = Answer("Host", status, {}, json.dumps(data).encode()).failure()
    assert error.title.startswith("Host")
    assert error.title.endswith(".")
    assert len(error.title) <= 300
    assert error.hint


@pytest.mark.parametrize(
    ("headers", "body", "expected"),
    [
        ({"x-request-id": "a"}, {"id": "b"}, "a"),
        ({"x-amzn-requestid": "c"}, {}, "c"),
        ({"cf-ray": "7d-FRA"}, {}, "7d-FRA"),
        ({}, {"error": {"message": "m", "request_id": "d"}}, "d"),
        ({}, {"id": "req_1"}, "req_1"),
        ({}, {"id": 5}, ""),
        ({"x-request-id": "e\x1b[0m" + "f" * 200}, {}, "e[0m" + "f" * 95 + "…"),
    ],
)
def test_the_request_id_is_found(headers: dict[str, str], body: object, expected: str) -> None:
    assert Answer("Host", 500, headers, json.dumps(body).encode()).request_id == expected


@pytest.mark.parametrize("secret", ["sk-abc/+=123", 'quote"key'])
def test_secrets_are_taken_out_however_they_are_escaped(secret: str) -> None:
    from urllib.parse import quote

    text = f"{secret} {quote(secret, safe='')} {json.dumps(secret)}"
    assert secret not in redact(text, (secret,))
    assert quote(secret, safe="") not in redact(text, (secret,))
    body = json.dumps({"error": f"the key {secret} is wrong"}).encode()
    error = Answer("Host", 401, {"x-request-id": secret}, body, (secret,)).failure()
    assert secret not in f"{error.to_json()}{error.detail}"
    assert json.dumps(secret)[1:-1] not in error.detail


@pytest.mark.parametrize(
    "words",
    [
        "Request Moderated",
        "NSFW content detected",
        "content_policy_violation",
        "flagged by our safety system",
        "violates our policies",
    ],
)
def test_words_of_moderation(words: str) -> None:
    assert is_moderation(words)


@pytest.mark.parametrize(
    "words",
    ["disable_safety_checker must be a boolean", "safety_tolerance must be 1-6", "Model not found", "Access denied"],
)
def test_words_that_are_not_moderation(words: str) -> None:
    assert not is_moderation(words)


def test_what_a_host_echoes_of_the_prompt_is_no_refusal() -> None:
    body = {"detail": [{"loc": ["body", "steps"], "msg": "too high", "input": {"prompt": "nsfw flagged"}}]}
    assert type(Answer("Host", 422, {}, json.dumps(body).encode()).failure()) is Rejected


def test_moderation_with_403_is_no_fault_of_the_key() -> None:
    assert type(Answer("Host", 403, {}, b'{"error":"Blocked by moderation"}').failure()) is Refused
    assert type(Answer("Host", 403, {}, b'{"error":"Forbidden"}').failure()) is KeyRefused


@pytest.mark.parametrize(("status", "kind"), [(401, KeyRefused), (429, RateLimited)])
def test_these_are_never_moderation(status: int, kind: type[FluxError]) -> None:
    assert type(Answer("Host", status, {}, b'{"error":"Flagged: too many requests"}').failure()) is kind


def test_a_pause_asked_for_in_the_body_is_understood() -> None:
    answer = Answer("Host", 429, {}, b'{"error":"slow down","retry_after":5}')
    assert answer.retry_after == 5
    error = answer.failure()
    assert type(error) is RateLimited
    assert error.hint == "Retry in 5 seconds."


@given(st.text(), st.integers(1, 50))
def test_plain_is_never_longer_than_asked(text: str, limit: int) -> None:
    assert len(plain(text, limit)) <= limit
