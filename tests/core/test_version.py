"""Which of two versions is newer."""

from __future__ import annotations

import pytest

from flux_desktop.core.version import is_finished, parsed

IN_ORDER = (
    "0.9.10",
    "v1.0.0.dev3",
    "1.0.0-alpha",
    "1.0.0a2",
    "1.0b1",
    "1.0.0-beta.2",
    "1.0.0rc1",
    "1",
    "1.0.1",
    "1.10",
)


def test_they_are_ordered_as_people_count() -> None:
    assert sorted(set(IN_ORDER), key=parsed) == list(IN_ORDER)
    assert parsed("1") == parsed("v1.0.0") == parsed("1.0.0+build.5")
    assert [text for text in IN_ORDER if is_finished(parsed(text))] == ["0.9.10", "1", "1.0.1", "1.10"]


@pytest.mark.parametrize(
    "text", ["", "latest", "1.0.0; rm", "1..0", "1.0.0-preview-of-hope", "١.٠", "1." * 9, "9" * 40]
)
def test_other_words_are_no_version(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parsed(text)
