"""Earlier prompts and the draft that is being written: what Alt+Up and Alt+Down walk through. No Qt in here."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["PromptMemory"]


class PromptMemory:
    """A walk from the draft to older prompts and back; what was typed at any stop is found there again."""

    def __init__(self) -> None:
        self._history: list[str] = []
        self._at = -1
        self._draft = ""
        self._edited: dict[str, str] = {}

    def set_history(self, prompts: Sequence[str]) -> None:
        """The earlier prompts, newest first, also while one of them is shown; repeated ones count once."""
        shown = self._history[self._at] if self._at >= 0 else None
        self._history = list(dict.fromkeys(prompt for prompt in prompts if prompt.strip()))
        if shown is not None:
            self._at = self._history.index(shown) if shown in self._history else -1

    def older(self, text: str) -> str | None:
        """The prompt before the one that is shown as `text`; None at the oldest."""
        return self._move(text, self._at + 1)

    def newer(self, text: str) -> str | None:
        """The prompt after the one that is shown as `text`, at last the draft; None at the draft."""
        return self._move(text, self._at - 1)

    def restart(self) -> None:
        """What is shown now is the draft: after a submit, and when a recipe was recalled."""
        self._at = -1
        self._edited.clear()

    def _move(self, text: str, to: int) -> str | None:
        if not -1 <= to < len(self._history):
            return None
        if self._at < 0:
            self._draft = text
        else:
            self._edited[self._history[self._at]] = text
        self._at = to
        if to < 0:
            return self._draft
        return self._edited.get(self._history[to], self._history[to])
