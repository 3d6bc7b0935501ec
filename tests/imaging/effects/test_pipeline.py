"""Runs of several operations: order, chance, strength, masks, alpha, cancelling."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest

from flux_desktop.core.errors import Cancelled, InputError, NotUnderstood, TooLarge
from flux_desktop.core.vocabulary import entries
from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.effects.catalogue import EFFECTS, uses_chance
from flux_desktop.imaging.effects.makers import MAKERS
from flux_desktop.imaging.effects.operation import Operation
from flux_desktop.imaging.effects.pipeline import Run, edit, generate
from flux_desktop.providers.offline.vocabulary import understand
from tests.imaging.effects.scenes import difference, photo, scene

RUN = Run(7)
COLOURED = {"tint": ("#0066cc",), "swap": ("#ff0000", "#0066cc"), "recolour": ("#0066cc",)}


def operation(name: str, amount: float = 1.0) -> Operation:
    words = ("jacket",) if name == "recolour" else ()
    said = {"#ff0000": "red"} if name == "swap" else {}
    return Operation(name, amount, COLOURED.get(name, ()), None, words, name, said)


def cut_out() -> Bytes:
    """The scene, its left third transparent over garish colours."""
    alpha = np.full(scene().shape[:2], 255, np.uint8)
    alpha[:, :100] = 0
    alpha[:, 100:104] = 128
    colours = scene().copy()
    colours[:, :100] = (255, 0, 255)
    return np.dstack([colours, alpha])


@pytest.mark.parametrize("name", sorted(EFFECTS))
def test_every_effect_changes_the_picture_and_is_repeatable(name: str) -> None:
    first, again = edit(scene(), [operation(name)], RUN), edit(scene(), [operation(name)], RUN)
    assert np.array_equal(first, again)
    assert first.dtype == np.uint8
    assert first.shape != scene().shape or not np.array_equal(first, scene())


@pytest.mark.parametrize("name", sorted(EFFECTS))
def test_chance_is_where_it_is_said_to_be(name: str) -> None:
    first, other = (edit(scene(), [operation(name)], Run(seed)) for seed in (1, 2))
    assert np.array_equal(first, other) is not uses_chance(operation(name))


@pytest.mark.parametrize("name", sorted(name for name, effect in EFFECTS.items() if not effect.shape))
def test_alpha_is_kept_and_nothing_bleeds_out_of_it(name: str) -> None:
    pixels = cut_out()
    done = edit(pixels, [operation(name)], RUN)
    assert np.array_equal(done[..., 3], pixels[..., 3])
    if name == "blur":
        near = done[20:60, 106:110, :3].astype(int)
        assert int((near[..., 0] - near[..., 1]).max()) < 40


@pytest.mark.parametrize("name", sorted(name for name, effect in EFFECTS.items() if effect.shape))
def test_shapes_take_alpha_along(name: str) -> None:
    done = edit(cut_out(), [operation(name)], RUN)
    assert done.shape[2] == 4
    assert int(done[..., 3].min()) == 0


def test_operations_come_one_after_the_other() -> None:
    both = edit(photo(), [operation("invert"), operation("mirror")], RUN)
    assert np.array_equal(both, (255 - photo())[:, ::-1])


def test_chance_of_one_operation_does_not_hang_on_the_one_before() -> None:
    grey = np.full((40, 40, 3), 128, np.uint8)
    mirrored = edit(grey, [operation("mirror"), operation("noise")], RUN)
    grained = edit(grey, [operation("vignette", 1e-9), operation("noise")], RUN)
    assert np.array_equal(mirrored, grained)


def test_strength_mixes_with_the_source() -> None:
    none = edit(photo(), [operation("invert")], RUN, strength=0)
    half = edit(photo(), [operation("invert")], RUN, strength=0.5)
    assert np.array_equal(none, photo())
    assert int(np.abs(half.astype(int) - 128).max()) <= 1


def test_strength_leaves_changes_of_shape_whole() -> None:
    done = edit(photo(), [operation("mirror"), operation("invert")], RUN, strength=0)
    assert np.array_equal(done, photo()[:, ::-1])
    framed = edit(photo(), [operation("border"), operation("round corners")], RUN, strength=0)
    assert framed.shape == edit(photo(), [operation("border"), operation("round corners")], RUN).shape


def test_outside_the_mask_not_one_byte_changes() -> None:
    mask = np.zeros(scene().shape[:2], np.uint8)
    mask[120:190, 110:200] = 255
    for name in ("watercolour", "recolour", "tint", "blur"):
        done = edit(scene(), [operation(name)], RUN, mask=mask)
        assert np.array_equal(done[mask == 0], scene()[mask == 0])
        assert not np.array_equal(done[mask > 0], scene()[mask > 0])


def test_in_a_mask_make_it_blue_means_what_is_selected() -> None:
    mask = np.zeros(scene().shape[:2], np.uint8)
    mask[120:190, 110:190] = 255
    wish = Operation("tint", 1.0, ("#0066cc",), phrase="make it #0066cc")
    done = edit(scene(), [wish], RUN, mask=mask)
    assert float(np.median(difference(done, "#0066cc")[165:185, 140:180])) < 6


def test_a_mask_forbids_changes_of_shape() -> None:
    with pytest.raises(InputError, match="selection"):
        edit(photo(), [operation("rotate")], RUN, mask=np.full(photo().shape[:2], 255, np.uint8))


def test_a_stopped_run_ends_between_operations() -> None:
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(Cancelled):
        edit(photo(), [operation("invert")] * 5, Run(1, stopped))
    assert len(asked) == 3


def test_progress_rises_to_the_end() -> None:
    seen: list[float] = []
    edit(photo(), [operation("invert")] * 3, Run(1, progress=seen.append))
    assert seen == sorted(seen)
    assert seen[0] == 0
    assert seen[-1] == 1


def test_a_result_beyond_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge):
        edit(photo(), [Operation("border", number=5000)], Run(1, most_pixels=200_000))


def test_what_is_made_is_edited_by_the_rest() -> None:
    made = generate(40, 60, [Operation("solid", colours=("#204060",)), operation("invert")], RUN)
    assert np.all(made == (0xDF, 0xBF, 0x9F))


def test_a_background_goes_behind_a_cut_out_only() -> None:
    behind = Operation("solid", colours=("#00ff00",), words=("behind",), phrase="green background")
    done = edit(cut_out(), [behind], RUN)
    assert done.shape[2] == 3
    assert np.all(done[:, :100] == (0, 255, 0))
    assert np.array_equal(done[:, 104:], scene()[:, 104:])
    with pytest.raises(NotUnderstood, match="transparent"):
        edit(scene(), [behind], RUN)


def test_a_gradient_is_not_laid_over_a_picture() -> None:
    with pytest.raises(NotUnderstood, match="picture of its own"):
        edit(scene(), [Operation("gradient", phrase="sunset gradient")], RUN)


def test_swaps_say_what_they_took() -> None:
    said: list[str] = []
    edit(scene(), [operation("recolour")], Run(1, say=said.append))
    assert "most prominent colour" in said[0]
    assert "cannot find “jacket”" in said[0]
    sky = Operation("recolour", colours=("#ffa500",), words=("sky",), phrase="make the sky orange")
    edit(scene(), [sky], Run(1, say=said.append))
    assert "Took “sky” for what is blue" in said[1]
    with pytest.raises(NotUnderstood, match="no purple") as caught:
        edit(scene(), [Operation("swap", colours=("#800080", "#00ff00"), said={"#800080": "purple"})], RUN)
    assert "most prominent colour is" in caught.value.hint


def test_every_maker_is_known() -> None:
    assert set(MAKERS) == {"gradient", "solid", "texture", "pattern", "palette"}


SMALL = ((1, 1), (1, 9), (9, 1), (3, 2), (17, 40))


@pytest.mark.parametrize("size", SMALL)
@pytest.mark.parametrize("name", sorted(EFFECTS))
def test_the_smallest_pictures_work(name: str, size: tuple[int, int]) -> None:
    rng = np.random.Generator(np.random.PCG64(1))
    for channels in (3, 4):
        pixels = rng.integers(0, 256, (*size, channels), dtype=np.uint8)
        with suppress(NotUnderstood):  # one pixel has no prominent colour
            assert min(edit(pixels, [operation(name)], RUN).shape) > 0


@pytest.mark.parametrize("size", SMALL)
@pytest.mark.parametrize("phrase", [phrase for entry in entries("generate") for phrase in entry.phrases])
def test_the_smallest_generated_pictures_work(phrase: str, size: tuple[int, int]) -> None:
    assert generate(*size, understand(phrase, "generate"), RUN).shape == (*size, 3)


@pytest.mark.parametrize(
    ("number", "amount"),
    [(-1e9, 50.0), (-7.0, -50.0), (0.0, 0.0), (0.3, 50.0), (1.0, -50.0), (1e9, 50.0), (1e9, -50.0)],
)
def test_no_number_breaks_an_effect(number: float, amount: float) -> None:
    for name in EFFECTS:
        wish = replace(operation(name, amount), number=number)
        with suppress(NotUnderstood, TooLarge):
            assert min(edit(photo()[:40, :60], [wish], Run(1, most_pixels=100_000)).shape) > 0
