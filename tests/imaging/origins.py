"""Origins for the tests: one with everything in it, and a strategy for all there can be."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from flux_desktop.core.edit import Recipe
from flux_desktop.imaging.origin import Origin

__all__ = ["FULL", "PROMPTS", "WORDS", "origins", "with_prompt"]

WORDS = (
    "Färbe den “Himmel” 猫 😀 \U0001f469\u200d\U0001f680 שלום עולם "
    "]]> <b>&amp;</b> \"q\" 's' \\ \0\x1b\x7f\x85\u2028\ufffe\r\n\tend"
)
"""A prompt with what a format could stumble over."""

FULL = Origin(
    Recipe(WORDS, "onemin", "flux-2-klein-4b-edit", {"steps": 20, "guidance": 3.5, "fast": True, "size": "1024x768"}),
    seed=4_294_967_295,
    node="01a1fe803054bb8a5994bc58",
    root="01a1fe803038d6e7b5a410da",
    asset="a" * 64,
    parent="b" * 64,
    original="c" * 64,
    references=("d" * 64, "e" * 64),
    mask="f" * 64,
    crop=(10, 20, 300, 400),
    program="Flux Desktop 0.1.0",
)

PROMPTS = st.text(max_size=300)
_HASHES = st.integers(0, 2**256 - 1).map("{:064x}".format)
_IDS = st.integers(0, 2**96 - 1).map("{:024x}".format)
_VALUES = st.one_of(
    st.booleans(), st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=30)
)
_RECIPES = st.builds(
    Recipe,
    PROMPTS,
    st.text(max_size=20),
    st.text(max_size=20),
    st.dictionaries(st.text(max_size=20), _VALUES, max_size=5),
)


def origins() -> st.SearchStrategy[Origin]:
    sides, places = st.integers(0, 2**31), st.integers(-(2**31), 2**31)
    return st.builds(
        Origin,
        _RECIPES,
        st.none() | st.integers(0, 2**64 - 1),
        _IDS,
        _IDS,
        _HASHES,
        parent=st.none() | _HASHES,
        original=st.none() | _HASHES,
        references=st.lists(_HASHES, max_size=4).map(tuple),
        mask=st.none() | _HASHES,
        crop=st.none() | st.tuples(places, places, sides, sides),
        program=st.text(max_size=20),
    )


def with_prompt(prompt: str) -> Origin:
    """`FULL` with another prompt."""
    return replace(FULL, recipe=replace(FULL.recipe, prompt=prompt))
