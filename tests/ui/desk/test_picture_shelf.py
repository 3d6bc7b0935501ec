"""Pictures for the canvas: read once, a few kept, and what is lost told once."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

import pytest

from flux_desktop.core.errors import FluxError
from flux_desktop.core.history import HistoryNode
from flux_desktop.imaging.colour_display import Converter
from flux_desktop.services.session import Session
from flux_desktop.ui.canvas import Levels
from flux_desktop.ui.desk import picture_shelf
from flux_desktop.ui.desk.picture_shelf import PictureShelf
from tests.imaging.pictures import ADOBE, matrix_profile
from tests.ui.panels import thumbnail
from tests.ui.results import until


class SlowShelf(PictureShelf):
    """Waits once it knows the colours of the display."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.begun, self.may_go_on = threading.Event(), threading.Event()

    def _convert(self) -> Converter:
        convert = super()._convert()
        self.begun.set()
        self.may_go_on.wait(10)
        return convert


def made(session: Session, tmp_path: Path, name: str, colour: str = "#336699") -> HistoryNode:
    path = tmp_path / name
    path.write_bytes(thumbnail(colour, 300, 200))
    return session.pictures.open_file(path)[0]


async def test_a_picture_is_read_once_and_kept(session: Session, tmp_path: Path) -> None:
    shelf, node = PictureShelf(session), made(session, tmp_path, "one.png")
    told: list[HistoryNode] = []
    shelf.ready.connect(told.append)
    assert shelf.is_missing(node)
    shelf.load(node)
    shelf.load(node)
    assert shelf.is_loading(node)
    await until(lambda: told)
    assert told == [node]
    levels = shelf.get(node)
    assert levels is not None
    assert levels.size == (300, 200)
    assert not shelf.is_missing(node)
    assert not shelf.is_loading(node)


async def test_a_small_version_comes_first_when_it_is_asked_for(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_shelf, "FIRST_VIEW", 60)
    shelf, node = PictureShelf(session), made(session, tmp_path, "one.png")
    seen: list[Levels] = []
    shelf.previewed.connect(lambda of, levels: seen.append(levels))
    shelf.load(node, preview=True)
    await until(lambda: seen and shelf.get(node))
    assert seen[0].size == (300, 200), "it takes the place of the whole"
    assert seen[0].levels[0].image.width() <= 60


async def test_few_are_kept_but_never_less_than_two(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_shelf, "KEPT_BYTES", 1)
    shelf = PictureShelf(session)
    nodes = [made(session, tmp_path, f"{colour}.png", f"#{colour}") for colour in ("330000", "003300", "000033")]
    for node in nodes:
        shelf.load(node)
        await until(partial(shelf.get, node))
    assert [shelf.is_missing(node) for node in nodes] == [True, False, False]


async def test_what_is_lost_is_told_and_not_tried_again(session: Session, tmp_path: Path) -> None:
    shelf, node = PictureShelf(session), made(session, tmp_path, "one.png")
    session.pictures.assets.path(node.asset).unlink()
    errors: list[FluxError] = []
    told: list[HistoryNode] = []
    session.failed.connect(errors.append)
    shelf.ready.connect(told.append)
    shelf.load(node)
    await until(lambda: told)
    assert shelf.get(node) is None
    assert not shelf.is_missing(node)
    assert len(errors) == 1


async def test_what_is_back_can_be_read_when_it_is_wanted_again(session: Session, tmp_path: Path) -> None:
    shelf, node = PictureShelf(session), made(session, tmp_path, "one.png")
    path = session.pictures.assets.path(node.asset)
    bytes_of_it = path.read_bytes()
    path.unlink()
    shelf.load(node)
    await until(lambda: not shelf.is_missing(node))
    shelf.want_only([node])
    assert not shelf.is_missing(node), "it is told once, as long as it is looked at"
    path.write_bytes(bytes_of_it)
    shelf.want_only([])
    assert shelf.is_missing(node)
    shelf.load(node)
    await until(partial(shelf.get, node))


async def test_what_is_being_read_when_all_is_forgotten_is_read_anew(session: Session, tmp_path: Path) -> None:
    profile = tmp_path / "display.icc"
    profile.write_bytes(matrix_profile(ADOBE))
    session.settings.set("display_profile_file", str(profile))
    session.settings.set("display_profile", "srgb")
    shelf, node = SlowShelf(session), made(session, tmp_path, "one.png", "#00ff00")
    told: list[HistoryNode] = []
    shelf.ready.connect(told.append)
    shelf.load(node)
    await until(shelf.begun.is_set)
    session.settings.set("display_profile", "file")
    shelf.forget()
    shelf.may_go_on.set()
    await until(lambda: told)
    levels = shelf.get(node)
    assert levels is not None
    assert told == [node]
    assert levels.levels[0].image.pixelColor(150, 100).name() != "#00ff00", "in the colours of the other display"


async def test_what_is_not_wanted_any_more_is_not_read_on(session: Session, tmp_path: Path) -> None:
    shelf, node = PictureShelf(session), made(session, tmp_path, "one.png")
    told: list[HistoryNode] = []
    shelf.ready.connect(told.append)
    shelf.load(node)
    shelf.want_only([])
    await until(lambda: not shelf.is_loading(node))
    assert told == []
    assert shelf.is_missing(node)
    shelf.load(node)
    await until(partial(shelf.get, node))
    assert told == [node]


async def test_what_is_wanted_again_after_all_comes(session: Session, tmp_path: Path) -> None:
    shelf, node = PictureShelf(session), made(session, tmp_path, "one.png")
    shelf.load(node)
    shelf.want_only([])
    shelf.load(node)
    await until(partial(shelf.get, node))


async def test_pictures_are_made_for_the_screen(session: Session, tmp_path: Path) -> None:
    profile = tmp_path / "display.icc"
    profile.write_bytes(matrix_profile(ADOBE))
    shelf, node = PictureShelf(session), made(session, tmp_path, "one.png", "#00ff00")
    colours: list[str] = []
    for chosen in ("srgb", "file"):
        session.settings.set("display_profile_file", str(profile))
        session.settings.set("display_profile", chosen)
        shelf.forget()
        shelf.load(node)
        await until(partial(shelf.get, node))
        levels = shelf.get(node)
        assert levels is not None
        colours.append(levels.levels[0].image.pixelColor(150, 100).name())
    assert colours[0] == "#00ff00"
    assert colours[1] != "#00ff00", "the green of Adobe RGB is another one"
