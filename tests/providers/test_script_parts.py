"""The parts of a script that all providers share."""

from __future__ import annotations

import pytest

from flux_desktop.imaging.encoding import Encoded
from flux_desktop.providers.base import Prepared
from flux_desktop.providers.script_parts import script_files, seeds_of, suffix_of
from tests.providers.onemin_support import picture, request_for


def test_pictures_lie_beside_the_script_under_the_names_of_their_roles() -> None:
    roles = {"source": "image/png", "reference 1": "image/jpeg", "reference 2": "image/webp"}
    pictures = [picture(media_type=media_type) for media_type in roles.values()]
    files = script_files(Prepared(role, Encoded(image, ())) for role, image in zip(roles, pictures, strict=True))
    assert [(file.name, file.filename) for file in files] == [
        ("source", "source.png"),
        ("reference 1", "reference-1.jpg"),
        ("reference 2", "reference-2.webp"),
    ]
    assert [(file.media_type, file.data) for file in files] == [(image.media_type, image.data) for image in pictures]


@pytest.mark.parametrize(
    ("format", "suffix"), [("jpeg", ".jpg"), ("png", ".png"), ("webp", ".webp"), (None, ".png"), ("avif", ".avif")]
)
def test_results_are_called_by_their_format(format: str | None, suffix: str) -> None:
    assert suffix_of(format) == suffix
    assert suffix_of(None, "jpeg") == ".jpg"


def test_only_a_run_of_several_orders_has_a_loop() -> None:
    orders = [request_for("flux-2-klein-4b", seed=seed) for seed in (41, 42)]
    assert seeds_of(orders) == (41, 42)
    assert seeds_of(orders[:1]) == ()
