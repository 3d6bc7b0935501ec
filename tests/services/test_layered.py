"""A node in layers: what is seen is the node, what is below is the original, and its words stay at home if need be."""

from __future__ import annotations

import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from psd_tools import PSDImage

from flux_desktop.core.edit import Recipe
from flux_desktop.core.errors import FileProblem, InputError, OutputExists
from flux_desktop.core.history import HistoryNode, new_id
from flux_desktop.core.region import Patch
from flux_desktop.imaging.colour import srgb_profile, to_srgb
from flux_desktop.services.assembly import Program
from flux_desktop.services.layered import export_layered, layers_of
from flux_desktop.services.provenance import Marks
from tests.imaging.pictures import colourful, marked, matrix_profile, saved
from tests.services.support import picture

BLUE = "make the jacket blue"


def original(program: Program, data: bytes = b"") -> HistoryNode:
    return program.pictures.open_bytes(data or picture(48, 32), "photo.jpg")[0]


def edit(program: Program, parent: HistoryNode | None, data: bytes, **changes: object) -> HistoryNode:
    """A node made from `parent`, whose picture is `data`."""
    id = new_id()
    with Image.open(BytesIO(data)) as image:
        width, height = image.size
    node = HistoryNode(
        id,
        parent.root if parent else id,
        parent.id if parent else None,
        program.pictures.assets.keep(data),
        "image/png",
        width,
        height,
        time.time(),
        Recipe(BLUE, "offline", "offline-edit"),
    )
    node = replace(node, **changes)  # type: ignore[arg-type]  # fields of the node
    program.queue.library.add_nodes([node])
    return node


def described(program: Program, node: HistoryNode, *, steps: bool = False) -> list[tuple[str, bool]]:
    """Names of the layers from the bottom up, each with whether it is seen."""
    stack = layers_of(program.pictures, node, steps=steps)
    return [(layer.name, layer.visible) for layer in stack.layers]


