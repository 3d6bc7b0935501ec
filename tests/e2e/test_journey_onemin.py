"""The same window against a local server that behaves like 1min.ai, and what reaches it of each document."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest
from PIL import Image

from tests.e2e.support.pictures import GROUND, PURPLE, colour_near, middle_of
from tests.e2e.support.studio import DEV, KLEIN, Studio
from tests.simulators.base import Seen

pytestmark = pytest.mark.window

ASSETS, FEATURES, RESULT = "POST /api/assets", "POST /api/features", "GET /storage"
SMALL = {"megapixels": "0.25"}


# What is sent.

KLEIN_EDIT = {
    "prompt": "make it blue",
    "aspect_ratio": "match_input_image",
    "output_format": "webp",
    "output_quality": 80,
    "num_inference_steps": 28,
    "go_fast": False,
    "megapixels": "1",
    "disable_safety_checker": False,
}
KLEIN_GENERATE = {**KLEIN_EDIT, "aspect_ratio": "1:1", "num_inference_steps": 4, "go_fast": True}
DEV_EDIT = {**KLEIN_EDIT, "guidance": 3, "prompt_strength": 0.8}


class Case(NamedTuple):
    """One of the documents: its model in the window, the defaults it lists, what is set, and what must be sent then."""

    mode: str
    menu: str
    type: str
    model: str
    defaults: Mapping[str, Any]
    chosen: Mapping[str, Any]
    sent: Mapping[str, Any]


CASES = [
    Case(
        "edit", KLEIN, "IMAGE_EDITOR", "black-forest-labs/flux-2-klein-4b", KLEIN_EDIT,
        {"steps": 20, "seed": 123, "aspect_ratio": "16:9", "megapixels": "0.25", "format": "jpeg", "quality": 55,
         "fast": True, "safety": False},
        {"num_inference_steps": 20, "seed": 123, "aspect_ratio": "16:9", "megapixels": "0.25", "output_format": "jpg",
         "output_quality": 55, "go_fast": True, "disable_safety_checker": True},
    ),
    Case(
        "generate", KLEIN, "IMAGE_GENERATOR", "black-forest-labs/flux-2-klein-4b", KLEIN_GENERATE,
        {"steps": 2, "seed": 4294967295, "aspect_ratio": "4:5", "megapixels": "0.25", "format": "png", "quality": 100,
         "fast": False, "safety": False},
        {"num_inference_steps": 2, "seed": 4294967295, "aspect_ratio": "4:5", "megapixels": "0.25",
         "output_format": "png", "output_quality": 100, "go_fast": False, "disable_safety_checker": True},
    ),
    Case(
        "edit", DEV, "IMAGE_EDITOR", "black-forest-labs/flux-2-dev", DEV_EDIT,
        {"steps": 50, "guidance": 7.5, "strength": 0.35, "seed": 0, "aspect_ratio": "9:16", "megapixels": "0.25",
         "format": "png", "quality": 1, "fast": True, "safety": False},
        {"num_inference_steps": 50, "guidance": 7.5, "prompt_strength": 0.35, "seed": 0, "aspect_ratio": "9:16",
         "megapixels": "0.25", "output_format": "png", "output_quality": 1, "go_fast": True,
         "disable_safety_checker": True},
    ),
]  # fmt: skip
NAMES = ["klein-edit", "klein-generate", "dev-edit"]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_the_defaults_of_the_document_are_sent(studio: Studio, case: Case) -> None:
    studio.use(case.mode, case.menu)
    row = studio.run_to_result()
    assert row["params"]["seed"] == row["seed"]
    expect_order(studio, case, {**case.defaults, "seed": row["seed"]})


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_every_parameter_is_sent_as_it_is_set(studio: Studio, case: Case) -> None:
    studio.use(case.mode, case.menu)
    studio.set(case.chosen)
    row = studio.run_to_result()
    expect_order(studio, case, {**case.defaults, **case.sent})
    assert row["seed"] == case.chosen["seed"]
    assert {name: row["params"][name] for name in case.chosen} == case.chosen
    across, down = (int(side) for side in case.chosen["aspect_ratio"].split(":"))
    width, height = row["size"]
    assert abs(width / height - across / down) < 0.05
    assert abs(width * height - 250_000) < 10_000
    assert row["media_type"] == f"image/{case.chosen['format']}"


def expect_order(studio: Studio, case: Case, fields: Mapping[str, Any]) -> None:
    """Exactly one order with exactly these fields, and for an edit exactly one upload, which it names."""
    uploads = studio.host.seen(ASSETS)
    image = {}
    if case.mode == "edit":
        expect_upload(uploads, (900, 600))
        image = {"imageUrl": next(iter(studio.host.assets))}
    assert len(uploads) == len(image)
    assert studio.host.orders == [
        {"type": case.type, "model": case.model, "promptObject": {**fields, **image}},
    ]
    (order,) = studio.host.seen(FEATURES)
    assert order.headers["content-type"] == "application/json"
    assert len(studio.host.seen(RESULT)) == 1


def expect_upload(uploads: list[Seen], size: tuple[int, int]) -> None:
    """The photo, upright, as one file that tells nothing about its owner; not even its name."""
    (upload,) = uploads
    assert upload.fields == {}
    (file,) = upload.files.values()
    assert list(upload.files) == ["asset"]
    assert (file.filename, file.media_type) == ("source.png", "image/png")
    image = Image.open(io.BytesIO(file.data))
    assert image.size == size
    assert not image.getexif()
    assert not set(image.info) & {"exif", "xmp", "comment", "XML:com.adobe.xmp"}
    assert colour_near(image, (450, 300)) == pytest.approx(PURPLE, abs=2)
    for owner in (b"Jane Owner", b"photo.jpg", b"GPS"):
        assert owner not in upload.body


def test_several_at_once_are_several_orders_with_a_seed_each(studio: Studio) -> None:
    studio.set({**SMALL, "count": 3, "seed": 7})
    assert studio.window.words("run_button") == "Edit as 3 variants"
    before = len(studio.window.history())
    studio.run()
    assert studio.end()["job_stage"] == "Done"
    rows = studio.window.results(before + 3)[:3]
    assert [row["seed"] for row in rows] == [9, 8, 7]
    assert [order["promptObject"]["seed"] for order in studio.host.orders] == [7, 8, 9]
    assert len({row["asset"] for row in rows}) == 3
    assert all("count" not in order["promptObject"] for order in studio.host.orders)


def test_the_picture_that_came_is_on_the_screen(studio: Studio) -> None:
    studio.set({**SMALL, "seed": 42})
    row = studio.run_to_result()
    studio.window.until(lambda: studio.window.canvas()["picture"] == row["id"], "the result is on the canvas")
    tint = hashlib.sha256(b"42").digest()[:3]  # the simulator lays the tint of the seed over the picture
    wanted = [(own + other) // 2 for own, other in zip(PURPLE, tint, strict=True)]
    ground = [(own + other) // 2 for own, other in zip(GROUND, tint, strict=True)]
    place = studio.window.canvas()["place"]

    def right() -> bool:
        screen = studio.window.screen()
        box, corner = colour_near(screen, middle_of(place)), colour_near(screen, middle_of(place, 0.1, 0.9))
        return box == pytest.approx(wanted, abs=8) and corner == pytest.approx(ground, abs=8)

    studio.window.until(right, "the colours of the result are on the screen")


def test_what_is_sent_is_shown_before_it_is_sent(studio: Studio) -> None:
    studio.set({**SMALL, "seed": 11, "safety": False})
    studio.window.click("outgoing_button")
    studio.window.until(lambda: "source" in studio.told("outgoing_dialog"), "the dialog tells")
    words = " ".join(studio.told("outgoing_dialog"))
    for fact in ("127.0.0.1", "source", "900 × 600", "PNG", "location, author", "disable_safety_checker", "seed", "11"):
        assert fact in words, words
    assert studio.host.log == []
    studio.window.hands.keys("Escape")
    studio.window.until(lambda: studio.window.ask("widget", name="outgoing_dialog") is None, "the dialog is closed")
