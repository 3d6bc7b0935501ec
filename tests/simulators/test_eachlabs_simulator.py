"""The simulated eachlabs is as strict as the documents, and another process can drive it."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.simulators.eachlabs import Eachlabs
from tests.simulators.faults import answer

AUTH = {"Authorization": f"Bearer {Eachlabs.key}"}
BASE_EDIT, GENERATE = "flux-2-klein-4b-base-edit", "flux-2-klein-4b-base-text-to-image"


@pytest.fixture(scope="module")
def server() -> Iterator[Eachlabs]:
    with Eachlabs() as simulator:
        yield simulator


@pytest.fixture
def host(server: Eachlabs) -> Eachlabs:
    server.reset()
    return server


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=20, headers=AUTH) as opened:
        yield opened


@pytest.fixture(scope="module")
def stranger() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=20) as opened:
        yield opened


def png(**save: Any) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(kept, "PNG", **save)
    return kept.getvalue()


def order(client: httpx.Client, url: str, model: str = GENERATE, **sent: object) -> httpx.Response:
    return client.post(f"{url}/v1/prediction", json={"model": model, "input": {"prompt": "x", **sent}})


def presigned(client: httpx.Client, host: Eachlabs) -> dict[str, Any]:
    wish = {"content_type": "image/png", "file_type": "image", "expires_in_seconds": 60}
    told: dict[str, Any] = client.post(f"{host.base_url}/upload/presign", json=wish).json()
    return told


def upload(stranger: httpx.Client, place: dict[str, Any], data: bytes, **headers: str) -> int:
    whole = {"Content-Type": "image/png", **place["required_headers"], **headers}
    return stranger.put(place["presigned_url"], content=data, headers=whole).status_code


PICTURE = ["https://pictures.example/a.png"]


@pytest.mark.parametrize(
    ("model", "sent", "complaint"),
    [
        (GENERATE, {"prompt": 5}, "prompt: Input should be a valid string"),
        (GENERATE, {"steps": 4}, "steps: Extra inputs are not permitted"),
        (GENERATE, {"image_urls": PICTURE}, "image_urls: Extra inputs are not permitted"),
        (GENERATE, {"num_inference_steps": 9}, "less than or equal to 8"),
        (GENERATE, {"num_inference_steps": 3}, "greater than or equal to 4"),
        (GENERATE, {"num_inference_steps": "4"}, "valid integer"),
        (GENERATE, {"num_images": True}, "valid integer"),
        (GENERATE, {"image_size": {"width": 64, "height": 64}}, "valid string"),
        (GENERATE, {"image_size": "match_input_image"}, "image_size"),
        (GENERATE, {"output_format": "jpg"}, "output_format"),
        (GENERATE, {"enable_safety_checker": "true"}, "valid boolean"),
        (BASE_EDIT, {}, "image_urls: Field required"),
        (BASE_EDIT, {"image_urls": PICTURE * 5}, "at most 4"),
        (BASE_EDIT, {"image_urls": []}, "at least 1"),
        (BASE_EDIT, {"image_urls": ["data:image/png;base64,AAAA"]}, "is not a public URL"),
        (BASE_EDIT, {"image_urls": ["http://localhost/a.png"]}, "is not a public URL"),
        (BASE_EDIT, {"image_urls": PICTURE, "acceleration": "high"}, "acceleration: Extra inputs"),
    ],
)
def test_what_is_not_in_the_document_is_refused(
    host: Eachlabs, client: httpx.Client, model: str, sent: dict[str, object], complaint: str
) -> None:
    got = order(client, host.url, model, **sent)
    assert got.status_code == 400
    assert set(got.json()) == {"status", "message", "details"}
    assert complaint in got.json()["details"]
    assert host.orders == []


def test_an_upload_needs_what_was_signed(host: Eachlabs, client: httpx.Client, stranger: httpx.Client) -> None:
    place = presigned(client, host)
    assert upload(stranger, place, png(), **{"x-amz-meta-file-id": "another"}) == 403
    assert upload(stranger, place, png(), **{"Content-Type": "image/jpeg"}) == 403
    assert upload(stranger, {**place, "presigned_url": place["presigned_url"] + "0"}, png()) == 403
    assert upload(stranger, place, png(), **AUTH) == 400
    assert upload(stranger, place, b"no picture") == 400
    exif = Image.Exif()
    exif[0x010E] = "my holiday"
    assert upload(stranger, place, png(exif=exif)) == 400
    assert stranger.get(place["public_url"]).status_code == 404
    assert upload(stranger, place, png()) == 200
    assert stranger.get(place["public_url"]).content == png()
    host.files[place["id"]].ends = 0.0
    assert stranger.get(place["public_url"]).status_code == 404
    gone = [client.delete(f"{host.base_url}/files/{place['id']}").status_code for _ in range(2)]
    assert gone == [204, 404]


@pytest.mark.parametrize("life", [59, 31_536_001, "60"])
def test_a_file_has_a_life_within_limits(host: Eachlabs, client: httpx.Client, life: object) -> None:
    wish = {"content_type": "image/png", "expires_in_seconds": life}
    assert client.post(f"{host.base_url}/upload/presign", json=wish).status_code == 400


def test_a_prediction_goes_through_its_states(host: Eachlabs, client: httpx.Client, stranger: httpx.Client) -> None:
    id = order(client, host.url, seed=3, image_size="square").json()["predictionID"]
    told = [client.get(f"{host.base_url}/prediction/{id}").json() for _ in range(4)]
    assert [answer["status"] for answer in told] == ["starting", "processing", "success", "success"]
    (link,) = told[-1]["output"]
    assert Image.open(io.BytesIO(stranger.get(link).content)).size == (512, 512)
    assert client.get(link).status_code == 400
    assert stranger.get(link.replace("signature=", "signature=0")).status_code == 403
    assert client.post(f"{host.base_url}/prediction/{id}/cancel").status_code == 400


def test_ten_at_once_and_a_hundred_a_minute(host: Eachlabs, client: httpx.Client) -> None:
    made = [order(client, host.url).status_code for _ in range(11)]
    assert made == [200] * 10 + [429]
    for prediction in host.predictions.values():
        prediction.state = "cancelled"
    for number in range(90):
        host.predictions[str(number)] = next(iter(host.predictions.values()))
    refused = order(client, host.url)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "60")


def test_another_process_drives_it(client: httpx.Client) -> None:
    program = subprocess.Popen([sys.executable, "-m", "tests.simulators.eachlabs"], stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout is not None
        url = program.stdout.readline().strip()

        def control(**orders: object) -> Any:
            return client.post(f"{url}/_control", json=orders).json()

        control(fault=answer("POST /v1/prediction", 503, {"error": "full"}).to_json())
        control(seconds=0, failure={"error_code": "WORKER_LOST"})
        assert order(client, url).status_code == 503
        id = order(client, url, seed=3).json()["predictionID"]
        assert client.get(f"{url}/v1/prediction/{id}").json()["output"] == {"error_code": "WORKER_LOST"}
        assert control(orders=True)["orders"] == [{"model": GENERATE, "input": {"prompt": "x", "seed": 3}}]
        assert control(files=True) == {"files": []}
        control(clear=True)
        assert control(log=True)["log"] == []
    finally:
        program.kill()
        program.communicate()
