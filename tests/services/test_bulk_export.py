"""Several results go into one folder, and one that can't does not stop the others."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from flux_desktop.services.bulk_export import Written, export_all
from flux_desktop.services.session import Session
from tests.services.bench import Bench, moved, photo, warmer


async def test_each_becomes_a_file_in_the_usual_format(session: Session, tmp_path: Path) -> None:
    bench = Bench(session)
    nodes = [bench.result(image) for image in (photo(), moved(), warmer(photo()))]
    session.settings.set("export_format", "jpeg")
    folder = tmp_path / "client"
    folder.mkdir()
    written = export_all(session.exporter, nodes, folder, session.settings)
    assert written.nodes == tuple(nodes)
    files = sorted(folder.iterdir())
    assert [file.suffix for file in files] == [".jpg"] * 3
    for file in files:
        with Image.open(file) as picture:
            assert (picture.format, picture.size) == ("JPEG", photo().size)
    assert written.sentence("client") == "Exported 3 pictures to client."


async def test_what_is_there_is_left_alone_and_what_is_lost_is_told(session: Session, tmp_path: Path) -> None:
    bench = Bench(session)
    known, lost, good = (bench.result(image) for image in (photo(), moved(), warmer(photo())))
    own = tmp_path / f"{session.exporter.name(known)}.png"
    own.write_bytes(b"mine")
    session.pictures.assets.path(lost.asset).unlink()
    written = export_all(session.exporter, [known, lost, good], tmp_path, session.settings)
    assert (written.nodes, written.there, len(written.problems)) == ((good,), 1, 1)
    assert own.read_bytes() == b"mine"
    sentence = written.sentence("here")
    assert (
        "Exported 1 picture to here. 1 was there already and left alone. Not exported: A stored picture is" in sentence
    )


def test_many_problems_are_one_sentence() -> None:
    assert Written((), 2, ("No room.", "No room.", "Lost.")).sentence("x") == (
        "Exported 0 pictures to x. 2 were there already and left alone. Not exported: No room and 2 more."
    )
