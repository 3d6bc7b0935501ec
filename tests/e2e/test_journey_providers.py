"""One paid edit in the window at every host, and the way from a host that fails to another one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.contract.hosts import HOSTS, Host
from tests.contract.support import environment, keys_stay_at_home
from tests.e2e.support.pictures import photo
from tests.e2e.support.studio import KLEIN, fill_in
from tests.e2e.support.window import Window
from tests.simulators.base import Simulator
from tests.simulators.faults import Fault, answer

PROMPT = "make it blue"
SEED = 4242
HOST = {host.id: host for host in HOSTS}
Fields = Mapping[str, Any]


def within(*names: str) -> Callable[[Fields], tuple[Fields, int]]:
    """Splits an order into its fields and the number of pictures that stand in the fields `names`."""

    def split(order: Fields) -> tuple[Fields, int]:
        pictures = [order[name] for name in names if name in order]
        count = sum(len(found) if isinstance(found, list) else 1 for found in pictures)
        return {name: value for name, value in order.items() if name not in names}, count

    return split


def form(order: Fields) -> tuple[Fields, int]:
    """The same for an order that is a form with files."""
    return order["fields"], len(order["pictures"])


class Journey(NamedTuple):
    """A host with its first edit model: what is set in the sidebar, what is to be sent then, and what it costs.

    `price` stands beside the button before the run, `cost` beside the result; "" where nobody tells. `seed` is None at
    a host that takes none, and `pictures` counts the source.
    """

    host: Host
    chosen: Mapping[str, Any]
    order: Fields
    split: Callable[[Fields], tuple[Fields, int]]
    price: str
    cost: str
    model: str = KLEIN
    seed: int | None = SEED
    pictures: int = 2


JOURNEYS = [
    Journey(
        HOST["onemin"],
        {"seed": SEED, "steps": 20, "megapixels": "0.25", "format": "jpeg", "safety": False},
        {"prompt": PROMPT, "num_inference_steps": 20, "aspect_ratio": "match_input_image", "megapixels": "0.25",
         "output_format": "jpg", "output_quality": 80, "go_fast": False, "disable_safety_checker": True, "seed": SEED},
        lambda order: within("imageUrl")(order["promptObject"]),
        price="1min.ai credits (price not published)",
        cost="",
        pictures=1,
    ),
    Journey(
        HOST["eachlabs"],
        {"seed": SEED, "steps": 6, "format": "webp", "safety": False},
        {"prompt": PROMPT, "num_inference_steps": 6, "num_images": 1, "enable_safety_checker": False,
         "output_format": "webp", "seed": SEED},
        lambda order: within("image_urls")(order["input"]),
        price="about $0.014",
        cost="$0.014",
        model=f"{KLEIN} base",
    ),
    Journey(
        HOST["lumenfall"],
        {"seed": SEED, "format": "jpeg"},
        {"model": "flux.2-klein-4b", "prompt": PROMPT, "n": 1, "output_format": "jpeg", "seed": SEED,
         "response_format": "url"},
        form,
        price="$0.0114",
        cost="$0.0114",
    ),
    Journey(
        HOST["fal"],
        {"seed": SEED, "steps": 8, "aspect_ratio": "16:9", "format": "jpeg", "safety": False},
        {"prompt": PROMPT, "num_inference_steps": 8, "image_size": "landscape_16_9", "num_images": 1,
         "output_format": "jpeg", "enable_safety_checker": False, "seed": SEED},
        within("image_urls"),
        price="about $0.032",
        cost="about $0.032",
    ),
    Journey(
        HOST["replicate"],
        {"seed": SEED, "aspect_ratio": "1:1", "megapixels": "0.5", "fast": True, "format": "png"},
        {"prompt": PROMPT, "aspect_ratio": "1:1", "output_megapixels": "0.5", "go_fast": True, "output_format": "png",
         "output_quality": 95, "disable_safety_checker": False, "seed": SEED},
        within("images"),
        price="about $0.003",
        cost="about $0.003",
    ),
    Journey(
        HOST["bfl"],
        {"seed": SEED, "format": "png", "safety_tolerance": 4},
        {"endpoint": "flux-2-klein-4b", "prompt": PROMPT, "output_format": "png", "safety_tolerance": 4, "seed": SEED},
        within("input_image", "input_image_2"),
        price="about $0.0146",
        cost="$0.0146",
    ),
    Journey(
        HOST["openai"],
        {"size": "512x384"},
        {"model": "flux.2-klein-4b", "prompt": PROMPT, "n": 1, "size": "512x384"},
        form,
        price="price not published",
        cost="",
        seed=None,
    ),
    Journey(
        HOST["sdcpp"],
        {"seed": SEED, "steps": 6, "negative_prompt": "fog", "megapixels": "0.25", "format": "webp"},
        {"prompt": PROMPT, "sample_params": {"sample_steps": 6, "guidance": {"txt_cfg": 1.0}}, "negative_prompt": "fog",
         "width": 608, "height": 416, "batch_count": 1, "output_format": "webp", "seed": SEED},
        within("ref_images"),
        price="free",
        cost="free",
    ),
]  # fmt: skip
RUNS = [
    *(pytest.param(journey, "offscreen", id=journey.host.id) for journey in JOURNEYS),
    pytest.param(JOURNEYS[1], "x", marks=pytest.mark.window, id=f"{JOURNEYS[1].host.id}-x"),
]


def test_every_host_is_in_the_table() -> None:
    assert [journey.host.id for journey in JOURNEYS] == [host.id for host in HOSTS]


@pytest.mark.parametrize(("journey", "platform"), RUNS)
def test_an_edit_in_the_window(journey: Journey, platform: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    display = str(request.getfixturevalue("display")) if platform == "x" else ""
    host = journey.host
    simulator: Any = host.simulator()
    with simulator, Window(tmp_path / "home", display, environment(host, simulator)) as window:
        if host.polling:
            host.polling.soon(simulator)
        prepare(window, host, tmp_path, references=journey.pictures - 1)
        assert window.words("model_box") == journey.model
        fill_in(window, journey.chosen)
        window.until(lambda: window.words("price_label") == journey.price, "the price is told")
        assert not simulator.orders
        run_through_the_stages(window, host, simulator)
        (row,) = window.results(1)
        assert (row["provider"], row["prompt"]) == (host.id, PROMPT)
        assert (row["seed"], row["cost"]) == (journey.seed, journey.cost)
        window.until(lambda: window.canvas()["picture"] == row["id"], "the result is on the canvas")
        assert window.jobs()[0]["job_time"].endswith(journey.cost)
        (order,) = simulator.orders
        assert journey.split(order) == (journey.order, journey.pictures)
        keys_stay_at_home(host, simulator)


def prepare(window: Window, host: Host, folder: Path, references: int = 0) -> None:
    """Open a picture, choose the host, add references and write the prompt."""
    window.drop(photo(folder / "photo.jpg"))
    window.choose("provider_box", host.provider.name)
    for number in range(references):
        window.add_reference(photo(folder / f"reference-{number}.jpg", 300, 200))
    window.write("prompt_box", PROMPT)


def run_through_the_stages(window: Window, host: Host, simulator: Simulator) -> None:
    """Run by keys; the host is held at each stage until the window tells it."""
    upload = host.uploads[0] if host.uploads and not host.large else ""
    stages = {upload: "Uploading", host.order: "Running", host.result: "Downloading"}
    held = {route: stage for route, stage in stages.items() if route}
    simulator.fault(*(Fault(route, gate=route) for route in held))
    window.hands.keys("ctrl+Return")
    for route, stage in held.items():
        simulator.wait_held(route)
        window.until(partial(is_at, window, stage), f"the job is {stage}")
        simulator.release(route)
    window.until(lambda: window.stage() not in ("", *stages.values()), "the job has ended")
    assert window.stage() == "Done", window.jobs()


def is_at(window: Window, stage: str) -> bool:
    return window.stage() == stage


class Detour(NamedTuple):
    """A host that fails before it accepts an order, what it says of it, and the host to which the user goes on."""

    failing: Host
    status: int
    reason: str
    other: Host


DETOURS = [
    Detour(HOST["fal"], 503, "Runner scheduling failure", HOST["replicate"]),
    Detour(HOST["bfl"], 402, "Insufficient credits", HOST["fal"]),
]


@pytest.mark.parametrize("detour", DETOURS, ids=lambda detour: f"{detour.failing.id}-{detour.status}")
def test_another_provider_after_a_failure(detour: Detour, tmp_path: Path) -> None:
    failing, other = detour.failing, detour.other
    first: Any = failing.simulator()
    second: Any = other.simulator()
    with first, second:
        environ = {**environment(failing, first), **environment(other, second)}
        with Window(tmp_path / "home", "", environ) as window:
            prepare(window, failing, tmp_path)
            seed = fail(window, detour, first)
            choose_instead(window, other)
            assert window.words("provider_box") == other.provider.name
            assert (window.words("prompt_box"), window.words("param_seed")) == (PROMPT, str(seed))
            assert untouched(second)
            assert window.history() == []
            window.hands.keys("ctrl+Return")
            window.until(lambda: window.stage() == "Done", "the job is done")
            (row,) = window.results(1)
            assert (row["provider"], row["seed"]) == (other.id, seed)
            (order,) = second.orders
            assert (order["prompt"], order["seed"]) == (PROMPT, seed)
            assert not first.orders
        keys_stay_at_home(failing, first)
        keys_stay_at_home(other, second)


def fail(window: Window, detour: Detour, simulator: Simulator) -> int:
    """Run into the failure and read what the window says; the seed of the edit that failed."""
    simulator.fault(answer(detour.failing.order, detour.status, {"detail": detour.reason}, times=0))
    window.hands.keys("ctrl+Return")
    window.until(lambda: window.stage() == "Failed", "the job has failed")
    window.until(lambda: detour.reason in window.message(), "the message tells the reason")
    assert detour.failing.provider.name in window.message()
    return int(simulator.seen(detour.failing.order)[-1].json["seed"])


def choose_instead(window: Window, host: Host) -> None:
    """Go on with `host` by the button of the message and its menu."""
    window.click("message_other_button")
    entries = window.until(lambda: window.ask("menu"), "the other providers are listed")
    left, top, width, height = next(entry["place"] for entry in entries if host.provider.name in entry["words"])
    window.hands.click(left + width // 2, top + height // 2)
    window.until(lambda: "Nothing has been sent yet" in window.message(), "the other provider is chosen")


def untouched(simulator: Simulator) -> bool:
    """Whether nothing of the user's went to a host: a question for a price has nothing of it."""
    return all(request.startswith("GET ") for request in simulator.arrived)
