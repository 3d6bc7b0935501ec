"""Undo and redo: one act after the other, sane whatever fails."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from flux_desktop.core.errors import FileProblem, FluxError
from flux_desktop.services.undo import DEPTH, Act, Step, Swap, UndoStack


class Board:
    """What steps write on, slowly; it is full where `full` says so."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.full = False

    def step(self, name: str, about: str = "") -> Step:
        return Step(name, self._writer(f"-{name}"), self._writer(f"+{name}"), frozenset(about))

    def _writer(self, words: str) -> Act:
        async def write() -> None:
            await asyncio.sleep(0)
            if self.full:
                raise FileProblem("The disk is full.")
            self.words.append(words)

        return write


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def stack() -> UndoStack:
    return UndoStack()


async def test_steps_go_back_and_forth_in_their_order(stack: UndoStack, board: Board) -> None:
    assert (stack.can_undo, stack.undo_words, stack.can_redo, stack.redo_words) == (False, "Undo", False, "Redo")
    for name in "abc":
        stack.do(board.step(name))
    assert stack.undo_words == "Undo c"
    stack.undo()
    stack.undo()
    stack.redo()
    assert (stack.undo_words, stack.redo_words) == ("Undo b", "Redo c")
    await stack.settle()
    assert board.words == ["+a", "+b", "+c", "-c", "-b", "+b"]
    for _ in range(5):
        stack.undo()
    await stack.settle()
    assert board.words[6:] == ["-b", "-a"]
    assert not stack.can_undo


async def test_a_new_action_ends_what_could_be_done_again(stack: UndoStack, board: Board) -> None:
    stack.push(board.step("a"))
    stack.undo()
    stack.push(board.step("b"))
    assert not stack.can_redo
    stack.redo()
    await stack.settle()
    assert board.words == ["-a"]
    assert stack.undo_words == "Undo b"


async def test_every_change_is_told(stack: UndoStack, board: Board) -> None:
    told: list[str] = []
    stack.changed.connect(lambda: told.append(stack.undo_words))
    stack.push(board.step("a"))
    stack.undo()
    stack.redo()
    assert told == ["Undo a", "Undo", "Undo a"]
    await stack.settle()


async def test_what_fails_is_told_and_can_be_tried_again(stack: UndoStack, board: Board) -> None:
    errors: list[FluxError] = []
    stack.failed.connect(errors.append)
    stack.do(board.step("a"))
    stack.do(board.step("b"))
    await stack.settle()
    board.full = True
    stack.undo()
    await stack.settle()
    assert [error.title for error in errors] == ["The disk is full."]
    assert (stack.undo_words, stack.can_redo) == ("Undo b", False)
    board.full = False
    stack.undo()
    await stack.settle()
    board.full = True
    stack.redo()
    await stack.settle()
    assert (stack.undo_words, stack.redo_words) == ("Undo a", "Redo b")


async def test_what_could_not_be_done_is_no_step(stack: UndoStack, board: Board) -> None:
    board.full = True
    stack.do(board.step("a"))
    assert stack.can_undo
    await stack.settle()
    assert not stack.can_undo


@pytest.mark.expected_log
async def test_a_fault_does_not_bar_the_way_to_older_steps(stack: UndoStack, board: Board) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    stack.push(board.step("a"))
    stack.push(Step("b", fail, fail))
    stack.undo()
    await stack.settle()
    assert (stack.undo_words, stack.can_redo) == ("Undo a", False)


async def test_what_failed_does_not_come_back_behind_a_new_action(stack: UndoStack, board: Board) -> None:
    stack.push(board.step("a"))
    board.full = True
    stack.undo()
    stack.push(board.step("b"))
    await stack.settle()
    assert stack.undo_words == "Undo b"
    assert not stack.can_redo


async def test_it_remembers_many_steps_but_not_all(stack: UndoStack, board: Board) -> None:
    assert DEPTH >= 200
    for number in range(DEPTH + 5):
        stack.push(board.step(str(number)))
    while stack.can_undo:
        stack.undo()
    await stack.settle()
    assert (len(board.words), board.words[-1]) == (DEPTH, "-5")


async def test_steps_about_nodes_that_are_gone_are_forgotten(stack: UndoStack, board: Board) -> None:
    for name, about in (("a", ""), ("b", "xy"), ("c", "x")):
        stack.push(board.step(name, about))
    assert stack.nodes == {"x", "y"}
    stack.undo()
    stack.forget(frozenset("x"))
    assert (stack.undo_words, stack.can_redo) == ("Undo b", False)
    stack.forget(frozenset("xyz"))
    assert stack.undo_words == "Undo a"
    await stack.settle()


def test_a_swap_loses_nothing_that_came_later() -> None:
    words = ["before"]

    def take() -> Callable[[], None]:
        kept = words[0]
        return lambda: words.__setitem__(0, kept)

    swap = Swap(take)
    words[0] = "typed later"
    swap()
    assert words == ["before"]
    swap()
    assert words == ["typed later"]
