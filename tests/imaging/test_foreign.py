"""Recipes of other programs: what can be mapped is, what cannot is named, and what is none is none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.imaging.embedded import find_recipe
from flux_desktop.imaging.foreign import a1111, comfyui, invokeai
from flux_desktop.imaging.foreign.values import json_object, number, size, text, whole
from flux_desktop.imaging.found import Found
from tests.imaging import foreign_files as files


def found(data: bytes) -> Found:
    recipe = find_recipe(data)
    assert recipe is not None
    assert recipe.origin is None
    assert recipe.recipe is None, "a stranger's models are not ours"
    return recipe


# AUTOMATIC1111 and Forge.

PLACES = {
    "png": files.png(parameters=files.A1111),
    "packed": files.png(parameters=files.A1111, packed=True),
    "jpeg": files.commented("JPEG", files.A1111),
    "jpeg, other order": files.commented("JPEG", files.A1111, order="<"),
    "webp": files.commented("WEBP", files.A1111),
    "utf-8": files.commented("JPEG", files.A1111, head=bytes(8)),
    "windows lines": files.png(parameters=files.A1111.replace("\n", "\r\n")),
}


@pytest.mark.parametrize("data", PLACES.values(), ids=PLACES.keys())
def test_a1111_in_all_its_places(data: bytes) -> None:
    recipe = found(data)
    assert recipe.tool == "AUTOMATIC1111"
    assert recipe.prompt.splitlines() == ["a (misty:1.2) lake at dawn, 猫", "second line, with: a colon, 20 steps"]
    assert recipe.seed == 965400086
    negative = recipe.params["negative_prompt"]
    assert str(negative).split() == ["blurry,", "low", "quality,", "watermark"]
    others = {name: value for name, value in recipe.params.items() if name != "negative_prompt"}
    assert others == {"steps": 20, "guidance": 7.5, "size": "512x768", "strength": 0.35}
    assert recipe.unmapped == (
        "Sampler: DPM++ 2M",
        "Schedule type: Karras",
        "Model: v1-5-pruned",
        "Weights and LoRAs in the prompt: plain text here",
    )


def test_forge_has_the_guidance_of_flux() -> None:
    recipe = found(files.png(parameters=files.FORGE))
    assert (recipe.prompt, recipe.seed) == ("a red fox", 42)
    assert recipe.params == {"steps": 8, "guidance": 3.5, "size": "1024x1024"}
    assert recipe.unmapped == ("Sampler: Euler", "Schedule type: Simple", "Model: flux1-dev")


def test_a_prompt_may_look_like_settings() -> None:
    recipe = a1111.read("Steps: many, Seed: of doubt\nSteps: 3, Seed: 7")
    assert recipe == Found("AUTOMATIC1111", "Steps: many, Seed: of doubt", 7, {"steps": 3})


def test_no_prompt_at_all() -> None:
    recipe = a1111.read("Negative prompt: fog\nSteps: 3, CFG scale: high, Size: 0x1, Seed: -1")
    assert recipe == Found("AUTOMATIC1111", "", None, {"steps": 3, "negative_prompt": "fog"})


@pytest.mark.parametrize("words", ["", "a lake", "Steps 20", '{"sui_image_params": {}}', "CFG scale: 7, Seed: 4"])
def test_other_texts_are_none(words: str) -> None:
    assert a1111.read(words) is None


# ComfyUI.

COMFY_PLACES = {
    "png": files.png(prompt=json.dumps(files.COMFY), workflow="{}"),
    "with NaN": files.png(prompt=json.dumps(files.COMFY).replace("null", "NaN")),
    "webp": files.webp_of_comfy(files.COMFY, {}),
    "comment": files.commented("WEBP", json.dumps({"prompt": files.COMFY, "workflow": {}}), head=b"ASCII\0\0\0"),
}


@pytest.mark.parametrize("data", COMFY_PLACES.values(), ids=COMFY_PLACES.keys())
def test_comfyui_in_all_its_places(data: bytes) -> None:
    recipe = found(data)
    assert (recipe.tool, recipe.prompt, recipe.seed) == ("ComfyUI", "Make the car blue 🚗", 432262096973490)
    assert recipe.params == {"steps": 24, "guidance": 4.0, "size": "1248x832"}
    assert recipe.unmapped == (
        "Model: flux2_dev_fp8mixed.safetensors",
        "Sampler: euler",
        "Graph: 16 nodes, of which only the above was read",
    )


def test_values_are_followed_through_other_nodes() -> None:
    """The seed and the words come from elsewhere, the conditions pass a node that has both of them."""
    recipe = found(files.png(prompt=json.dumps(files.COMFY_KSAMPLER)))
    assert (recipe.prompt, recipe.seed) == ("a glass bottle", 156680208700286)
    assert recipe.params == {"steps": 20, "guidance": 8.0, "size": "512x640", "strength": 0.6}
    assert "LoRAs: glass.safetensors" in recipe.unmapped
    assert "Further samplers: 1" in recipe.unmapped


def test_a_drawing_alone_is_read_too() -> None:
    recipe = found(files.png(workflow=json.dumps(files.COMFY_WORKFLOW)))
    assert (recipe.prompt, recipe.seed) == ("drawn words", 81)
    assert recipe.params == {"steps": 12, "guidance": 2.5, "size": "768x768"}


def test_the_words_of_a_hosted_node_are_its_own() -> None:
    graph = {
        "1": {"class_type": "Flux2ProImageNode", "inputs": {"prompt": "a fox", "seed": 3, "width": 64, "height": 64}}
    }
    recipe = comfyui.read(graph, {})
    assert recipe is not None
    assert (recipe.prompt, recipe.seed, recipe.params) == ("a fox", 3, {"size": "64x64"})


def test_words_that_cannot_be_read_are_told() -> None:
    graph = {**files.COMFY, "6": {"class_type": "Mystery", "inputs": {}}}
    recipe = comfyui.read(graph, {})
    assert recipe is not None
    assert (recipe.prompt, recipe.seed) == ("", 432262096973490)
    assert recipe.unmapped[0] == "Prompt: its words cannot be read from the graph"


ROUND = {"class_type": "CLIPTextEncode", "inputs": {"text": ["1", 0], "conditioning": ["2", 0]}}


def test_a_graph_that_runs_in_a_circle() -> None:
    sampler = {"class_type": "KSampler", "inputs": {"seed": ["1", 0], "positive": ["1", 0], "latent_image": ["3", 0]}}
    recipe = comfyui.read({"1": ROUND, "2": ROUND, "3": sampler}, {})
    assert recipe is not None
    assert (recipe.prompt, recipe.seed) == ("", None)


def test_a_graph_without_end_is_read_in_peace() -> None:
    chain = {str(at): {"class_type": "X", "inputs": {"text": [str(at + 1), 0]}} for at in range(4000)}
    sampler = {"class_type": "KSampler", "inputs": {"seed": 1, "positive": ["0", 0]}}
    recipe = comfyui.read({"s": sampler, **chain}, {})
    assert recipe is not None
    assert comfyui.read({**chain, **{f"x{at}": sampler for at in range(2000)}}, {}) is None, "too many nodes"


def test_a_graph_of_nothing_but_links_is_read_in_peace() -> None:
    names = ["text", "value", "seed", "string", "positive", "int"]
    inputs = [{name: [str((at * 7 + turn) % 4000), 0] for turn, name in enumerate(names)} for at in range(4000)]
    graph = {str(at): {"class_type": "SaveImageTextEncode", "inputs": inputs[at]} for at in range(4000)}
    recipe = comfyui.read(graph, {})
    assert recipe is not None
    assert recipe.prompt == ""


# InvokeAI.


def test_invokeai_of_today() -> None:
    recipe = found(files.png(invokeai_metadata=json.dumps(files.INVOKE)))
    assert (recipe.tool, recipe.prompt, recipe.seed) == ("InvokeAI", "a landscape, 猫", 356120443)
    assert recipe.params == {"steps": 30, "guidance": 3.5, "size": "768x432"}
    assert recipe.unmapped == ("Model: FLUX Dev", "Scheduler: euler", "LoRAs: film")


def test_invokeai_of_before() -> None:
    recipe = found(files.png(sd__metadata=json.dumps(files.INVOKE_BEFORE)))
    assert (recipe.prompt, recipe.seed) == ("a castle, fog", 3523)
    assert recipe.params == {"steps": 50, "guidance": 7.5, "size": "512x576"}
    assert recipe.unmapped == ("Model: stable-diffusion-1.5", "Sampler: k_lms")


def test_invokeai_of_the_first_days() -> None:
    recipe = found(files.png(Dream=files.INVOKE_DREAM))
    assert (recipe.prompt, recipe.seed) == ('a "red" barn', 1234)
    assert recipe.params == {"steps": 50, "guidance": 7.5, "size": "512x640"}


# What is none.

NONSENSE: list[Any] = [None, [], {}, "", 7, {"nodes": 3}, {"1": 3}, {"1": {"class_type": 3, "inputs": []}}]


@pytest.mark.parametrize("value", NONSENSE, ids=range(len(NONSENSE)))
def test_other_objects_are_none(value: Any) -> None:
    words = json.dumps(value)
    assert invokeai.read({"invokeai_metadata": words, "sd-metadata": words, "Dream": words}) is None
    assert comfyui.read(json_object(words), json_object(words)) is None


NAMES = [
    "nodes", "links", "inputs", "class_type", "positive", "seed", "text", "image", "prompt", "model", "id", "link", "1",
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
)  # fmt: skip


@given(JSON)
def test_any_object_is_read_in_peace(value: object) -> None:
    words = json.dumps(value)
    invokeai.read({"invokeai_metadata": words, "sd-metadata": words})
    comfyui.read(json_object(words), json_object(words))


@given(st.text(max_size=200))
def test_any_text_is_read_in_peace(words: str) -> None:
    a1111.read(f"{words}\nSteps: 3, {words}")
    invokeai.read({"Dream": words, "sd-metadata": words})


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (7, 7), ("7", 7), (7.0, 7), (" 7 ", 7), (2**64 - 1, 2**64 - 1), (str(2**64 - 1), 2**64 - 1),
        (2**64, None), (-1, None), (7.5, None), (True, None), ("x", None), (None, None), ([7], None), ("9" * 60, None),
        (10**400, None), (float("nan"), None),
    ],
)  # fmt: skip
def test_a_whole_number(value: object, read: int | None) -> None:
    assert whole(value) == read


def test_numbers_texts_and_sizes() -> None:
    assert [number(value) for value in ("3.5", 4, "inf", "1e999", None)] == [3.5, 4.0, None, None, None]
    assert [text(value) for value in (" a ", "half \ud800", 7)] == ["a", "half ?", ""]
    assert [size(512, "768"), size(0, 5), size(10**9, 5), size(None, 5)] == ["512x768", "", "", ""]
