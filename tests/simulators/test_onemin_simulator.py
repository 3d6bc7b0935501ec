"""The simulator is as strict as the documents, and another process can drive it."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.simulators.faults import Fault, answer
from tests.simulators.onemin import OneMin

AUTH = {"API-KEY": OneMin.key}


@pytest.fixture(scope="module")
def server() -> Iterator[OneMin]:
    with OneMin() as simulator:
        yield simulator


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=20) as opened:
        yield opened


def png(**save: Any) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(kept, "PNG", **save)
    return kept.getvalue()


def upload(client: httpx.Client, url: str, data: bytes) -> httpx.Response:
    return client.post(f"{url}/api/assets", headers=AUTH, files={"asset": ("a.png", data, "image/png")})


def order(client: httpx.Client, url: str, **prompt: object) -> httpx.Response:
    body = {"type": "IMAGE_GENERATOR", "model": "black-forest-labs/flux-2-klein-4b", "promptObject": prompt}
    return client.post(f"{url}/api/features", headers=AUTH, json=body)


@pytest.mark.parametrize(
    ("prompt", "complaint"),
    [
        ({}, "prompt should not be empty"),
        ({"prompt": "x", "steps": 4}, "property steps should not exist"),
        ({"prompt": "x", "imageUrl": "y"}, "property imageUrl should not exist"),
        ({"prompt": "x", "num_inference_steps": 5}, "num_inference_steps must be 1-4"),
        ({"prompt": "x", "num_inference_steps": "4"}, "num_inference_steps must be a number"),
        ({"prompt": "x", "num_inference_steps": True}, "num_inference_steps must be a number"),
        ({"prompt": "x", "megapixels": 1}, "megapixels must be a string"),
        ({"prompt": "x", "megapixels": "2"}, "megapixels must be one of"),
        ({"prompt": "x", "go_fast": "true"}, "go_fast must be a boolean"),
        ({"prompt": "x", "output_format": "jpeg"}, "output_format must be one of"),
        ({"prompt": "x", "aspect_ratio": "match_input_image"}, "aspect_ratio must be one of"),
    ],
)
def test_what_is_not_in_the_document_is_refused(
    server: OneMin, client: httpx.Client, prompt: dict[str, object], complaint: str
) -> None:
    got = order(client, server.url, **prompt)
    assert got.status_code == 400
    assert complaint in got.text
    assert server.orders == []


def test_an_upload_with_metadata_is_refused(server: OneMin, client: httpx.Client) -> None:
    exif = Image.Exif()
    exif[0x010E] = "my holiday"
    assert "metadata" in upload(client, server.url, png(exif=exif)).text
    assert upload(client, server.url, b"not a picture").status_code == 400
    assert upload(client, server.url, png()).status_code == 200


def test_a_result_is_given_by_its_link_alone(server: OneMin, client: httpx.Client) -> None:
    link = order(client, server.url, prompt="x", megapixels="0.25").json()["aiRecord"]["temporaryUrl"]
    server.orders.clear()
    image = Image.open(io.BytesIO(client.get(link).content))
    assert (image.format, image.size) == ("WEBP", (496, 496))
    assert client.get(link, headers=AUTH).status_code == 400
    assert client.get(link.replace("Signature=", "Signature=0")).status_code == 403


def test_another_process_drives_it(client: httpx.Client) -> None:
    program = subprocess.Popen([sys.executable, "-m", "tests.simulators.onemin"], stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout is not None
        url = program.stdout.readline().strip()

        def control(**orders: object) -> Any:
            return client.post(f"{url}/_control", json=orders).json()

        control(fault=answer("POST /api/assets", 503, {"message": "full"}).to_json())
        control(fault=Fault("POST /api/features", gate="made", when="after").to_json())
        assert upload(client, url, png()).status_code == 503
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(order, client, url, prompt="x", seed=3)
            control(wait="made")
            assert not waiting.done()
            control(release="made")
            assert waiting.result().status_code == 200
        assert [seen["path"] for seen in control(log=True)["log"]] == ["/api/assets", "/api/features"]
        assert control(orders=True)["orders"][0]["promptObject"] == {"prompt": "x", "seed": 3}
        control(clear=True)
        assert control(log=True)["log"] == []
    finally:
        program.kill()
        program.communicate()
