"""Recipes and tickets: frozen, comparable, and the same after a round trip through JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.core.edit import JobState, Output, Recipe, Ticket, TicketState, new_seed
from flux_desktop.core.params import SEED_LIMIT
from flux_desktop.core.price import Cost

VALUES = st.one_of(st.integers(), st.booleans(), st.text(), st.floats(allow_nan=False, allow_infinity=False))
RECIPES = st.builds(Recipe, st.text(), st.text(), st.text(), st.dictionaries(st.text(), VALUES))


@given(RECIPES)
def test_a_recipe_survives_json(recipe: Recipe) -> None:
    assert Recipe.from_json(json.loads(json.dumps(recipe.to_json()))) == recipe


def test_a_recipe_cannot_be_changed_behind_its_back() -> None:
    params = {"steps": 4}
    recipe = Recipe("p", "offline", "m", params)
    params["steps"] = 9
    assert recipe.params["steps"] == 4
    with pytest.raises(TypeError):
        recipe.params["steps"] = 9  # type: ignore[index]


def test_equal_but_seed() -> None:
    recipe = Recipe("p", "offline", "m", {"steps": 4, "seed": 1})
    assert recipe.equal_but_seed(recipe.with_seed(2))
    assert recipe.equal_but_seed(recipe.with_seed(None))
    assert not recipe.equal_but_seed(recipe.with_params(steps=5))
    assert recipe.with_seed(None).seed is None


@given(
    st.lists(st.builds(Output, st.text(), st.binary(), st.none() | st.integers()), max_size=4),
    st.none() | st.builds(Cost, st.floats(0, 9), st.sampled_from(["USD", "credits"]), st.just("billed")),
)
def test_a_ticket_survives_json_with_its_bytes_kept_elsewhere(outputs: list[Output], cost: Cost | None) -> None:
    shelf: dict[str, bytes] = {}

    def keep(data: bytes) -> str:
        shelf[str(len(shelf))] = data
        return str(len(shelf) - 1)

    ticket = Ticket("p", "m", "id", TicketState.READY, tuple(outputs), {"poll": "https://x"}, cost)
    text = json.dumps(ticket.to_json(keep))
    assert Ticket.from_json(json.loads(text), shelf.__getitem__) == ticket


def test_new_seeds_are_in_range_and_differ() -> None:
    seeds = {new_seed() for _ in range(50)}
    assert len(seeds) > 45
    assert all(0 <= seed <= SEED_LIMIT for seed in seeds)


def test_four_states_are_on_the_way_and_four_are_ends() -> None:
    assert [state.value for state in JobState if not state.ended] == ["waiting", "uploading", "running", "downloading"]
