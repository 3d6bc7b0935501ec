"""A reference that is cropped is a picture of its own: sent as it is seen, and found again."""

from __future__ import annotations

import pytest

from flux_desktop.core.errors import InputError
from flux_desktop.services.cropping import cropped
from flux_desktop.services.session import Session
from tests.services.bench import Bench, photo


@pytest.fixture
def bench(session: Session) -> Bench:
    return Bench(session)


async def test_the_part_is_kept_pixel_by_pixel(bench: Bench) -> None:
    pictures = bench.session.pictures
    node = cropped(pictures, bench.source, (10, 20, 100, 50))
    assert (node.name, node.width, node.height) == ("photo (cropped).png", 100, 50)
    assert pictures.image(node).tobytes() == photo().crop((10, 20, 110, 70)).tobytes()
    assert pictures.by_asset(node.asset) == node, "a recall finds it"
    assert cropped(pictures, bench.source, (10, 20, 100, 50)).id == node.id, "the same part is the same picture"


async def test_it_ends_at_the_edges_and_is_never_tiny(bench: Bench) -> None:
    node = cropped(bench.session.pictures, bench.source, (-10, -10, 50, 5000))
    assert (node.width, node.height) == (40, 320)
    with pytest.raises(InputError, match="too small"):
        cropped(bench.session.pictures, bench.source, (310, 0, 50, 50))
