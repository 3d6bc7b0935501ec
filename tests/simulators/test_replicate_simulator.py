"""The simulated Replicate is as strict as the documents, and goes through its states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.simulators.replicate import Replicate

KLEIN = "/models/black-forest-labs/flux-2-klein-4b"
SMALL = {"prompt": "x", "output_megapixels": "0.25"}


@pytest.fixture(scope="module")
def server() -> Iterator[Replicate]:
    with Replicate() as simulator:
        yield simulator


@pytest.fixture(scope="module")
def stranger(server: Replicate) -> Iterator[httpx.Client]:
    """Somebody without a key."""
    with httpx.Client(base_url=server.base_url, timeout=20) as opened:
        yield opened


@pytest.fixture(scope="module")
def opened(server: Replicate) -> Iterator[httpx.Client]:
    with httpx.Client(
        base_url=server.base_url, headers={"Authorization": f"Bearer {server.key}"}, timeout=20
    ) as opened:
        yield opened


@pytest.fixture
def client(server: Replicate, opened: httpx.Client) -> httpx.Client:
    server.reset()
    return opened


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "not what is expected"),
        ({"input": SMALL, "version": "x"}, "not what is expected"),
        ({"input": {}}, "input.prompt: Field required"),
        ({"input": {**SMALL, "steps": 4}}, "input.steps: Extra inputs"),
        ({"input": {**SMALL, "input_images": []}}, "input.input_images: Extra inputs"),
        ({"input": {**SMALL, "output_megapixels": 1}}, "input.output_megapixels: Input should be a valid string"),
        ({"input": {**SMALL, "output_quality": 101}}, "input.output_quality: Input should be less than"),
        ({"input": {**SMALL, "output_format": "jpeg"}}, "input.output_format: Input should be"),
        ({"input": {**SMALL, "images": ["x"] * 6}}, "input.images: List should have at most 5"),
        ({"input": {**SMALL, "images": [f"data:image/png;base64,{'A' * 400_000}"]}}, "up to 256 kB"),
        ({"input": {**SMALL, "images": ["https://example.com/a.png"]}}, "input.images"),
    ],
)
def test_what_is_not_in_the_document_is_refused(
    server: Replicate, client: httpx.Client, body: dict[str, Any], words: str
) -> None:
    got = client.post(f"{KLEIN}/predictions", json=body)
    assert (got.status_code, got.json()["title"]) == (422, "Input validation failed")
    assert words in got.json()["detail"]
    assert server.orders == []


@pytest.mark.parametrize(("prefer", "status"), [("wait", 201), ("wait=60", 201), ("wait=0", 422), ("wait=100", 422)])
def test_a_wait_has_its_limits(server: Replicate, client: httpx.Client, prefer: str, status: int) -> None:
    server.polls = 0
    got = client.post(f"{KLEIN}/predictions", json={"input": SMALL}, headers={"Prefer": prefer})
    assert got.status_code == status


def test_a_prediction_goes_through_its_states(client: httpx.Client, stranger: httpx.Client) -> None:
    made = client.post(f"{KLEIN}/predictions", json={"input": SMALL})
    assert (made.status_code, made.json()["status"], made.json()["output"]) == (202, "starting", None)
    asked = [client.get(made.json()["urls"]["get"]).json() for _ in range(2)]
    assert [answer["status"] for answer in asked] == ["processing", "succeeded"]
    (url,) = asked[1]["output"]
    assert client.get(url).status_code == 400, "the token is not for results"
    assert stranger.get(url).headers["content-type"] == "image/jpg"
    assert client.post(made.json()["urls"]["cancel"]).json()["status"] == "succeeded"


def test_without_the_token_there_is_nothing(stranger: httpx.Client) -> None:
    for method, path in (("POST", f"{KLEIN}/predictions"), ("GET", "/account"), ("POST", "/files")):
        assert stranger.request(method, path, json={}).status_code == 401
