"""How long an offline edit takes, against what any program must do with the same picture, in the same run."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytest_benchmark.fixture import BenchmarkFixture

from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.effects.pipeline import Run, edit
from flux_desktop.imaging.encoding import encode
from flux_desktop.imaging.opening import decode
from flux_desktop.providers.offline.vocabulary import understand
from flux_desktop.resources import resource

WIDTH, HEIGHT = 1632, 1224
JACKET = "make the jacket #0066cc"
BARE = """
import sys
import numpy
from PIL import Image
pixels = numpy.asarray(Image.open(sys.argv[1]).convert("RGB"))
Image.fromarray(pixels[:, ::-1]).save(sys.argv[2], "WEBP", quality=90)
"""


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photograph of 2 megapixels, with the noise that a camera makes."""
    with Image.open(resource("sample.jpg")) as sample:
        pixels = np.asarray(sample.convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC))
    noise = np.random.Generator(np.random.PCG64(1)).normal(0, 4, pixels.shape)
    path = tmp_path_factory.mktemp("photo") / "photo.jpg"
    Image.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8)).save(path, quality=92)
    return path


@pytest.fixture(scope="module")
def pixels(photo: Path) -> Bytes:
    return np.asarray(decode(photo.read_bytes()))


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The least that `work` took: whatever else the machine does only adds to it."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return min(taken)


def test_the_whole_command_against_a_bare_script(photo: Path, tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    """From the start of the process to its end: imports, library, decoding, edit, WebP, history, file."""
    out = tmp_path / "out.webp"

    def edit_it() -> None:
        words = ("edit", str(photo), "-p", JACKET, "-o", str(out), "--json", "--overwrite")
        subprocess.run([sys.executable, "-m", "flux_desktop", *words], check=True, capture_output=True)

    def bare() -> None:
        subprocess.run([sys.executable, "-c", BARE, str(photo), str(tmp_path / "bare.webp")], check=True)

    benchmark(edit_it)
    assert seconds(edit_it, 2) < 2.5 * seconds(bare, 2)
    with Image.open(out) as image:
        assert image.size == (WIDTH, HEIGHT)


def test_the_command_loads_nothing_that_a_colour_swap_does_not_need(photo: Path, tmp_path: Path) -> None:
    """Each of these takes some percent of the whole: half of the time goes into loading."""
    words = ["flux-desktop", "edit", str(photo), "-p", JACKET, "-o", str(tmp_path / "out.webp"), "--json"]
    code = f"import sys; from flux_desktop.__main__ import main; sys.argv = {words!r}; main(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    heavy = {"httpx", "keyring", "importlib.metadata", "numpy.ma", "numpy.random", "uuid"}
    others = {"PIL.PngImagePlugin", "PIL.TiffImagePlugin", "PIL.GifImagePlugin", "PIL.AvifImagePlugin", "pi_heif"}
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "PIL.WebPImagePlugin" in loaded
    assert loaded & (heavy | others) == set()


@pytest.mark.parametrize(
    ("prompt", "most"), [(JACKET, 1.5), ("warmer, more contrast", 1.0), ("film grain", 2.0), ("lift the shadows", 2.0)]
)
def test_an_edit_against_writing_the_file(prompt: str, most: float, pixels: Bytes, benchmark: BenchmarkFixture) -> None:
    """`most` times what Pillow takes to write the picture as WebP, as it does by itself."""
    wishes = understand(prompt, "edit")
    benchmark(edit, pixels, wishes, Run(1))
    writing = seconds(lambda: Image.fromarray(pixels).save(BytesIO(), "WEBP", quality=90), 2)
    assert seconds(lambda: edit(pixels, wishes, Run(1)), 2) < most * writing


def test_webp_in_less_time_than_pillows_and_about_as_small(pixels: Bytes, benchmark: BenchmarkFixture) -> None:
    image, plain = Image.fromarray(pixels), BytesIO()
    ours: bytes = benchmark(encode, image, "webp", quality=90)
    theirs = seconds(lambda: image.save(plain, "WEBP", quality=90), 1)
    assert seconds(lambda: encode(image, "webp", quality=90), 2) < 0.8 * theirs
    assert len(ours) < 1.15 * len(plain.getvalue())
