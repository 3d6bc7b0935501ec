"""The frozen program holds all that is imported by name, and nothing of the machine that builds it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from frozen.contents import EXCLUDED, QT_LANGUAGES, ROOT, data_files, hidden_imports, is_of_the_system, is_wanted
from frozen.licences import licences, write_licences
from release.shipped import LINUX, environment, shipped

from flux_desktop.providers.registry import find_providers

PLUGINS = "PySide6/Qt/plugins"
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


@pytest.mark.qt
def test_it_has_the_modules_that_the_window_loads_by_name() -> None:
    from flux_desktop.ui.loading import LIVE, OPENING, PANELS

    named = {*(f"ui.{name}" for name in (*PANELS, *LIVE)), *OPENING}
    assert {f"flux_desktop.{name}" for name in named} <= set(hidden_imports())


def test_it_has_every_provider() -> None:
    assert {cls.__module__ for cls in find_providers().values()} <= set(hidden_imports())


def test_it_has_what_reads_16_bits() -> None:
    assert {"pyvips", "_libvips", "_cffi_backend"} <= set(hidden_imports())
    assert is_wanted("pyvips_binary.libs/libvips-e42572c0.so.42")


def test_nothing_that_is_left_out_is_imported() -> None:
    names = "|".join(re.escape(name) for name in EXCLUDED)
    imports = re.compile(rf"^\s*(?:import|from) (?:{names})\b", re.MULTILINE)
    sources = {path: path.read_text(encoding="utf-8") for path in (ROOT / "flux_desktop").rglob("*.py")}
    assert [path.name for path, text in sources.items() if imports.search(text)] == []


def test_resources_lie_where_the_program_looks_for_them() -> None:
    places = {f"{folder}/{Path(source).name}": Path(source) for source, folder in data_files()}
    for name in ("sample.jpg", "icons/dices.svg", "themes/window.qss", "app/flux-desktop.svg"):
        assert places[f"flux_desktop/resources/{name}"] == ROOT / "resources" / name
    assert not any("screenshots" in place for place in places)


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("PySide6/Qt/translations/qt_help_de.qm", False),
        ("flux_desktop/resources/translations/flux_desktop_de.qm", True),
        (f"{PLUGINS}/platforms/libqxcb.so", True),
        (f"{PLUGINS}/platforms/libqwayland.so", True),
        (f"{PLUGINS}/platforms/libqoffscreen.so", True),
        (f"{PLUGINS}/platforms/libqeglfs.so", False),
        (f"{PLUGINS}/platformthemes/libqxdgdesktopportal.so", True),
        (f"{PLUGINS}/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\Qt6Qml.dll", False),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/Resources/Info.plist", True),
        ("PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml", False),
        ("PySide6/Qt/lib/QtQml.framework/Versions/A/Resources/Info.plist", False),
        ("PySide6/Qt/lib/QtQml.framework/Versions/Current", False),
    ],
)
def test_what_comes_along(place: str, wanted: bool) -> None:
    assert is_wanted(place) is wanted


def test_libraries_of_the_building_system_stay_there() -> None:
    assert is_of_the_system("/usr/lib/x86_64-linux-gnu/libglib-2.0.so.0")
    assert is_of_the_system("/lib/x86_64-linux-gnu/libssl.so.3")
    assert not is_of_the_system("/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0")
    assert not is_of_the_system("/home/x/build/venv/lib/site-packages/PySide6/Qt/lib/libQt6Core.so.6")


def test_qt_speaks_the_languages_of_the_program() -> None:
    shipped_languages = {path.stem.rpartition("_")[2] for path in (ROOT / "resources" / "translations").glob("*.ts")}
    assert shipped_languages <= set(QT_LANGUAGES)


def test_every_package_comes_with_its_licence(tmp_path: Path) -> None:
    names = [pin.name for pin in shipped(environment(LINUX, PYTHON))]
    found = {licence.name: licence for licence in licences(names)}
    assert len(found) == len(names) + 2  # the program, Python, the bootloader; Qt's two packages are one
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in found["qt-and-pyside6"].text
    assert "libde265" in found["pi-heif"].text
    for words in ("libvips", "GNU LESSER GENERAL PUBLIC LICENSE", "You may replace it", "github.com/libvips/libvips"):
        assert words in found["pyvips-binary"].text
    assert "The Flux Desktop authors" in found["flux-desktop"].text
    pairs = write_licences(tmp_path, names)
    assert {Path(source).stem for source, _ in pairs} == set(found)
    assert all(Path(source).stat().st_size > 250 and folder == "licences" for source, folder in pairs)
