"""The first view of a picture lies where the canvas will show it, and goes when the picture or an error comes."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from flux_desktop.imaging.first_view import FirstReading
from flux_desktop.store.instance import Instance
from flux_desktop.ui import theme
from flux_desktop.ui.canvas import Canvas, Shown, prepare
from flux_desktop.ui.canvas.transform import View
from flux_desktop.ui.parts.early_picture import EarlyPicture, place_of
from flux_desktop.ui.parts.empty_state import EmptyState
from tests.store.test_instance import answering
from tests.ui.test_app import run, start

ROOM = QSize(640, 500)
WATCH = """lambda window: window.painted.connect(lambda: print(window.findChild(QObject, 'early_picture') is not None))
from PySide6.QtCore import QObject"""
GONE = "print(window.findChild(QObject, 'early_picture') is None)"
GOES = "lambda window: None\nfrom PySide6.QtCore import QObject"
LEFT = "window.messages.text() and window.findChild(QObject, 'early_picture') is None"
IMPORT = "from PySide6.QtCore import QObject"


def photo(folder: Path, size: tuple[int, int] = (500, 300)) -> Path:
    ramp = np.linspace(0, 255, size[0] * size[1] * 3).reshape(size[1], size[0], 3).astype(np.uint8)
    path = folder / "photo.png"
    Image.fromarray(ramp).save(path)
    return path


@pytest.fixture
def empty(qtbot: QtBot) -> EmptyState:
    made = EmptyState()
    qtbot.addWidget(made)
    made.resize(ROOM)
    made.show()
    return made


def early(qtbot: QtBot, path: Path, empty: EmptyState, most: int = 200) -> EarlyPicture:
    """On `empty`, when it has looked what there is."""
    made = EarlyPicture(FirstReading(str(path)), most, empty)
    qtbot.waitUntil(made.look)
    return made


def pixels(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[..., :3].astype(np.int32)


@pytest.mark.parametrize("picture", [(6000, 4000), (4000, 6000), (3, 7001), (640, 500), (99, 98), (1, 1)])
@pytest.mark.parametrize("room", [(640, 500), (971, 803), (20, 900)])
def test_its_place_is_that_of_the_canvas(picture: tuple[int, int], room: tuple[int, int]) -> None:
    view = View(viewport=room, picture=picture, margin=12).fitted()
    place, zoom = place_of(picture, QSize(*room), 12)
    assert place.getRect() == tuple(view.bounds)
    assert zoom == view.zoom


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("size", [(1100, 500), (500, 300), (90, 60)])
def test_the_canvas_then_shows_the_same(
    qtbot: QtBot, empty: EmptyState, tmp_path: Path, size: tuple[int, int], choice: str, qapp: QApplication
) -> None:
    """Every pixel round the picture; in it they may differ where one is blended with its neighbours."""
    theme.dress(qapp, choice)
    path = photo(tmp_path, size)
    seen = pixels(early(qtbot, path, empty).grab().toImage())
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(ROOM)
    with Image.open(path) as image:
        canvas.show_picture(Shown(prepare(image.convert("RGB"))))
    then = pixels(canvas.grab().toImage())
    place = place_of(size, ROOM, 12)[0]
    inside = slice(place.top(), place.bottom() + 1), slice(place.left(), place.right() + 1)
    differs = np.abs(seen - then)
    assert differs[inside].max() <= 3
    differs[inside] = 0
    assert differs.max() == 0


def test_it_covers_what_is_offered_without_a_picture(qtbot: QtBot, empty: EmptyState, tmp_path: Path) -> None:
    view = early(qtbot, photo(tmp_path), empty)
    button = empty.findChild(QPushButton, "open_button")
    assert button is not None
    assert not button.isEnabled()
    empty.resize(800, 700)
    assert view.geometry() == empty.rect()
    view.leave()
    assert not view.isVisible()
    assert button.isEnabled()
    empty.resize(400, 300)


def test_where_there_is_no_view_it_goes(qtbot: QtBot, empty: EmptyState, tmp_path: Path) -> None:
    assert not early(qtbot, tmp_path / "missing.png", empty).isVisible()
    assert empty.isEnabled()


def test_a_picture_that_will_be_refused_is_not_shown(qtbot: QtBot, empty: EmptyState, tmp_path: Path) -> None:
    path = photo(tmp_path, (1100, 1000))
    assert not early(qtbot, path, empty, most=1).isVisible()
    assert early(qtbot, path, empty, most=2).isVisible()


# The program.


def test_it_is_there_from_the_first_paint_until_the_picture_is(tmp_path: Path) -> None:
    files = [str(photo(tmp_path)), str(tmp_path / "other.png")]
    lines = ("print(window.windowTitle())", IMPORT, GONE)
    done = start(tmp_path / "home", *files, begin=WATCH, ready="window.canvas.has_picture", lines=lines)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\nphoto.png – Flux Desktop\nTrue\n", "")


def test_the_sample_has_one(tmp_path: Path) -> None:
    lines = ("print(window.windowTitle())", IMPORT, GONE)
    done = start(tmp_path / "home", "--sample", begin=WATCH, ready="window.canvas.has_picture", lines=lines)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\nsample.jpg – Flux Desktop\nTrue\n", "")


def test_a_start_without_a_picture_has_none(tmp_path: Path) -> None:
    assert start(tmp_path / "home", begin=WATCH).stdout == "False\n"


def test_a_file_that_cannot_be_opened_is_told_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_text("no picture")
    told = "window.messages.text().splitlines()[0]"
    done = start(tmp_path / "home", str(path), begin=GOES, ready=LEFT, lines=(f"print({told})",))
    words = "photo.jpg is not a picture: it seems to be a text.\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, words, "")


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe there")
def test_a_start_that_hands_over_reads_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").mkdir()
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        first, heard = Instance(tmp_path / "home"), list[bytes]()
        assert first.claim()
        window = answering(first.address, b"ok\n", heard)
        path = str(photo(tmp_path))
        done = run([sys.executable, "-X", "importtime", "-m", "flux_desktop", path], tmp_path / "home")
        window.join(20)
        first.release()
    assert done.returncode == 0
    assert path.encode() in heard[0]
    assert "first_view" not in done.stderr
    assert "PySide6" not in done.stderr
