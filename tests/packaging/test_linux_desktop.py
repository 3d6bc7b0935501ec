"""How a Linux desktop and its shells know the program: what stands there is what the program has."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from linux.completion import SHELLS, bash
from linux.manual_page import EXIT_CODES, manual_page
from linux.tree import METAINFO, SHARE, icons
from linux.words import commands
from PIL import Image

from flux_desktop import __main__, __version__
from flux_desktop.cli.arguments import make_parser
from flux_desktop.core import errors
from flux_desktop.services.archive import SUFFIX

ROOT = Path(__file__).parents[2]
DESKTOP = SHARE / "flux-desktop.desktop"
TREE = "application/vnd.flux-desktop.tree+zip"


def _needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"needs {program}")


def _entry() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(DESKTOP, encoding="utf-8")
    return parser


def _metainfo() -> ElementTree.Element:
    return ElementTree.parse(SHARE / METAINFO).getroot()


def _passes(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "") or "successful" in done.stdout, done.stdout


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    release = _metainfo().find("releases/release")
    assert release is not None
    assert {project["version"], release.get("version")} == {__version__}


def test_the_entry_starts_what_the_command_line_has() -> None:
    entry = _entry()
    assert entry["Desktop Entry"]["Exec"] == "flux-desktop %F"
    actions = entry["Desktop Entry"]["Actions"].strip(";").split(";")
    words = [entry[f"Desktop Action {action}"]["Exec"] for action in actions]
    assert words == [f"flux-desktop {__main__.NEW_INSTANCE}", f"flux-desktop {__main__.SAMPLE}"]


def test_files_are_offered_the_same_everywhere() -> None:
    types = _entry()["Desktop Entry"]["MimeType"].strip(";").split(";")
    assert [one.text for one in _metainfo().iter("mediatype")] == types
    namespace = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}
    own = ElementTree.parse(SHARE / "flux-desktop.xml").getroot().find("mime:mime-type", namespace)
    assert own is not None
    glob = own.find("mime:glob", namespace)
    assert glob is not None
    assert own.get("type") in types
    assert (own.get("type"), glob.get("pattern")) == (TREE, f"*{SUFFIX}")


@_needs("desktop-file-validate")
def test_the_entry_is_valid() -> None:
    _passes("desktop-file-validate", DESKTOP)


@_needs("appstreamcli")
def test_the_metainfo_is_valid() -> None:
    _passes("appstreamcli", "validate", "--no-net", SHARE / METAINFO)


def test_icons_have_the_size_of_their_place() -> None:
    places = {place: source for source, place in icons()}
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        with Image.open(places[f"usr/share/icons/hicolor/{size}x{size}/apps/flux-desktop.png"]) as icon:
            assert (icon.size, icon.mode) == ((size, size), "RGBA")
    assert all(source.is_file() for source in places.values())


@pytest.mark.qt
@pytest.mark.usefixtures("qapp")
def test_icons_are_fresh() -> None:
    """A drawing that changed is drawn in every size by `packaging/app_icons.py`."""
    from app_icons import APP, draw

    for size in (16, 48, 256):
        with Image.open(APP / f"flux-desktop-{size}.png") as kept:
            assert max(abs(a - b) for a, b in zip(kept.tobytes(), draw(size).tobytes(), strict=True)) <= 8


def test_the_manual_tells_every_option() -> None:
    page = manual_page(__version__, 1_750_000_000).replace("\\-", "-")
    assert '"2025-06-15"' in page
    assert f"Flux Desktop {__version__}" in page
    for command in commands():
        assert f".SS \\fB{command.name}\\fR" in page
        for option in command.options:
            assert ", ".join(f"\\fB{name}\\fR" for name in option.names) in page


def test_the_manual_tells_every_exit_code() -> None:
    classes = [getattr(errors, name) for name in errors.__all__]
    codes = {cls.exit_code for cls in classes if isinstance(cls, type) and issubclass(cls, errors.FluxError)}
    assert codes | {0} == set(EXIT_CODES)


@_needs("man")
def test_the_manual_is_valid(tmp_path: Path) -> None:
    page = tmp_path / "flux-desktop.1"
    page.write_text(manual_page(__version__, 0), encoding="utf-8")
    done = subprocess.run(["man", "--warnings", "-l", page], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "CHANGE" in done.stdout.upper()


def test_every_command_is_known_to_the_window() -> None:
    """What is no command there is taken for a picture."""
    assert {command.name for command in commands()} <= __main__.COMMANDS


def test_help_names_what_the_shells_complete() -> None:
    said = make_parser().format_help()
    assert all(command.name in said for command in commands())


@pytest.mark.parametrize("place", SHELLS)
def test_the_shells_can_read_it(place: str, tmp_path: Path) -> None:
    shell = place.split("/")[2].removesuffix("-completion")
    if shutil.which(shell) is None:
        pytest.skip(f"needs {shell}")
    script = tmp_path / "completion"
    script.write_text(SHELLS[place](), encoding="utf-8")
    _passes(shell, "-n", script)


@_needs("bash")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("flux-desktop gen", "generate"),
        ("flux-desktop --sa", "--sample"),
        ("flux-desktop edit --provider onem", "onemin"),
        ("flux-desktop edit --over", "--overwrite --over-budget"),
        ("flux-desktop jobs res", "resume"),
        ("flux-desktop key set fa", "fal"),
        ("flux-desktop edit -o x", ""),
    ],
)
def test_bash_completes(line: str, offered: str) -> None:
    ask = f'COMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); _flux_desktop; echo "${{COMPREPLY[*]}}"'
    done = subprocess.run(["bash", "-c", f"{bash()}\n{ask}"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == offered


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MANWIDTH", "100")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
