"""The offline editor's language: every documented phrase works, and nothing is half understood."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flux_desktop.core.errors import NotUnderstood
from flux_desktop.core.vocabulary import AMOUNTS_HELP, VOCABULARY, Entry, entries, summary
from flux_desktop.imaging.effects.catalogue import EFFECTS
from flux_desktop.imaging.effects.colour import hue_shift
from flux_desktop.imaging.effects.makers import MAKERS
from flux_desktop.imaging.effects.operation import Operation
from flux_desktop.imaging.effects.patterns import PATTERNS
from flux_desktop.imaging.effects.pipeline import Run, edit, generate
from flux_desktop.imaging.effects.textures import TEXTURES
from flux_desktop.providers.offline.phrases import WORDS
from flux_desktop.providers.offline.vocabulary import understand
from tests.imaging.effects.scenes import photo, scene

PHRASES = [(entry, phrase) for entry in VOCABULARY for phrase in entry.phrases]


def one(prompt: str) -> Operation:
    (operation,) = understand(prompt)
    return operation


def names(prompt: str) -> list[str]:
    return [operation.name for operation in understand(prompt)]


@pytest.mark.parametrize(("entry", "phrase"), PHRASES, ids=[f"{entry.mode}: {phrase}" for entry, phrase in PHRASES])
def test_every_documented_phrase_does_what_it_says(entry: Entry, phrase: str) -> None:
    operations = understand(phrase, entry.mode)
    assert [operation.name for operation in operations] == [entry.operation]
    if entry.mode == "generate":
        made = generate(60, 90, operations, Run(1))
        assert made.shape == (60, 90, 3)
        return
    # Swaps need the colours that their phrases name.
    picture = scene() if entry.topic == "Colour swap" else photo()
    if "orange" in phrase and entry.topic == "Colour swap":
        # The jacket of the scene, as orange as the words.
        picture = hue_shift(picture, 25)
    done = edit(picture, operations, Run(1))
    assert done.shape != picture.shape or bool((done != picture).any())


def test_all_that_can_be_done_is_documented() -> None:
    assert {entry.operation for entry in VOCABULARY} == set(EFFECTS) | set(MAKERS)
    assert {word.name for word in WORDS.values()} <= set(EFFECTS) | set(MAKERS)
    assert {word.words[0] for word in WORDS.values() if word.name == "texture"} == set(TEXTURES)
    assert {word.words[0] for word in WORDS.values() if word.name == "pattern"} == set(PATTERNS)


def test_the_help_has_both_modes() -> None:
    assert set(entries("edit")) | set(entries("generate")) == set(VOCABULARY)
    assert "#0066cc" in summary("edit")
    assert "gradient" in summary("generate")
    assert "50%" in AMOUNTS_HELP


@pytest.mark.parametrize(
    ("prompt", "amount"),
    [
        ("brighter", 1.0),
        ("slightly brighter", 0.45),
        ("a bit brighter", 0.55),
        ("much brighter", 1.7),
        ("brighter by 50%", 1.0),
        ("20% brighter", 0.4),
        ("brightness +20", 0.4),
        ("increase the brightness by 25 percent", 0.5),
        ("brightness -10%", -0.2),
        ("reduce brightness by 10%", -0.2),
        ("less bright", -1.0),
        ("less dark", 1.0),
        ("brighter, but only a bit", 0.55),
    ],
)
def test_amounts(prompt: str, amount: float) -> None:
    operation = one(prompt)
    assert operation.name == "brightness"
    assert operation.amount == pytest.approx(amount)


@pytest.mark.parametrize(
    ("prompt", "name", "number"),
    [
        ("exposure +0.5", "exposure", 0.5),
        ("exposure -1,5 stops", "exposure", -1.5),
        ("underexpose by 1 stop", "exposure", -1.0),
        ("gaussian blur 8px", "blur", 8.0),
        ("blur by 8 pixels", "blur", 8.0),
        ("rotate 90°", "rotate", 90.0),
        ("rotate 90 degrees counter-clockwise", "rotate", -90.0),
        ("rotate left by 5 degrees", "rotate", -5.0),
        ("posterise to five levels", "posterise", 5.0),
        ("a 20px white border", "border", 20.0),
        ("border of 20px in white", "border", 20.0),
        ("hue shift -30", "hue", -30.0),
    ],
)
def test_numbers_and_units(prompt: str, name: str, number: float) -> None:
    operation = one(prompt)
    assert (operation.name, operation.number) == (name, number)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("warmer, more contrast and a bit of grain", ["warmth", "contrast", "film grain"]),
        ("Make it brighter, then add a white border.", ["brightness", "border"]),
        ("black and white with film grain and a vignette", ["black and white", "film grain", "vignette"]),
        ("convert to black & white; high contrast", ["black and white", "contrast"]),
        ("brighten the shadows and soften the highlights", ["shadows", "highlights"]),
        ("replace the green with orange and sharpen", ["swap", "sharpen"]),
        ("duotone navy and cream and mirror it", ["duotone", "mirror"]),
        ("blur a little\nthen sepia", ["blur", "sepia"]),
        ("make the cup red and the table blue", ["recolour", "recolour"]),
    ],
)
def test_several_wishes(prompt: str, expected: list[str]) -> None:
    assert names(prompt) == expected


def test_a_direction_holds_over_and() -> None:
    assert [operation.amount for operation in understand("reduce contrast and saturation")] == [-1.0, -1.0]


@pytest.mark.parametrize(
    ("prompt", "colours", "words"),
    [
        ("change red to #0066cc", ("#ff0000", "#0066cc"), ()),
        ("change red → #06C", ("#ff0000", "#0066cc"), ()),
        ("make the red jacket blue", ("#ff0000", "#0000ff"), ("jacket",)),
        ("Turn the yellow flowers purple, please!", ("#ffff00", "#800080"), ("flowers",)),
        ("replace all the reds with light blue", ("#ff0000", "#add8e6"), ()),
        ("change #a0241c to teal", ("#a0241c", "#008080"), ()),
    ],
)
def test_swaps(prompt: str, colours: tuple[str, ...], words: tuple[str, ...]) -> None:
    operation = one(prompt)
    assert (operation.name, operation.colours, operation.words) == ("swap", colours, words)


@pytest.mark.parametrize(
    ("prompt", "thing"),
    [
        ("make the jacket #0066cc", "jacket"),
        ("make the jacket #0066CC (company blue)", "jacket"),
        ("change the colour of the car to #0066cc", "car"),
        ("change the car’s color to #0066cc", "car"),
        ("paint the garden door #0066cc", "garden door"),
    ],
)
def test_a_thing_without_a_colour(prompt: str, thing: str) -> None:
    operation = one(prompt)
    assert (operation.name, operation.colours, operation.words) == ("recolour", ("#0066cc",), (thing,))


def test_it_means_the_picture_and_background_what_is_behind() -> None:
    assert one("make it blue").name == "tint"
    assert one("make the background white").words == ("behind",)
    assert one("put a sunset gradient behind it").words == ("sunset", "behind")
    assert one("white background").name == "solid"


@pytest.mark.parametrize(
    ("prompt", "clause"),
    [
        ("make it a dragon", "make it a dragon"),
        ("brighter and remove the person", "remove the person"),
        ("warmer, blur the background", "blur the background"),
        ("add a hat, then sharpen", "add a hat"),
        ("don't make it brighter", "don't make it brighter"),
        ("red", "red"),
        ("more", "more"),
        ("make the shadows blue", "make the shadows blue"),
    ],
)
def test_what_is_not_understood_is_named_and_nothing_is_done(prompt: str, clause: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        understand(prompt)
    assert f"“{clause}”" in caught.value.title
    assert caught.value.hint


@pytest.mark.parametrize(
    ("typo", "word"), [("brigther", "brighter"), ("watercolur", "watercolour"), ("vingette", "vignette")]
)
def test_typos_get_the_nearest_word(typo: str, word: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        understand(f"sepia and {typo}")
    assert caught.value.hint.startswith(f"Did you mean “{word}”?")


def test_things_are_not_found_and_the_hint_says_what_helps() -> None:
    with pytest.raises(NotUnderstood) as caught:
        understand("blur the background")
    assert "select the part" in caught.value.hint


def test_there_is_no_way_back_from_paint() -> None:
    with pytest.raises(NotUnderstood, match="no way back"):
        understand("less watercolour")
    assert one("less blurry").name == "sharpen"
    assert one("less grain").name == "denoise"


@pytest.mark.parametrize("prompt", ["", "   ", "please", "make it", "?!"])
def test_nothing_said(prompt: str) -> None:
    with pytest.raises(NotUnderstood, match="names nothing"):
        understand(prompt)


@pytest.mark.parametrize(
    ("prompt", "name", "colours", "words"),
    [
        ("navy", "solid", ("#000080",), ()),
        ("a red background", "solid", ("#ff0000",), ()),
        ("sunset", "gradient", (), ("sunset",)),
        ("clouds in pink and orange", "texture", ("#ffc0cb", "#ffa500"), ("clouds",)),
        ("noise", "texture", (), ("noise",)),
        ("black and white stripes", "pattern", ("#000000", "#ffffff"), ("stripes",)),
        ("stripes in red, white and blue", "pattern", ("#ff0000", "#ffffff", "#0000ff"), ("stripes",)),
    ],
)
def test_generating(prompt: str, name: str, colours: tuple[str, ...], words: tuple[str, ...]) -> None:
    (operation,) = understand(prompt, "generate")
    assert (operation.name, operation.colours, operation.words) == (name, colours, words)


def test_generating_needs_something_to_make_first() -> None:
    assert [op.name for op in understand("noise, vignette and film grain", "generate")] == [
        "texture", "vignette", "film grain",
    ]  # fmt: skip
    with pytest.raises(NotUnderstood, match="none to change"):
        understand("brighter", "generate")


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_is_understood_or_refused(text: str) -> None:
    for mode in ("edit", "generate"):
        with suppress(NotUnderstood):
            assert understand(text, mode)


JOINABLE = [phrase for entry in entries("edit") for phrase in entry.phrases if entry.topic != "Colour swap"]


@given(st.lists(st.sampled_from(JOINABLE), min_size=1, max_size=4), st.sampled_from([", then ", "; ", ". ", "\n"]))
@settings(max_examples=150, deadline=None)
def test_phrases_can_be_joined(phrases: list[str], joint: str) -> None:
    apart = [(op.name, op.amount, op.colours, op.number) for phrase in phrases for op in understand(phrase)]
    joined = [(op.name, op.amount, op.colours, op.number) for op in understand(joint.join(phrases))]
    assert joined == apart