def left_half(width: int, height: int) -> bytes:
    """A mask that lets the left half change."""
    mask = Image.new("L", (width, height))
    mask.paste(255, (0, 0, width // 2, height))
    return saved(mask, "PNG")


def contents(path: Path) -> bytes:
    """All that is in a file, names in UTF-16 as bytes without the zeros."""
    if path.suffix == ".psd":
        return path.read_bytes().replace(b"\0", b"")
    with ZipFile(path) as file:
        return b"".join(file.read(name) for name in file.namelist())


def flat(path: Path) -> Image.Image:
    with ZipFile(path) as file, Image.open(BytesIO(file.read("mergedimage.png"))) as image:
        return image.convert("RGBA")


def test_the_original_is_below_and_the_edit_above(program: Program, tmp_path: Path) -> None:
    root = original(program)
    node = edit(program, root, picture(96, 64, "#0000ff"))
    read = PSDImage.open(export_layered(program.pictures, node, tmp_path / "out.psd"))
    assert read.size == (48, 32)
    assert [(layer.name, layer.bbox) for layer in read] == [
        ("Original – photo.jpg", (0, 0, 48, 32)),
        (f"Edit – {BLUE}", (0, 0, 48, 32)),
    ]
    below, above = read[0].topil(), read[1].topil()
    assert below is not None
    assert above is not None
    assert below.convert("RGB").tobytes() == program.pictures.image(root).tobytes()
    assert above.getpixel((47, 31)) == (0, 0, 255, 255)
    assert list(tmp_path.glob(".*")) == []


def test_a_picture_that_the_model_cropped_lies_in_the_middle(program: Program, tmp_path: Path) -> None:
    node = edit(program, original(program), picture(64, 64, "#0000ff"))
    seen = flat(export_layered(program.pictures, node, tmp_path / "out.ora"))
    assert [seen.getpixel((x, 16)) for x in (7, 8, 39, 40)] == [
        (160, 48, 32, 255),
        (0, 0, 255, 255),
        (0, 0, 255, 255),
        (160, 48, 32, 255),
    ]


def test_an_extended_picture_is_whole(program: Program, tmp_path: Path) -> None:
    wide = Image.new("RGB", (64, 32), "#00ff00")
    wide.paste((160, 48, 32), (16, 0, 64, 32))
    mask = program.pictures.assets.keep(left_half(64, 32))
    patch = Patch((64, 32), (-16, 0, 64, 32))
    extended = edit(program, original(program), saved(wide, "PNG"), mask=mask, crop=(0, 0, 64, 32), patch=patch)
    later = edit(program, extended, picture(64, 32, "#0000ff"), mask=mask)
    for node, colour in ((extended, (0, 255, 0, 255)), (later, (0, 0, 255, 255))):
        seen = flat(export_layered(program.pictures, node, tmp_path / f"{node.id}.ora"))
        assert seen.size == (64, 32)
        assert [seen.getpixel((x, 16)) for x in (4, 40)] == [colour, (160, 48, 32, 255)]


def test_the_soft_edge_of_a_part_is_not_softened_twice(program: Program, tmp_path: Path) -> None:
    mask = program.pictures.assets.keep(saved(Image.new("L", (48, 32), 128), "PNG"))
    blended = picture(48, 32, "#506080")
    node = edit(program, original(program), blended, mask=mask, crop=(0, 0, 48, 32), patch=Patch((48, 32)))
    seen = flat(export_layered(program.pictures, node, tmp_path / "out.ora"))
    assert seen.getpixel((20, 16)) == (0x50, 0x60, 0x80, 255)


def test_an_edit_with_a_mask_lies_over_what_it_was_made_from(program: Program, tmp_path: Path) -> None:
    """Over the original the step before would be lost outside the mask."""
    root = original(program)
    green = edit(program, root, picture(48, 32, "#00ff00"))
    mask = program.pictures.assets.keep(left_half(24, 16))
    blue = edit(program, green, picture(48, 32, "#0000ff"), mask=mask)
    names = ["Original – photo.jpg", f"Edit – {BLUE}", f"Edit – {BLUE}"]
    assert described(program, blue) == [(name, True) for name in names]
    seen = flat(export_layered(program.pictures, blue, tmp_path / "out.ora"))
    assert (seen.getpixel((2, 2)), seen.getpixel((45, 2))) == ((0, 0, 255, 255), (0, 255, 0, 255))
    read = PSDImage.open(export_layered(program.pictures, blue, tmp_path / "out.psd"))
    assert read[1].mask is None
    assert read[2].mask is not None
    shown = read[2].mask.topil()
    assert shown is not None
    assert (shown.size, shown.getpixel((2, 2)), shown.getpixel((45, 2))) == ((48, 32), 255, 0)


def test_the_original_does_not_show_through_a_transparent_edit(program: Program, tmp_path: Path) -> None:
    clear = saved(Image.new("RGBA", (48, 32), (255, 0, 0, 0)), "PNG")
    node = edit(program, original(program), clear)
    assert described(program, node) == [("Original – photo.jpg", False), (f"Edit – {BLUE}", True)]
    seen = flat(export_layered(program.pictures, node, tmp_path / "out.ora"))
    assert seen.getchannel("A").getextrema() == (0, 0)


def test_steps_are_hidden_layers_and_a_lost_one_is_left_out(program: Program) -> None:
    root = original(program)
    one = edit(program, root, picture(48, 32, "#000001"))
    two = edit(program, one, picture(48, 32, "#000002"))
    three = edit(program, two, picture(48, 32, "#000003"))
    assert [seen for _, seen in described(program, three)] == [True, True]
    assert [seen for _, seen in described(program, three, steps=True)] == [True, False, False, True]
    program.pictures.assets.path(one.asset).unlink()
    assert [seen for _, seen in described(program, three, steps=True)] == [True, False, True]


def test_an_original_and_a_generation_are_one_layer(program: Program) -> None:
    assert described(program, original(program)) == [("Original – photo.jpg", True)]
    assert described(program, edit(program, None, picture())) == [(f"Generation – {BLUE}", True)]


def test_a_file_for_a_client_tells_no_prompt_and_no_steps(program: Program, tmp_path: Path) -> None:
    two = edit(program, edit(program, original(program), picture(48, 32, "#000001")), picture(48, 32, "#000002"))
    for name in ("out.psd", "out.ora"):
        path = export_layered(program.pictures, two, tmp_path / name, steps=True, marks=Marks(recipe=False))
        assert not [word for word in (b"jacket", b"offline-edit") if word in contents(path)]
    assert [layer.name for layer in PSDImage.open(tmp_path / "out.psd")] == ["Original – photo.jpg", "Edit"]


@pytest.mark.parametrize("name", ["out.psd", "out.ora"])
def test_pixels_of_a_model_are_marked_always_and_the_recipe_unless_unwanted(
    program: Program, tmp_path: Path, name: str
) -> None:
    recipe = Recipe(BLUE, "eachlabs", "flux-2-klein-4b-edit")
    node = edit(program, original(program), picture(48, 32), recipe=recipe)
    program.settings.set("export_client_safe", True)
    quiet = contents(export_layered(program.pictures, node, tmp_path / name))
    assert b"compositeWithTrainedAlgorithmicMedia" in quiet
    assert b"flux-2-klein" not in quiet
    program.settings.set("export_client_safe", False)
    told = contents(export_layered(program.pictures, node, tmp_path / name, overwrite=True))
    assert b"compositeWithTrainedAlgorithmicMedia" in told
    assert b"flux-2-klein" in told


def test_pixels_are_in_the_colours_of_the_original(program: Program, tmp_path: Path) -> None:
    icc = matrix_profile()
    root = original(program, saved(colourful((48, 32)), "PNG", icc_profile=icc))
    node = edit(program, root, saved(colourful((48, 32)), "PNG"))
    path = export_layered(program.pictures, node, tmp_path / "out.psd")
    with Image.open(path) as image:
        assert image.info["icc_profile"] == icc
        back = to_srgb(image.convert("RGB"), icc).image
    wanted = program.pictures.image(node).tobytes()
    assert max(abs(one - other) for one, other in zip(back.tobytes(), wanted, strict=True)) <= 3


def test_colours_of_another_kind_stay_srgb(program: Program) -> None:
    """A generation has no profile, and that of a grey or CMYK original does not fit these files."""
    assert layers_of(program.pictures, edit(program, None, picture())).icc == srgb_profile()
    assert layers_of(program.pictures, original(program, saved(marked(), "PNG"))).icc == srgb_profile()


def test_nothing_is_written_over_unasked(program: Program, tmp_path: Path) -> None:
    photo = tmp_path / "photo.ora"
    photo.write_bytes(picture(48, 32))
    node = edit(program, program.pictures.open_file(photo)[0], picture(48, 32))
    with pytest.raises(OutputExists, match="original"):
        export_layered(program.pictures, node, photo, overwrite=True)
    there = tmp_path / "there.psd"
    there.write_bytes(b"mine")
    with pytest.raises(OutputExists, match="exists already"):
        export_layered(program.pictures, node, there)
    assert there.read_bytes() == b"mine"
    export_layered(program.pictures, node, there, overwrite=True)
    assert len(PSDImage.open(there)) == 2


def test_what_cannot_be_is_said_and_leaves_nothing_behind(program: Program, tmp_path: Path) -> None:
    root = original(program)
    node = edit(program, root, picture(48, 32))
    with pytest.raises(InputError, match="layers"):
        export_layered(program.pictures, node, tmp_path / "out.xcf")
    with pytest.raises(FileProblem, match="cannot be written"):
        export_layered(program.pictures, node, tmp_path / "gone" / "out.psd")
    program.pictures.assets.path(root.asset).unlink()
    with pytest.raises(FileProblem, match="missing"):
        export_layered(program.pictures, node, tmp_path / "out.psd")
    assert list(tmp_path.glob("*out*")) == []
