"""The simulated fal is as strict as the documents, and goes through its states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.simulators.fal import Fal

AUTH = {"Authorization": f"Key {Fal.key}"}
KLEIN = "fal-ai/flux-2/klein/4b"


@pytest.fixture(scope="module")
def server() -> Iterator[Fal]:
    with Fal() as simulator:
        yield simulator


@pytest.fixture(scope="module")
def stranger(server: Fal) -> Iterator[httpx.Client]:
    """Somebody without a key."""
    with httpx.Client(base_url=server.base_url, timeout=20) as opened:
        yield opened


@pytest.fixture(scope="module")
def opened(server: Fal) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.base_url, headers=AUTH, timeout=20) as opened:
        yield opened


@pytest.fixture
def client(server: Fal, opened: httpx.Client) -> httpx.Client:
    server.reset()
    return opened


def result_of(client: httpx.Client, endpoint: str, **order: object) -> httpx.Response:
    """What comes in place of a result, once the queue says that it is through."""
    urls = client.post(f"/{endpoint}", json=order).json()
    while client.get(urls["status_url"]).json()["status"] != "COMPLETED":
        pass
    return client.get(urls["response_url"])


@pytest.mark.parametrize(
    ("order", "field", "kind"),
    [
        ({}, "prompt", "missing"),
        ({"prompt": 5}, "prompt", "string_type"),
        ({"prompt": "x", "steps": 4}, "steps", "extra_forbidden"),
        ({"prompt": "x", "image_urls": []}, "image_urls", "extra_forbidden"),
        ({"prompt": "x", "num_inference_steps": 9}, "num_inference_steps", "less_than_equal"),
        ({"prompt": "x", "num_inference_steps": 3}, "num_inference_steps", "greater_than_equal"),
        ({"prompt": "x", "num_inference_steps": True}, "num_inference_steps", "integer_type"),
        ({"prompt": "x", "num_images": 1.5}, "num_images", "integer_type"),
        ({"prompt": "x", "output_format": "jpg"}, "output_format", "literal_error"),
        ({"prompt": "x", "image_size": "16:9"}, "image_size", "object_type"),
        ({"prompt": "x", "image_size": {"width": 64}}, "image_size", "missing"),
        ({"prompt": "x", "enable_safety_checker": "true"}, "enable_safety_checker", "boolean_type"),
    ],
)
def test_what_is_not_in_the_document_is_refused_in_place_of_the_result(
    server: Fal, client: httpx.Client, order: dict[str, Any], field: str, kind: str
) -> None:
    got = result_of(client, KLEIN, **order)
    assert got.status_code == 422
    (detail,) = got.json()["detail"]
    assert (detail["loc"][1], detail["type"]) == (field, kind)
    assert got.headers["x-fal-retryable"] == "false"
    assert server.orders == []


@pytest.mark.parametrize("urls", [[], ["data:image/png;base64,AAAA"], ["https://example.com/a.png"], ["x"] * 5, [5]])
def test_pictures_are_looked_at(client: httpx.Client, urls: list[Any]) -> None:
    assert result_of(client, f"{KLEIN}/edit", prompt="x", image_urls=urls).status_code == 422


def test_an_order_goes_through_its_states(client: httpx.Client, stranger: httpx.Client) -> None:
    urls = client.post(f"/{KLEIN}", json={"prompt": "x", "image_size": "square"}).json()
    assert urls["queue_position"] == 2
    assert client.get(urls["response_url"]).status_code == 400
    states = [client.get(urls["status_url"]) for _ in range(4)]
    assert [state.json()["status"] for state in states] == ["IN_QUEUE", "IN_QUEUE", "IN_PROGRESS", "COMPLETED"]
    assert [state.status_code for state in states] == [202, 202, 202, 200]
    (image,) = client.get(urls["response_url"]).json()["images"]
    assert (image["width"], image["height"], image["content_type"]) == (512, 512, "image/png")
    assert client.get(image["url"]).status_code == 400, "the key is not for results"
    assert stranger.get(image["url"]).status_code == 200
    assert client.put(urls["cancel_url"]).json() == {"status": "ALREADY_COMPLETED"}


def test_the_subpath_is_no_part_of_the_addresses(client: httpx.Client) -> None:
    urls = client.post(f"/{KLEIN}", json={"prompt": "x"}).json()
    id = urls["request_id"]
    assert urls["status_url"].endswith(f"/fal-ai/flux-2/requests/{id}/status")
    assert client.get(f"/{KLEIN}/requests/{id}/status").status_code == 405
    assert client.get(f"/fal-ai/flux-2-pro/requests/{id}/status").status_code == 404


def test_without_the_key_there_is_nothing(stranger: httpx.Client) -> None:
    for method, path in (
        ("POST", f"/{KLEIN}"),
        ("GET", "/v1/models/pricing"),
        ("POST", "/rest/storage/upload/initiate"),
    ):
        assert stranger.request(method, path, json={}).status_code == 401
