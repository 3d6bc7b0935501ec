"""The simulators of the OpenAI images API are as strict as the documents of each host."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.simulators.lumenfall import SIZES, Lumenfall
from tests.simulators.openai_api import OpenAI


@pytest.fixture(scope="module")
def lumenfall_server() -> Iterator[Lumenfall]:
    with Lumenfall() as server:
        yield server


@pytest.fixture
def lumenfall(lumenfall_server: Lumenfall) -> Lumenfall:
    lumenfall_server.reset()
    return lumenfall_server


@pytest.fixture(scope="module")
def openai_server() -> Iterator[OpenAI]:
    with OpenAI() as server:
        yield server


@pytest.fixture
def openai(openai_server: OpenAI) -> OpenAI:
    openai_server.reset()
    return openai_server


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=20) as opened:
        yield opened


def png(format: str = "PNG", **save: Any) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(kept, format, **save)
    return kept.getvalue()


def auth(host: Lumenfall | OpenAI) -> dict[str, str]:
    return {"Authorization": f"Bearer {host.key}"}


def edit(client: httpx.Client, host: Lumenfall | OpenAI, files: list[Any], **fields: str) -> httpx.Response:
    return client.post(f"{host.base_url}/images/edits", headers=auth(host), data=fields, files=files)


def generate(client: httpx.Client, host: Lumenfall | OpenAI, **fields: object) -> httpx.Response:
    return client.post(f"{host.base_url}/images/generations", headers=auth(host), json=fields)


GOOD = {"model": "flux.2-klein-4b", "prompt": "x", "size": "16x16"}
FAL, REPLICATE = "fal/flux.2-klein-4b", "replicate/flux.2-klein-4b"


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"prompt": None}, 400, "INVALID_REQUEST"),
        ({"prompt": ""}, 400, "INVALID_REQUEST"),
        ({"prompt": "x" * 1001}, 400, "INVALID_REQUEST"),
        ({"prompt": "forbidden"}, 400, "CONTENT_POLICY_VIOLATION"),
        ({"model": "flux-9"}, 404, "MODEL_NOT_FOUND"),
        ({"model": "fal/flux.2-klein-4b-edit"}, 400, "INVALID_REQUEST"),
        ({"size": "big"}, 400, "INVALID_REQUEST"),
        ({"size": "99999x1"}, 400, "INVALID_REQUEST"),
        ({"size": "", "aspect_ratio": "1:0"}, 400, "INVALID_REQUEST"),
        ({"n": 11}, 400, "INVALID_REQUEST"),
        ({"n": "2"}, 400, "INVALID_REQUEST"),
        ({"n": True}, 400, "INVALID_REQUEST"),
        ({"seed": 1.5}, 400, "INVALID_REQUEST"),
        ({"output_format": "jpg"}, 400, "INVALID_REQUEST"),
        ({"output_compression": 101}, 400, "INVALID_REQUEST"),
        ({"response_format": "file"}, 400, "INVALID_REQUEST"),
        ({"steps": 4}, 400, "UPSTREAM_ERROR"),
        ({"num_inference_steps": 4}, 400, "UPSTREAM_ERROR"),
        ({"model": FAL, "go_fast": True}, 400, "UPSTREAM_ERROR"),
        ({"model": FAL, "num_inference_steps": 3}, 400, "INVALID_REQUEST"),
        ({"model": REPLICATE, "num_inference_steps": 4}, 400, "UPSTREAM_ERROR"),
        ({"model": REPLICATE, "output_megapixels": 1}, 400, "INVALID_REQUEST"),
    ],
)
def test_lumenfall_refuses_what_it_does_not_document(
    lumenfall: Lumenfall, client: httpx.Client, changes: dict[str, object], status: int, code: str
) -> None:
    fields = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    told = generate(client, lumenfall, **fields)
    assert (told.status_code, told.json()["error"]["code"]) == (status, code)
    assert lumenfall.orders == []


def test_lumenfall_takes_edits_as_forms_only(lumenfall: Lumenfall, client: httpx.Client) -> None:
    told = client.post(f"{lumenfall.base_url}/images/edits", headers=auth(lumenfall), json=GOOD)
    assert told.json()["error"]["code"] == "INVALID_REQUEST"
    one = ("image", ("a.png", png(), "image/png"))
    assert edit(client, lumenfall, [one], **GOOD).status_code == 200
    assert edit(client, lumenfall, [("image[]", one[1])] * 4, **GOOD).status_code == 200
    assert len(lumenfall.orders) == 2
    for files in ([("image[]", one[1])] * 5, [one, ("image[]", one[1])], [("picture", one[1])]):
        assert edit(client, lumenfall, files, **GOOD).status_code == 400
    for data, kind in ((b"none", "image/png"), (png("GIF"), "image/gif"), (png(), "image/jpeg")):
        assert edit(client, lumenfall, [("image", ("a", data, kind))], **GOOD).status_code == 400
    exif = Image.Exif()
    exif[0x010E] = "holiday"
    told = edit(client, lumenfall, [("image", ("a.jpg", png("JPEG", exif=exif), "image/jpeg"))], **GOOD)
    assert "metadata" in told.json()["error"]["message"]
    assert len(lumenfall.orders) == 2


def test_lumenfall_prices_without_making(lumenfall: Lumenfall, client: httpx.Client) -> None:
    url = f"{lumenfall.base_url}/images/generations"
    told = client.post(url, headers=auth(lumenfall), params={"dryRun": "true"}, json={**GOOD, "size": "1000x1000"})
    assert told.json()["total_cost_micros"] == 5000
    assert (lumenfall.orders, len(lumenfall.dry_runs)) == ([], 1)
    assert client.get(f"{lumenfall.url}/v1/balance", headers=auth(lumenfall)).json()["available"]["amount"] == 25.0
    lumenfall.balance = 0.0
    told = generate(client, lumenfall, **GOOD)
    assert (told.status_code, told.json()["error"]["code"]) == (402, "INSUFFICIENT_BALANCE")


@pytest.mark.parametrize("ratio", ["7:5", "1:1", "3:1", "100:1", "2:3"])
def test_lumenfall_matches_the_nearest_ratio(lumenfall: Lumenfall, client: httpx.Client, ratio: str) -> None:
    told = generate(client, lumenfall, model="flux.2-klein-4b", prompt="x", aspect_ratio=ratio)
    image = Image.open(io.BytesIO(client.get(told.json()["data"][0]["url"]).content))
    across, down = map(int, ratio.split(":"))
    best = min(SIZES.values(), key=lambda size: abs(math.log(size[0] / size[1] * down / across)))
    assert image.size == best


def test_results_refuse_a_key_and_expire(lumenfall: Lumenfall, client: httpx.Client) -> None:
    url = generate(client, lumenfall, **GOOD).json()["data"][0]["url"]
    assert client.get(url).headers["content-type"] == "image/png"
    assert client.get(url, headers=auth(lumenfall)).status_code == 400
    assert client.get(url.replace("ends=", "ends=1#")).status_code == 403


KLEIN = "black-forest-labs/FLUX.2-klein-4B"


@pytest.mark.parametrize(
    ("server", "fields"),
    [
        ("openai", {"model": "flux.2-klein-4b", "seed": 5}),
        ("openai", {"model": "flux"}),
        ("openai", {"model": "flux.2-klein-4b", "size": "16:9"}),
        ("localai", {"model": "flux.2-klein-4b", "steps": 5}),
        ("localai", {"model": "flux.2-klein-4b", "ref_images": ["no base64"]}),
        ("vllm", {"model": KLEIN, "output_format": "png"}),
        ("vllm", {"model": KLEIN, "response_format": "url"}),
        ("vllm", {"model": KLEIN, "guidance_scale": "2"}),
        ("sglang", {"model": KLEIN, "n": 11}),
        ("sd-server", {"seed": 5}),
        ("sd-server", {"prompt": "x <sd_cpp_extra_args>{</sd_cpp_extra_args>"}),
        ("sd-server", {"prompt": 'x <sd_cpp_extra_args>{"steps": 4}</sd_cpp_extra_args>'}),
    ],
)
def test_servers_refuse_what_they_do_not_document(
    openai: OpenAI, client: httpx.Client, server: str, fields: dict[str, object]
) -> None:
    openai.server = server
    assert generate(client, openai, **{"prompt": "x", **fields}).status_code in (400, 404)
    assert openai.orders == []


def test_localai_has_no_edits_and_others_need_a_picture(openai: OpenAI, client: httpx.Client) -> None:
    one = [("image", ("a.png", png(), "image/png"))]
    openai.server = "localai"
    assert edit(client, openai, one, model="flux.2-klein-4b", prompt="x").status_code == 404
    openai.server = "vllm"
    assert edit(client, openai, one, model=KLEIN, prompt="x", size="auto", seed="3").status_code == 200
    assert edit(client, openai, [("mask", one[0][1])], model=KLEIN, prompt="x").status_code == 400
    assert len(openai.orders) == 1


def test_another_process_can_drive_them(openai: OpenAI, client: httpx.Client) -> None:
    def control(**order: object) -> dict[str, Any]:
        answer: dict[str, Any] = client.post(f"{openai.url}/_control", json=order).json()
        return answer

    assert control(server="sglang", link_seconds=5) == {}
    assert (openai.server, openai.link_seconds) == ("sglang", 5)
    generate(client, openai, prompt="x", size="16x16")
    assert control(orders=True)["orders"][0]["fields"] == {"prompt": "x", "size": "16x16"}
    assert "unknown order" in control(nonsense=1)["error"]
    assert "unknown order" in control(_lock=1)["error"]
