"""Masks in the asset store, and back from there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flux_desktop.imaging.region.mask import Box
from flux_desktop.imaging.region.shapes import ellipse
from flux_desktop.services.region_mask import KeptMask, stored
from flux_desktop.store.assets import AssetStore
from tests.imaging.region.masks import same

PEAK = """
import resource, sys
from pathlib import Path
from flux_desktop.services.region_mask import stored
from flux_desktop.store.assets import AssetStore

assets = AssetStore(*(Path(sys.argv[1], name) for name in ("assets", "thumbs")))
stored(sys.argv[2], assets)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(stored(sys.argv[3], assets).plane.nbytes, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.parametrize("size", [(300, 200), (5000, 3000)], ids=["decoded", "in strips"])
def test_what_is_stored_comes_back(size: tuple[int, int], tmp_path: Path) -> None:
    assets = AssetStore(tmp_path / "assets", tmp_path / "thumbs")
    mask = ellipse(size, Box(size[0] // 3, size[1] // 4, size[0] // 2, size[1]))
    asset = KeptMask(mask).keep(assets)
    assert same(stored(asset, assets), mask)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count in other units")
def test_of_a_large_mask_memory_holds_what_says_something(tmp_path: Path) -> None:
    assets = AssetStore(tmp_path / "assets", tmp_path / "thumbs")
    near, large = (
        KeptMask(ellipse(size, Box(2000, 2000, 2400, 2300))).keep(assets) for size in ((5000, 3000), (16000, 12000))
    )
    words = [sys.executable, "-c", PEAK, str(tmp_path), near, large]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    held, kilobytes = map(int, done.stdout.split())
    assert held == 400 * 300
    assert 1024 * kilobytes < 16000 * 12000 / 2
