"""Walking through earlier prompts loses nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flux_desktop.ui.prompt.memory import PromptMemory

prompts = st.lists(st.text("ab c", min_size=1, max_size=4).filter(str.strip), unique=True, max_size=6)


@given(prompts, st.text(max_size=5), st.integers(0, 8))
def test_the_draft_comes_back(history: list[str], draft: str, steps: int) -> None:
    memory = PromptMemory()
    memory.set_history(history)
    shown, walked = draft, []
    for _ in range(steps):
        if (older := memory.older(shown)) is not None:
            shown = older
            walked.append(older)
    assert walked == history[:steps]
    for _ in walked:
        newer = memory.newer(shown)
        assert newer is not None
        shown = newer
    assert shown == draft
    assert memory.newer(shown) is None


@given(prompts.filter(lambda history: len(history) > 1), st.text(max_size=5))
def test_an_edit_of_an_earlier_prompt_is_found_there_again(history: list[str], edited: str) -> None:
    memory = PromptMemory()
    memory.set_history(history)
    memory.older("draft")
    assert memory.older(edited) == history[1]
    assert memory.newer(history[1]) == edited
    assert memory.newer(edited) == "draft"
    memory.restart()
    assert memory.older("draft") == history[0]


def test_a_prompt_that_ends_meanwhile_does_not_move_the_walk() -> None:
    memory = PromptMemory()
    memory.set_history(["two", "one"])
    memory.older("draft")
    memory.set_history(["three", "two", "one"])
    assert memory.newer("two") == "three"
    assert memory.newer("three") == "draft"


def test_repeated_and_empty_prompts_are_no_stops() -> None:
    memory = PromptMemory()
    memory.set_history(["one", "one", " ", "two", "one"])
    assert memory.older("") == "one"
    assert memory.older("one") == "two"
    assert memory.older("two") is None
